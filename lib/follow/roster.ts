import { type PeopleField, peopleFields } from './types';

/** People of one's own office, to choose from. */
export type Roster = Readonly<Record<PeopleField, readonly string[]>>;

export const emptyRoster: Roster = { leaders: [], offices: [], handlers: [] };

const most = { names: 200, length: 40 } as const;

/** A roster as it was kept or came in a backup, as far as it can be used. */
export function readRoster(value: unknown): Roster {
  const kept = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return fromEach((field) => namesOf(kept[field]));
}

/** Both, ours first. */
export const joinedRosters = (ours: Roster, theirs: Roster): Roster =>
  fromEach((field) => namesOf([...ours[field], ...theirs[field]]));

/**
 * Names to offer: the roster's and those that tasks carry already, the most used first.
 *
 * @param tasks any number; each counts once a name
 */
export function namesToOffer(
  roster: Roster,
  tasks: readonly { readonly [Field in PeopleField]?: readonly string[] | undefined }[],
): Readonly<Record<PeopleField, readonly { readonly tag: string; readonly count: number }[]>> {
  const offered = (field: PeopleField) => {
    const counts = new Map(roster[field].map((name) => [name, 0]));
    for (const task of tasks) for (const name of task[field] ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => b.count - a.count);
  };
  return { leaders: offered('leaders'), offices: offered('offices'), handlers: offered('handlers') };
}

function namesOf(value: unknown): string[] {
  const names = (Array.isArray(value) ? value : []).flatMap((name) =>
    typeof name === 'string' ? [name.replace(/\s+/gu, ' ').trim().normalize('NFC')] : [],
  );
  return [...new Set(names)].filter((name) => name !== '' && name.length <= most.length).slice(0, most.names);
}

const fromEach = (of: (field: PeopleField) => string[]): Roster =>
  Object.fromEntries(peopleFields.map((field) => [field, of(field)])) as unknown as Roster;
