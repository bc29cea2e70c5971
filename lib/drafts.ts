import { browser } from './browser';
import { hash } from './page/hash';

/**
 * Notes that are being written in the frame over a page, kept at every key in the extension's storage, which the browser itself
 * writes: a tab that is closed, or a background that sleeps, takes no word along. The frame's own storage would be another for
 * every site, and out of reach of "delete all". For pages and frames of our own origin only.
 */
const prefix = 'draft:';
/** Longer is no note that the frame lets anybody write. */
const LONGEST = 20_000;
/** Forgotten after so long, in milliseconds: 30 days. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

interface Draft {
  readonly note: string;
  readonly at: number;
}

/** By the words of a page that the note is about. */
const keyOf = (about: string): string => prefix + hash(about);

/** @param note '' when it is done with. */
export async function keepDraft(about: string, note: string): Promise<void> {
  const key = keyOf(about);
  if (note === '') return browser.storage.local.remove(key);
  const draft: Draft = { note: note.slice(0, LONGEST), at: Date.now() };
  await browser.storage.local.set({ [key]: draft });
}

/** '' where none was left. */
export async function draftOn(about: string): Promise<string> {
  const key = keyOf(about);
  return ((await browser.storage.local.get<Record<string, Draft>>(key))[key]?.note ?? '') as string;
}

/** Forgets those that nobody came back to. */
export async function sweepDrafts(now = Date.now()): Promise<void> {
  const all = Object.entries(await browser.storage.local.get<Record<string, Draft>>(null));
  const old = all.filter(([key, draft]) => key.startsWith(prefix) && now - draft.at > KEPT);
  await browser.storage.local.remove(old.map(([key]) => key));
}
