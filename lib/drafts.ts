import { browser } from './browser';
import { hash } from './page/hash';
import { type NoteDraft, type NoteDrafts, overlap, type Where } from './page/note-draft';

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

interface Kept extends Partial<Omit<NoteDraft, 'note'>> {
  readonly note: string;
  readonly at: number;
}

/** By the words of a page that the note is about. */
const keyOf = (about: string): string => prefix + hash(about);

/**
 * @param note '' when it is done with.
 * @param at When it was typed.
 */
export async function keepDraft(
  about: string,
  note: string,
  where: Where | null = null,
  at = Date.now(),
): Promise<void> {
  const key = keyOf(about);
  if (note === '') return browser.storage.local.remove(key);
  const draft: Kept = { note: note.slice(0, LONGEST), at, about, where };
  await browser.storage.local.set({ [key]: draft });
}

/** Keeps what was typed elsewhere, unless what was typed after it is kept by now. */
export async function keepDraftAfter({ about, note, where }: NoteDraft, at: number): Promise<void> {
  const key = keyOf(about);
  const there = (await browser.storage.local.get<Record<string, Kept>>(key))[key];
  if (!there || there.at < at) await keepDraft(about, note, where, at);
}

/** The note that was left on these words, or on others that overlap them; null where none was. */
export async function draftOn(about: string, where: Where | null = null): Promise<NoteDraft | null> {
  const key = keyOf(about);
  const own = (await browser.storage.local.get<Record<string, Kept>>(key))[key];
  if (own) return { about, note: own.note, where: own.where ?? null };
  if (!where) return null;
  return (await draftsIn(where.url)).find((draft) => overlap(draft, { about, where })) ?? null;
}

/** The notes that were left unfinished in a page, the latest first. */
export async function draftsIn(url: string): Promise<NoteDraft[]> {
  const all = Object.entries(await browser.storage.local.get<Record<string, Kept>>(null));
  return all
    .filter(([key, draft]) => key.startsWith(prefix) && draft.where?.url === url)
    .sort(([, a], [, b]) => b.at - a.at)
    .map(([, { about = '', note, where = null }]) => ({ about, note, where }));
}

/** Calls back whenever a note was begun, gone on with or finished. @returns how to stop. */
function watchDrafts(listener: () => void): () => void {
  const hear = (changes: object, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(prefix))) listener();
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}

/** For the surfaces that list them. */
export const noteDrafts: NoteDrafts = { in: draftsIn, keep: keepDraft, watch: watchDrafts };

/** Forgets those that nobody came back to. */
export async function sweepDrafts(now = Date.now()): Promise<void> {
  const all = Object.entries(await browser.storage.local.get<Record<string, Kept>>(null));
  const old = all.filter(([key, draft]) => key.startsWith(prefix) && now - draft.at > KEPT);
  await browser.storage.local.remove(old.map(([key]) => key));
}
