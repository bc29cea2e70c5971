import { storage } from '@wxt-dev/storage';
import type { LedgerMemory } from './export/ledger/memory';
import { noReminding, type Reminding } from './follow/reminding';
import { emptyRoster, type Roster } from './follow/roster';
import type { StatusWord } from './follow/status-words';
import { type Managed, managed, watchManaged } from './managed';
import { allMarks, type ChosenKind } from './paint/types';
import type { Counts } from './store/tally';
import { guessKind } from './units';
import type { DutyDecision, Profile, Suggestion } from './units/types';

export type Theme = 'auto' | 'light' | 'dark';

/** shown: on every policy page. hidden: the page is marked, the pill stays away until asked for. */
export type PillMode = 'shown' | 'hidden';

/** Whether files that the reader opens are kept in the library: not asked yet, with leave, or not. */
export type KeepFiles = 'ask' | 'yes' | 'no';

/** Which kinds of mark are painted. */
export type MarkChoice = Readonly<Record<ChosenKind, boolean>>;

/** How the reader shows a document of a fixed layout: as reading text, as its original pages, or both in step. */
export type ReaderMode = 'reading' | 'original' | 'both';

/** Records that are not there any more, though nobody removed them. */
export interface Loss {
  readonly noted: Counts;
  readonly present: Counts;
}

/** What the agent in a page gets to know of the reader's choices. */
export interface AgentSettings {
  readonly profiles: readonly Profile[];
  /** Another one whenever the reader decided something else of a duty. What, and of which documents, stays with the background. */
  readonly decided: string;
  readonly theme: Theme;
  readonly marks: MarkChoice;
  /** The pill stays away from this page: everywhere, or for the page's or the site's sake. */
  readonly dismissed: boolean;
}

/** A choice of the reader's, as our pages use it. */
export interface Setting<Value> {
  readonly fallback: Value;
  getValue(): Promise<Value>;
  setValue(value: Value): Promise<void>;
  /** @returns Stops it. */
  watch(listener: (value: Value, before: Value | null) => void): () => void;
}

/** The id of the unit that the administrator has set: it is not kept here, and goes when the policy goes. */
export const MANAGED_UNIT = 'managed';

/** The reader's own units, behind the one that the administrator has set. */
export function withManagedUnit(own: readonly Profile[], { unit, region, aliases }: Managed): readonly Profile[] {
  const rest = own.filter(({ id }) => id !== MANAGED_UNIT);
  if (unit === null) return rest;
  return [{ id: MANAGED_UNIT, name: unit, region, kind: guessKind(unit), aliases, colour: null }, ...rest];
}

