import { beginsWithLevel, isOrganName, mayEndAt } from '../names/organ';
import { hasSign, nextSign, Sign } from '../text/chars';
import { Strand } from '../text/strand';
import { labelByForm, labelMeaning } from './labels';
import type { Paragraph } from './paragraphs';
import { saysWhen } from './time/deadlines';

/** Longest name or time with its label behind it that is looked at. */
const reach = 28;
/** Shortest label, shortest name. */
const shortest = 2;
/** A label that only its form gives away is one where the paper runs it together so often. */
const habit = 2;

/** A label that stands right behind the value of the one before it. */
interface Glued {
  /** Where it begins in its paragraph. */
  readonly at: number;
  readonly label: string;
  readonly known: boolean;
}

/**
 * Labels that run together with the value before them (责任单位：甲镇配合单位：乙局完成时限：6月底前), as they do where a page set them apart by
 * bold type or by line ends that are gone: a gap is put before each, as if white space stood there. Cost: linear; at each colon but the first at
 * most 28 characters are looked back at.
 */
export function withGluedLabels(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const found = new Map<number, Glued[]>();
  const times = new Map<string, number>();
  for (const [i, { strand, furniture }] of paragraphs.entries()) {
    if (furniture || (strand.signs & Sign.colon) === 0) continue;
    const glued = gluedIn(strand);
    if (!glued.length) continue;
    found.set(i, glued);
    for (const { label } of glued) times.set(label, (times.get(label) ?? 0) + 1);
  }
  if (!found.size) return paragraphs;
  return paragraphs.map((paragraph, i) => {
    const cuts = (found.get(i) ?? []).filter(({ known, label }) => known || times.get(label)! >= habit);
    return cuts.length ? { ...paragraph, strand: cutAt(paragraph.strand, cuts) } : paragraph;
  });
}

/** The strand with a gap before each label. */
function cutAt(strand: Strand, cuts: readonly Glued[]): Strand {
  const places = [0, ...cuts.map(({ at }) => at), strand.length];
  return Strand.join(
    places.slice(1).map((to, k) => strand.slice(places[k]!, to)),
    true,
  );
}

/** The labels of a paragraph that stand right behind a value. */
function gluedIn({ text, gaps }: Strand): Glued[] {
  const out: Glued[] = [];
  const apart = new Set(gaps);
  let before = nextSign(text, 0, Sign.colon);
  while (before >= 0) {
    const sign = nextSign(text, before + 1, Sign.colon);
    if (sign < 0) break;
    const one = gluedBefore(text, Math.max(before + 1, sign - reach), sign, apart);
    if (one) out.push(one);
    before = sign;
  }
  return out;
}

/** The label that ends at `sign` and stands right behind a name or a time in `[floor, sign)`; the shortest, for a name is longer than its beginning. */
function gluedBefore(text: string, floor: number, sign: number, apart: ReadonlySet<number>): Glued | null {
  let from = sign;
  while (from > floor && /[\u4e00-\u9fff\d]/.test(text[from - 1]!) && !apart.has(from)) from--;
  const whole = text.slice(from, sign);
  if (hasSign(text, sign + 1, Sign.colon)) return null;
  // 项目责任单位 is a label as it stands; 区水利局完成时限 only looks like one.
  const meant = labelMeaning(whole) !== null;
  for (let at = sign - shortest; at >= from + shortest; at--) {
    const label = text.slice(at, sign);
    const known = labelMeaning(label) !== null;
    if (!known && !labelByForm(label)) continue;
    const value = text.slice(from, at);
    if (endsValue(value) && !(meant && !beginsWithLevel(value))) return { at, label, known };
  }
  return null;
}

/** A name, or a time, ends here. */
const endsValue = (value: string): boolean =>
  (mayEndAt(value, value.length) && isOrganName(value) && !labelMeaning(value) && !labelByForm(value)) ||
  (/[日月底末前内]$/.test(value) && saysWhen(value));
