import { browser } from '../../lib/browser';
import { hash } from '../../lib/page/hash';

/**
 * Notes that are being written in the frame over a page, kept at every key: a tab that is closed, or a background that is
 * stopped, takes no word along. The frame's own storage would be another for every site, and out of reach of "delete all".
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

/** By the words of a page that the note is about. @param page Its address; '' where the browser does not tell. */
const keyOf = (page: string, about: string): string => prefix + hash(`${page.replace(/#.*$/s, '')}\n${about}`);

/** @param note '' when it is done with. */
export async function keepDraft(page: string, about: string, note: string): Promise<void> {
  const key = keyOf(page, about);
  if (note === '') return browser.storage.local.remove(key);
  const draft: Draft = { note: note.slice(0, LONGEST), at: Date.now() };
  await browser.storage.local.set({ [key]: draft });
}

/** '' where none was left. */
export async function draftOn(page: string, about: string): Promise<string> {
  const key = keyOf(page, about);
  return ((await browser.storage.local.get<Record<string, Draft>>(key))[key]?.note ?? '') as string;
}

/** Forgets those that nobody came back to. */
export async function sweepDrafts(now = Date.now()): Promise<void> {
  const all = Object.entries(await browser.storage.local.get<Record<string, Draft>>(null));
  const old = all.filter(([key, draft]) => key.startsWith(prefix) && now - draft.at > KEPT);
  await browser.storage.local.remove(old.map(([key]) => key));
}