/** A choice that an administrator may make instead of the reader; what the reader chose is kept, and counts again later. */
function governed<Value>(
  own: Setting<Value>,
  merge: (own: Value, managed: Managed) => Value,
  strip: (value: Value) => Value = (value) => value,
): Setting<Value> {
  const getValue = async () => merge(await own.getValue(), await managed());
  return {
    fallback: own.fallback,
    getValue,
    setValue: (value) => own.setValue(strip(value)),
    watch: (listener) => {
      const again = () => void getValue().then((value) => listener(value, null));
      const stops = [own.watch(again), watchManaged(again)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/**
 * The reader's choices, each an item with `getValue()`, `setValue()` and `watch()`, kept in the browser's local storage:
 * for our own pages and the background only. The agent in a page asks the background (`agentSettings`).
 *
 * Writes replace a whole value. A value that two surfaces may change at once (`profiles`) is changed by
 * `updateProfiles`; dismissals have a key each (`lib/dismissals.ts`), so that two tabs never overwrite each other.
 */
export const settings = {
  profiles: governed(
    storage.defineItem<readonly Profile[]>('local:profiles', { fallback: [] }),
    withManagedUnit,
    (profiles) => profiles.filter(({ id }) => id !== MANAGED_UNIT),
  ),
  /** What the reader confirmed or turned off, oldest first; see `dutiesOf`. */
  decisions: storage.defineItem<readonly DutyDecision[]>('local:decisions', { fallback: [] }),
  theme: storage.defineItem<Theme>('local:theme', { fallback: 'auto' }),
  pillMode: governed(
    storage.defineItem<PillMode>('local:pillMode', { fallback: 'shown' }),
    (own, { pill }) => pill ?? own,
  ),
  marks: storage.defineItem<MarkChoice>('local:marks', { fallback: allMarks }),
  keepFiles: governed(
    storage.defineItem<KeepFiles>('local:keepFiles', { fallback: 'ask' }),
    (own, { keepFiles }) => keepFiles ?? own,
  ),
  /** Whether the reader still shows what a newcomer has to know. */
  readerHint: storage.defineItem<boolean>('local:readerHint', { fallback: true }),
  /** How much of a row the panel shows before it is opened. */
  panelDensity: storage.defineItem<'dense' | 'loose'>('local:panelDensity', { fallback: 'dense' }),
  readerMode: storage.defineItem<ReaderMode>('local:readerMode', { fallback: 'reading' }),
  readerThumbs: storage.defineItem<boolean>('local:readerThumbs', { fallback: false }),
  /** Thumbnails where the reading text stands beside: there is little room, so they are asked for on their own. */
  readerThumbsBeside: storage.defineItem<boolean>('local:readerThumbsBeside', { fallback: false }),
  /** When everything was last backed up to a file, ISO 8601; null: never. */
  lastBackup: storage.defineItem<string | null>('local:lastBackup', { fallback: null }),
  /** How many records there were after the last write; null: never counted. */
  tally: storage.defineItem<Counts | null>('local:tally', { fallback: null }),
  /** A loss that the reader has not yet seen. */
  loss: storage.defineItem<Loss | null>('local:loss', { fallback: null }),
  /** Whether and when to remind; to be read by `readReminding`. */
  reminding: storage.defineItem<Reminding>('local:reminding', { fallback: noReminding }),
  /** The day on which was last reminded, ISO; null: never. */
  reminded: storage.defineItem<string | null>('local:reminded', { fallback: null }),
  /** People of the reader's office, to choose from: 分管领导, 承办科室, 承办人; to be read by `readRoster`. */
  roster: storage.defineItem<Roster>('local:roster', { fallback: emptyRoster }),
  /** Status words of the office's own; to be read by `readStatusWords`. */
  statusWords: storage.defineItem<readonly StatusWord[]>('local:statusWords', { fallback: [] }),
  /** How the task list is laid out, with its named views; to be read by `readLayout`. */
  taskLayout: storage.defineItem<unknown>('local:taskLayout', { fallback: null }),
  /** How a ledger was last written, and the column sets that are kept; to be read by `readMemory`. */
  ledger: storage.defineItem<LedgerMemory | null>('local:ledger', { fallback: null }),
};

/**
 * Changes the profiles under a lock that all extension pages and the background share. Not for content scripts: their
 * locks are the page's.
 *
 * @param change Gets the present profiles, returns the new ones.
 */
export async function updateProfiles(change: (profiles: readonly Profile[]) => readonly Profile[]): Promise<void> {
  await navigator.locks.request('dutymark-profiles', async () => {
    await settings.profiles.setValue(change(await settings.profiles.getValue()));
  });
}

/** Changes the decisions about duties, under a lock of their own; see `updateProfiles`. */
export async function updateDecisions(
  change: (decisions: readonly DutyDecision[]) => readonly DutyDecision[],
): Promise<void> {
  await navigator.locks.request('dutymark-decisions', async () => {
    await settings.decisions.setValue(change(await settings.decisions.getValue()));
  });
}

/** "That is us": makes a profile of a unit a document names. A unit that is there already stays as it is. */
export function adoptUnit({ name, region, kind }: Suggestion): Promise<void> {
  const fresh: Profile = { id: crypto.randomUUID(), name, region, kind, aliases: [], colour: null };
  return updateProfiles((profiles) =>
    profiles.some((profile) => profile.name === name && profile.region === region) ? profiles : [...profiles, fresh],
  );
}
