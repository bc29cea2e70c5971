import { StoreError } from './errors';

/**
 * How much one record may hold, in UTF-16 code units or entries. Generous for people, closed to runaway scripts and
 * broken clipboards: a list of thousands of records must stay small enough to travel in one message (64 MB in Chrome).
 */
export const limits = {
  tag: 40,
  tags: 50,
  /** As much as a cell of a workbook holds. */
  note: 32_767,
  title: 2_000,
  /** A status word of an office's own. */
  name: 40,
  /** An excerpt or quote: a whole measure with its table fits, a whole gazette does not. */
  passage: 200_000,
  /** Any other printed fact: a heading, a unit, an address. */
  fact: 4_000,
  /** Entries of a list of facts. */
  facts: 2_000,
  /** Addresses kept of one document, newest first. */
  urls: 20,
  /** Earlier texts of one document that are known as such, newest first. */
  versions: 20,
  /** Entries of following a task up: progress, steps, moves of its date. */
  followed: 1_000,
  /** Records that one call brings along. */
  batch: 20_000,
  /** Records that one call names. */
  named: 200_000,
} as const;

/**
 * Tags as they are stored: white space at the ends removed and runs of it joined, Unicode composed (NFC), empty ones
 * and doubles dropped, order kept.
 *
 * @throws StoreError `too-long` for a tag over `limits.tag`, `too-many` for more than `limits.tags`; never shortens:
 * a cut tag would be another tag.
 */
export function cleanTags(tags: readonly string[]): string[] {
  const clean = new Set<string>();
  for (const tag of tags) {
    const text = cleanTag(tag);
    if (text) clean.add(text);
  }
  if (clean.size > limits.tags) {
    throw new StoreError('too-many', `more than ${limits.tags} tags`, {
      field: 'tags',
      limit: limits.tags,
      actual: clean.size,
    });
  }
  return [...clean];
}

/** One tag as it is stored; '' when nothing is left. @throws StoreError `too-long` */
export function cleanTag(tag: string): string {
  const text = tag.replace(/\s+/gu, ' ').trim().normalize('NFC');
  checkLength('tags', text, limits.tag);
  return text;
}

/** @throws StoreError `too-long` that names the field. */
export function checkLength(field: string, text: string, limit: number): void {
  if (text.length > limit) {
    throw new StoreError('too-long', `${field} is longer than ${limit} characters`, {
      field,
      limit,
      actual: text.length,
    });
  }
}
