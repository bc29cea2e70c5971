import type { Where } from './page/note-draft';

/** A note that is being written over a page, as it is kept; '' once it is done with. */
export interface KeptDraft {
  readonly note: string;
  /** When it was typed. */
  readonly at: number;
  readonly about?: string;
  readonly where?: Where | null;
  readonly id?: string;
}

/**
 * What was typed over a page and is not known to be kept yet. In Firefox a frame and its unfinished writes go with the page, and a
 * message to a background that has to wake first may go with them, too; what is put into the origin's own `localStorage` stands there
 * when the turn of the key ends. That is the same for our frames in whatever page and for our own pages; in Chromium it would be
 * another for every site, and `storage.local` keeps what a frame began to write. No page of the web sees it.
 */
export interface DraftJournal {
  /** Unless what was typed after it is noted. */
  note(key: string, draft: KeptDraft): void;
  /** What was typed until then is kept by now, or done with. */
  settle(key: string, at: number): void;
  all(): ReadonlyMap<string, KeptDraft>;
}

const prefix = 'unkept:';

/** @param storage The origin's `localStorage`; asked for at each use, for the browser may refuse it. */
export function createDraftJournal(storage: () => Storage): DraftJournal {
  /** What the storage says, or nothing where it is full or turned off: the draft goes the longer way all the same. */
  const attempt = <Result>(work: (storage: Storage) => Result, otherwise: Result): Result => {
    try {
      return work(storage());
    } catch {
      return otherwise;
    }
  };
  const read = (in_: Storage, name: string): KeptDraft | null => {
    const draft = JSON.parse(in_.getItem(name) ?? 'null') as KeptDraft | null;
    return draft && typeof draft.note === 'string' && typeof draft.at === 'number' ? draft : null;
  };
  return {
    note: (key, draft) =>
      attempt((in_) => {
        if ((read(in_, prefix + key)?.at ?? 0) < draft.at) in_.setItem(prefix + key, JSON.stringify(draft));
      }, undefined),
    settle: (key, at) =>
      attempt((in_) => {
        const there = read(in_, prefix + key);
        if (there && there.at <= at) in_.removeItem(prefix + key);
      }, undefined),
    all: () =>
      attempt(
        (in_) =>
          new Map(
            Object.keys(in_).flatMap((name) => {
              const draft = name.startsWith(prefix) ? read(in_, name) : null;
              return draft ? [[name.slice(prefix.length), draft] as const] : [];
            }),
          ),
        new Map(),
      ),
  };
}

/** The one of this browser; null where it has no use. */
export const draftJournal: DraftJournal | null = import.meta.env.FIREFOX
  ? createDraftJournal(() => localStorage)
  : null;
