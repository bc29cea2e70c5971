import { newKey } from './store/keys';

/**
 * What was typed and is not yet stored. Kept in the same turn in which it was typed, in the storage of our own pages: a page that
 * is closed, or a background that sleeps or dies, takes no word along. For our own pages only; no page of the web sees it.
 */
export interface Typed {
  readonly text: string;
  /** What was stored when the typing began. */
  readonly base: string;
}

/** This page, among others that have the same field: what one of them has stored is not what another builds on. */
const page = newKey();

const keyOf = (field: string): string => `typed:${field}`;

/** @param field Names the record and the field: `ID:note`. */
export function keepTyped(field: string, typed: Typed): void {
  try {
    localStorage.setItem(keyOf(field), JSON.stringify({ ...typed, page }));
  } catch {
    // Full, or turned off: the text is still in its field, and will be stored from there.
  }
}

/** null where nothing waits. */
export function typedIn(field: string): Typed | null {
  const kept = readIn(field);
  return kept && { text: kept.text, base: kept.base };
}

function readIn(field: string): (Typed & { readonly page: unknown }) | null {
  try {
    const { text, base, page } = JSON.parse(localStorage.getItem(keyOf(field)) ?? 'null') ?? {};
    return typeof text === 'string' && typeof base === 'string' ? { text, base, page } : null;
  } catch {
    return null;
  }
}

/** A text is stored: what has been typed here since then builds on it; what was typed in another tab does not. */
export function dropTyped(field: string, text: string): void {
  const typed = readIn(field);
  if (!typed) return;
  if (typed.text !== text) {
    if (typed.page === page) keepTyped(field, { text: typed.text, base: text });
    return;
  }
  try {
    localStorage.removeItem(keyOf(field));
  } catch {
    // It will be found the same as what is stored, and dropped then.
  }
}

/** Everything is to be deleted: what was typed, too, in pages of ours and over pages of the web (`lib/draft-journal.ts`). */
export function forgetTyped(): void {
  for (const key of Object.keys(localStorage)) if (/^(?:typed|unkept):/.test(key)) localStorage.removeItem(key);
}
