import { browser } from './browser';
import { draftJournal, type KeptDraft } from './draft-journal';
import { hash } from './page/hash';
import { type NoteDraft, type NoteDrafts, overlap, type Where } from './page/note-draft';

/**
 * Notes that are being written in the frame over a page, kept at every key in the extension's storage, which the browser itself
 * writes: a tab that is closed, or a background that sleeps, takes no word along. (In Firefox a journal beside it sees to that.) In
 * Chromium the frame's own storage would be another for every site, and out of reach of "delete all". For pages and frames of our
 * own origin only.
 */
const prefix = 'draft:';
/** Longer is no note that the frame lets anybody write. */
const LONGEST = 20_000;
/** Forgotten after so long, in milliseconds: 30 days. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** By the words of a page that the note is about, and by who types it: two may do so at once, in two tabs of the same page. */
const keyOf = (about: string, id: string | undefined): string => `${prefix}${hash(about)}${id ? `-${id}` : ''}`;

/**
 * Noted in the turn in which it is called, whatever becomes of the page before it is kept.
 *
 * @param note '' when it is done with.
 * @param at When it was typed.
 * @param id Of the frame that it is typed in.
 */
export async function keepDraft(
  about: string,
  note: string,
  where: Where | null = null,
  at = Date.now(),
  id?: string,
): Promise<void> {
  const key = keyOf(about, id);
  const draft: KeptDraft = { note: note.slice(0, LONGEST), at, about, where, ...(id && { id }) };
  draftJournal?.note(key, draft);
  if (note === '') await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: draft });
  draftJournal?.settle(key, at);
}

/** Keeps what was typed elsewhere, unless what was typed after it is kept by now. */
export async function keepDraftAfter({ about, note, where, id }: NoteDraft, at: number): Promise<void> {
  const key = keyOf(about, id);
  const there = (await browser.storage.local.get<Record<string, KeptDraft>>(key))[key];
  if (!there || there.at < at) await keepDraft(about, note, where, at, id);
  else draftJournal?.settle(key, at);
}

/** A key that keeps nothing may come back with nothing behind it. */
const isWritten = (entry: [string, KeptDraft | null]): entry is [string, KeptDraft] =>
  entry[0].startsWith(prefix) && Boolean(entry[1]?.note);

/** What is kept, with what was typed since; by key, the latest first. */
async function allDrafts(): Promise<[string, KeptDraft][]> {
  const drafts = await browser.storage.local.get<Record<string, KeptDraft | null>>(null);
  for (const [key, draft] of draftJournal?.all() ?? []) if (draft.at > (drafts[key]?.at ?? 0)) drafts[key] = draft;
  return Object.entries(drafts)
    .filter(isWritten)
    .sort(([, a], [, b]) => b.at - a.at);
}

/** The last note that was left on these words, or on others that overlap them; null where none was. */
export async function draftOn(about: string, where: Where | null = null): Promise<NoteDraft | null> {
  const drafts = await allDrafts();
  // Under their key too: what the first version left does not name its words.
  const own = drafts.find(([key, draft]) => draft.about === about || key === keyOf(about, undefined));
  if (own) return draftOf({ ...own[1], about });
  if (!where) return null;
  const there = drafts.map(([, draft]) => draftOf(draft));
  return there.find((draft) => overlap(draft, { about, where })) ?? null;
}

/** The notes that were left unfinished in a page, the latest first. */
export async function draftsIn(url: string): Promise<NoteDraft[]> {
  return (await allDrafts()).filter(([, { where }]) => where?.url === url).map(([, draft]) => draftOf(draft));
}

const draftOf = ({ about = '', note, where = null, id }: KeptDraft): NoteDraft => ({
  about,
  note,
  where,
  ...(id && { id }),
});

/** Calls back whenever a note was begun, gone on with or finished. @returns how to stop. */
function watchDrafts(listener: () => void): () => void {
  const hear = (changes: object, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(prefix))) listener();
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}

/** For the surfaces that list them. */
export const noteDrafts: NoteDrafts = {
  in: draftsIn,
  keep: ({ about, where, id }, note) => keepDraft(about, note, where, Date.now(), id),
  watch: watchDrafts,
};

/** Keeps what a page that was left took along unkept. For the background, in the order of what it is told of drafts. */
export async function keepNoted(): Promise<void> {
  for (const draft of draftJournal?.all().values() ?? []) await keepDraftAfter(draftOf(draft), draft.at);
}

/** Forgets those that nobody came back to. */
export async function sweepDrafts(now = Date.now()): Promise<void> {
  const old = (await allDrafts()).filter(([, { at }]) => now - at > KEPT).map(([key]) => key);
  await browser.storage.local.remove(old);
  if (draftJournal) for (const key of old) draftJournal.settle(key, now);
}
