import type { Span } from '../text/types';

/** Where in which page some words stand. */
export interface Where {
  readonly url: string;
  readonly span: Span;
}

/** A note that was left unfinished. */
export interface NoteDraft {
  /** The words that it is about. */
  readonly about: string;
  readonly note: string;
  /** null in what earlier versions left: they are known by the words alone. */
  readonly where: Where | null;
  /** Of the frame that it was typed in: two may be on the same words. None in what earlier versions left. */
  readonly id?: string;
}

/** The notes that were left unfinished, as a surface sees them. */
export interface NoteDrafts {
  /** Those of a page, the latest first. */
  in(url: string): Promise<readonly NoteDraft[]>;
  /** @param note '' when it is done with. */
  keep(draft: NoteDraft, note: string): Promise<void>;
  /** Calls back whenever one was begun, gone on with or finished. @returns how to stop. */
  watch(listener: () => void): () => void;
}

/** Most characters in common that are looked for: a whole page may be selected, and each length costs its own comparison. */
const longestShared = 2_000;

type Passage = Pick<NoteDraft, 'about' | 'where'>;

/**
 * Two selections have words in common, by where they stand and by what they say: a page that was changed since has other
 * words there.
 */
export function overlap(one: Passage, other: Passage): boolean {
  if (!one.where || !other.where || one.where.url !== other.where.url) return false;
  const [first, second] = one.where.span.start <= other.where.span.start ? [one, other] : [other, one];
  if ((first.where?.span.end ?? 0) <= (second.where?.span.start ?? 0)) return false;
  const [a, b] = [first.about, second.about];
  if (a.includes(b) || b.includes(a)) return true;
  for (let length = Math.min(a.length, b.length, longestShared); length > 0; length -= 1) {
    if (a.endsWith(b.slice(0, length))) return true;
  }
  return false;
}
