import { opensAt } from '../text/chars';
import { closing } from './brackets';

const quotes = ['“”', '""', '‘’', "''"];

/**
 * The list between brackets or quotation marks that hold nothing but it: [甲局、乙局], “甲局、乙局”; null where none stand around the whole or
 * where they hold one name alone, which says itself what they mean (“两新”工委). Offsets are those of `text`. Cost: linear.
 */
export function insideMarks(text: string, start: number, end: number): { start: number; end: number } | null {
  if (end - start < 4) return null;
  const inside = { start: start + 1, end: end - 1 };
  const said = text.slice(inside.start, inside.end);
  if (quotes.includes(text[start]! + text[end - 1]!)) return /[“”"‘’']/.test(said) ? null : inside;
  if (!opensAt(text, start) || closing(text, start, end) !== end - 1) return null;
  return /[、，,；]/.test(said) ? inside : null;
}
