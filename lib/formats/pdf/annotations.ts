import { apply, type Matrix } from '../geometry';
import { quarterOf, type TurnedItem } from '../layout/turned';

/** What pdf.js tells of an annotation, as far as it matters here. */
interface Annotation {
  readonly subtype?: string;
  readonly fieldType?: string | null;
  readonly fieldValue?: unknown;
  readonly rect?: readonly number[];
  readonly annotationFlags?: number;
  readonly contentsObj?: { readonly str?: string };
  readonly textContent?: readonly string[];
  readonly defaultAppearanceData?: { readonly fontSize?: number };
  readonly options?: readonly { readonly exportValue?: string; readonly displayValue?: string }[];
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string;
  readonly multiLine?: boolean;
  readonly hasAppearance?: boolean;
}

export interface Typed {
  readonly items: readonly TurnedItem[];
  /** What has no text of the page: notes beside it, stamps, signatures. */
  readonly said: { readonly notes: number; readonly stamps: number; readonly seals: number };
}

/** Flags of annotations that are not seen (ISO 32000, 12.5.3): invisible, hidden, not on the screen. */
const UNSEEN = 0b100011;

/**
 * Text typed onto a page (FreeText) and filled into its form fields, as items where they stand. It is drawn with the page,
 * and stands in no text of it.
 *
 * @param view From the page's space to points, y downwards.
 */
export function typedItems(annotations: readonly Annotation[], view: Matrix): Typed {
  const items: TurnedItem[] = [];
  const said = { notes: 0, stamps: 0, seals: 0 };
  for (const annotation of annotations) {
    if ((annotation.annotationFlags ?? 0) & UNSEEN) continue;
    const shown = textShown(annotation);
    if (annotation.fieldType === 'Sig') said.seals += annotation.hasAppearance || annotation.fieldValue ? 1 : 0;
    else if (annotation.subtype === 'Stamp' || annotation.subtype === 'Watermark') said.stamps++;
    else if (shown !== null) items.push(...linesAt(shown, annotation, view));
    else if (hasNote(annotation)) said.notes++;
  }
  return { items, said };
}

function textShown(annotation: Annotation): string | null {
  if (annotation.subtype === 'FreeText')
    return annotation.textContent?.join('\n') || (annotation.contentsObj?.str ?? '');
  return annotation.subtype === 'Widget' ? fieldText(annotation) : null;
}

function fieldText({ fieldType, fieldValue, options, ...field }: Annotation): string {
  if (fieldType === 'Tx') return typeof fieldValue === 'string' ? fieldValue : '';
  if (fieldType === 'Ch') {
    const chosen = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter((value) => typeof value === 'string');
    return chosen
      .map((value) => options?.find(({ exportValue }) => exportValue === value)?.displayValue ?? value)
      .join('、');
  }
  if (fieldType !== 'Btn' || (!field.checkBox && !field.radioButton)) return '';
  const own = field.checkBox ? field.exportValue : field.buttonValue;
  const on =
    typeof fieldValue === 'string' && fieldValue !== '' && fieldValue !== 'Off' && (!own || fieldValue === own);
  return on ? '☑' : '□';
}

/** Notes pinned to a place, and what was written to a mark; words struck out by hand are still words of the page. */
const hasNote = ({ subtype, contentsObj }: Annotation): boolean =>
  subtype === 'StrikeOut' ||
  (!['Link', 'Popup', 'Widget'].includes(subtype ?? '') && /\S/.test(contentsObj?.str ?? ''));

const NAME = /^\s*[\p{Script=Han}（）]{2,25}(?:[局委办厅部院会府]|中心|公司)\s*$/u;

/** Its lines one below the other, from the top of its box. */
function linesAt(text: string, { rect, defaultAppearanceData }: Annotation, view: Matrix): TurnedItem[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect ?? [];
  const typed = text.split(/\r\n?|\n/).filter((line) => /\S/.test(line));
  // Names one below the other are a list, as several that were chosen are.
  const lines =
    typed.length > 1 && typed.every((line) => NAME.test(line)) ? [typed.map((line) => line.trim()).join('、')] : typed;
  const room = (top - bottom) / Math.max(1, typed.length);
  const size = Math.min(defaultAppearanceData?.fontSize || room * 0.7, Math.max(room, 6)) || 10;
  // One line stands in the middle of its box, several begin at its top.
  const first = typed.length === 1 ? (top + bottom) / 2 - 0.35 * size : top - size;
  return lines.map((line, index) => {
    const [x, y] = apply(view, left + 2, first - index * Math.max(room, size * 1.1));
    const width = Math.min(right - left, [...line].reduce((sum, sign) => sum + (sign < '\u0250' ? 0.5 : 1), 0) * size);
    return { text: line, x, y, width, size, turn: quarterOf(Math.atan2(view[1], view[0])) };
  });
}
