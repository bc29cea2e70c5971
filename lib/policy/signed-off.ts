import { isOrganName } from '../names/organ';
import type { Span } from '../text/types';
import type { Reading } from './readings';

const day =
  /^[（(]?(?:(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|二[〇○零O０Ｏ][〇○零一二三四五六七八九]{2}年[\u4e00-\u9fff]{1,2}月[\u4e00-\u9fff]{1,3}日)[）)]?$/;
/** Most lines of a signature above its date: several organs may sign. */
const mostSigners = 6;

/**
 * The paragraphs of an item without the signature and the date below them, which belong to the paper: a line that is nothing but a
 * date, and lines that are nothing but an organ's name above it. The first paragraph always stays.
 */
export function withoutSignature(paragraphs: readonly number[], readings: readonly Reading[]): readonly number[] {
  const textAt = (k: number): string => readings[paragraphs[k]!]!.paragraph.strand.text.trim();
  let end = paragraphs.length;
  while (end > 1 && !day.test(textAt(end - 1)) && end > paragraphs.length - 3) end--;
  if (end < 2 || !day.test(textAt(end - 1))) return paragraphs;
  let from = end - 1;
  while (from > 1 && end - from <= mostSigners && isSigner(readings[paragraphs[from - 1]!]!)) from--;
  // What stands below the date (抄送：…, 联系人：…) belongs to the paper as well.
  return paragraphs.slice(0, from);
}

const isSigner = ({ kind, pieces, paragraph: { strand } }: Reading): boolean =>
  kind !== 'node' && !pieces.some((p) => p.drafts.length > 0) && strand.length <= 30 && isOrganName(strand.text.trim());

/** What may stand beside the names of those who sign: （印章）, and between them and the date: 局长：王某. */
const sealed = /[（(](?:印章|公章|盖章|章)[）)]$/;
const head = /^(?:局长|主任|县长|市长|区长|书记|负责人|签发人)[：:\s]\s*\S{2,4}$/;

/** Lines of names alone stand between items: such a line below the last one may be whom it binds, though the paper's date follows. */
export const closesByUnits = (readings: readonly Reading[]): boolean =>
  readings.some(
    ({ kind, paragraph: { strand } }, i) =>
      kind !== 'node' &&
      kind !== 'cell' &&
      strand.length <= 120 &&
      readings[i - 1]?.kind === 'node' &&
      readings[i + 1]?.kind === 'node' &&
      strand.text.split(/[、，,]/).every(isOrganName),
  );

/**
 * Where those stand who sign a paper: lines of names alone, right above a day that stands alone. Where an item follows such a day,
 * days are limits in this paper and the names above them may be whom they bind: then nothing is sure. Cost: linear.
 */
export function signedSpans(readings: readonly Reading[]): readonly Span[] {
  const printed = readings.filter(({ paragraph }) => paragraph.strand.length > 0);
  const blocks: Span[][] = [];
  const closed = closesByUnits(printed);
  for (const [i, { paragraph }] of printed.entries()) {
    if (!day.test(paragraph.strand.text.trim())) continue;
    let from = i;
    while (from > 0 && i - from < mostSigners && signs(printed[from - 1]!)) from--;
    if (from === i) continue;
    if (printed[i + 1]?.kind === 'node') return [];
    // Of several right below an item the first may be whom it binds.
    if ((i - from > 1 || closed) && printed[from - 1]?.kind === 'node') from++;
    blocks.push(printed.slice(from, i).map((each) => each.paragraph.strand.span()));
  }
  // A paper is signed once: names above one day after another are its tasks'.
  return blocks.length === 1 ? blocks[0]! : [];
}

function signs({ kind, pieces, paragraph: { strand } }: Reading): boolean {
  if (kind === 'node' || kind === 'cell' || pieces.some((p) => p.drafts.length > 0) || strand.length > 120)
    return false;
  const text = strand.text.trim().replace(sealed, '');
  return head.test(text) || text.split(/[\s、，,]+/).every((name) => name.length > 2 && isOrganName(name));
}
