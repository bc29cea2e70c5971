import { type EditableField, editableFields, fieldOf, shown } from './fields';
import type { LedgerTask } from './types';

/**
 * What a row was when it was written, in a few characters: a hash of each cell that may come back changed. It lets a
 * row that comes back say which of its cells a colleague changed, and which were only changed here meanwhile. Nobody can
 * read a note out of it; who guesses a note can see that the guess was right.
 */
export function stampOf(task: LedgerTask): string {
  return editableFields.map((field) => hash(shown(field, fieldOf(task, field)))).join('-');
}

/** How many fields ledgers of earlier versions had: files with their stamps are still under way. */
const earlier: readonly number[] = [5, 14];

/** Field by field, the hash in a stamp; null for what is no stamp of ours. An older stamp says nothing of newer fields. */
export function readStamp(stamp: string): Readonly<Partial<Record<EditableField, string>>> | null {
  const hashes = stamp.trim().split('-');
  if (
    (hashes.length !== editableFields.length && !earlier.includes(hashes.length)) ||
    !hashes.every((each) => /^[0-9a-z]{7}$/.test(each))
  )
    return null;
  return Object.fromEntries(editableFields.slice(0, hashes.length).map((field, at) => [field, hashes[at]]));
}

/** FNV-1a over UTF-16 code units, 32 bits, as seven signs: to tell an edit, not to withstand an attacker. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    value = Math.imul(value ^ (unit & 0xff), 0x01000193);
    value = Math.imul(value ^ (unit >>> 8), 0x01000193);
  }
  return (value >>> 0).toString(36).padStart(7, '0');
}
