import { isOrganName } from '../names/organ';
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
