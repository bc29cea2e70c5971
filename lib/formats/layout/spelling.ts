import { officialNameAt } from '../../names/gazetteer';
import { isOrgan } from '../../names/organ';
import type { DoubtedItem, RawPage } from './types';

/** A name that was read in one way and is printed in another. */
export interface Corrected {
  readonly from: string;
  readonly to: string;
}

/** Shorter names are like too many others: 县委, 县府. */
const SHORTEST = 3;
const LONGEST = 16;
/** What names consist of. */
const WORD = /[\p{Script=Han}]/u;

/**
 * Pages on which a name read from a picture is put right where one of its signs was in doubt, what else the sign may be was
 * seen in the picture, and the name with that sign is printed elsewhere in the document or is a place on the official list;
 * the name as it was read is neither. Where two signs would do, it stays.
 */
export function spelt(pages: readonly RawPage[]): { pages: RawPage[]; corrected: Corrected[] } {
  const corrected: Corrected[] = [];
  const printed = sureText(pages);
  const items = (item: DoubtedItem): DoubtedItem => {
    const { doubts, ...plain } = item;
    if (!doubts) return item;
    let { text } = plain;
    for (const { at, others } of doubts) {
      if (!WORD.test(text[at] ?? '')) continue;
      const found = others.flatMap((sign) => nameWith(text, at, sign, printed) ?? []);
      if (new Set(found.map(({ to }) => to)).size !== 1) continue;
      corrected.push(found[0]!);
      text = replaced(text, at, found[0]!.sign);
    }
    return { ...plain, text };
  };
  return { pages: pages.map((page) => ({ ...page, items: page.items.map(items) })), corrected };
}

const replaced = (text: string, at: number, sign: string): string => text.slice(0, at) + sign + text.slice(at + 1);

/** All that is printed and not in doubt; what is in doubt parts it as a blank does. */
const sureText = (pages: readonly RawPage[]): string =>
  pages
    .flatMap(({ items }) =>
      items.map(({ text, doubts = [] }) => doubts.reduce((sure, { at }) => replaced(sure, at, ' '), text)),
    )
    .join('\n');

/** The longest name around a sign that is known once the sign is another, and not before; null where there is none. */
function nameWith(text: string, at: number, sign: string, printed: string): (Corrected & { sign: string }) | null {
  if (sign.length !== 1 || !WORD.test(sign)) return null;
  const other = replaced(text, at, sign);
  const [from, to] = [edge(text, at, -1), edge(text, at, 1)];
  for (let length = Math.min(LONGEST, to - from); length >= SHORTEST; length--) {
    for (let start = Math.max(from, at - length + 1); start <= Math.min(at, to - length); start++) {
      const [was, name] = [text.slice(start, start + length), other.slice(start, start + length)];
      if (isKnown(name, printed) && !isKnown(was, printed)) return { from: was, to: name, sign };
    }
  }
  return null;
}

const isKnown = (name: string, printed: string): boolean =>
  officialNameAt(name, 0) === name.length || (isOrgan(name) && printed.includes(name));

/** How far the word around a sign goes: names do not cross stops and brackets. */
function edge(text: string, at: number, step: 1 | -1): number {
  let end = at;
  while (WORD.test(text[end + step] ?? '') && Math.abs(end - at) < LONGEST) end += step;
  return step > 0 ? end + 1 : end;
}
