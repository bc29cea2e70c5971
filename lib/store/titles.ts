import { normalise } from '../anchor/normalise';

/** Shorter titles (实施方案) are names of a kind, not of a document. */
const MIN_TITLE = 8;

const fold = (text: string): string => normalise(text).text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Do two titles name one document? A notice names the plan that it issues, so one may stand in the other; what is only the
 * letterhead of the other (某县人民政府办公室, 关于…) names nothing.
 */
export function sameTitle(one: string | null, other: string | null): boolean {
  const [short, long] = [fold(one ?? ''), fold(other ?? '')].sort((a, b) => a.length - b.length) as [string, string];
  if (short.length < MIN_TITLE) return false;
  const at = long.lastIndexOf(short);
  return at >= 0 && !/^(?:关于|印发|转发|公布|下发|批转)/.test(long.slice(at + short.length));
}

/** What says of a text that it is not the last one yet, and goes when it is. */
const DRAFT = /[（(][^（）()]*(?:稿|试行|暂行|草案)[）)]\s*$/;

/**
 * The title that a document has from now on. A later reading may know less of it (附件, the plan without its notice, a letterhead
 * alone): what says less takes the place of nothing. The same text has another title only where that says more.
 */
export function betterTitle(known: string | null, now: string | null, sameText: boolean): string | null {
  if (!known || !now) return now ?? known;
  const [before, after] = [fold(known), fold(now)];
  if (after.includes(before)) return now;
  if (before.includes(after)) return !sameText && fold(known.replace(DRAFT, '')) === after ? now : known;
  return sameText || after.length < MIN_TITLE ? known : now;
}
