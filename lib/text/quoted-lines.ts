import type { LinearText } from './types';

/** So many characters tell how a text is set. */
const looked = 20_000;
/** Fewer lines tell nothing. */
const fewest = 4;
/** What stands between two marks and a comma is a cell of a row: "1","修渠","县水利局". */
const inQuotes = /^["“”](?!.*["”][,，\t]["“])[^"“”]*(?:[“"][^"“”]*["”][^"“”]*)*["“”]$/;

/**
 * Do all lines of a plain text but a few stand in quotation marks each, as spreadsheets write them ("1.修渠。"⏎"责任单位：甲局")? Then the marks
 * are no part of what is said. Cost: constant.
 */
export function areLinesQuoted({ text, origin }: LinearText): boolean {
  if (origin !== 'plain') return false;
  const lines = text
    .slice(0, looked)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line);
  if (text.length > looked) lines.pop();
  return lines.length >= fewest && lines.filter((line) => inQuotes.test(line)).length * 10 >= lines.length * 9;
}

/** Bounds of what stands in the quotation marks of the line `[from, to)`; those of the line where there are none. */
export function insideQuotes(text: string, from: number, to: number): [start: number, end: number] {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return inQuotes.test(text.slice(start, end)) ? [start + 1, end - 1] : [from, to];
}
