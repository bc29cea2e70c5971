import { useState } from 'preact/hooks';
import { type People, type PeopleField, peopleFields } from '../../../lib/follow/types';
import { tagsIn } from '../../ui/TagInput';
import { type Draft, useDraft } from '../../ui/useDraft';

/** People who are being chosen: kept, chosen and half typed alike, until they are given or not wanted any more. */
export interface PeopleDraft {
  readonly people: People;
  readonly change: (part: People) => void;
  /** Of each field what is typed and no name yet. */
  readonly typed: Readonly<Record<PeopleField, Draft>>;
  /** All of them, what is typed among them; fields that say nothing are not there. */
  readonly said: People;
  /** Some were left there before. */
  readonly left: boolean;
  readonly done: () => void;
}

/** @param name Of the form: `assign`. */
export function usePeopleDraft(name: string): PeopleDraft {
  const chosen = useDraft(`${name}:people`);
  const typed = {
    leaders: useDraft(`${name}:leaders`),
    offices: useDraft(`${name}:offices`),
    handlers: useDraft(`${name}:handlers`),
  };
  const people = peopleIn(chosen.value);
  const said = Object.fromEntries(
    peopleFields
      .map((field) => [field, [...new Set([...(people[field] ?? []), ...tagsIn(typed[field].value)])]] as const)
      .filter(([, names]) => names.length > 0),
  );
  const [left] = useState(Object.keys(said).length > 0);
  return {
    people,
    typed,
    said,
    left,
    change(part) {
      const next = { ...people, ...part };
      const none = peopleFields.every((field) => !next[field]?.length);
      chosen.change(none ? '' : JSON.stringify(next));
    },
    done() {
      chosen.done();
      for (const field of peopleFields) typed[field].done();
    },
  };
}

/** What was kept, as far as it is people: another version may have kept it, or a hand. */
function peopleIn(kept: string): People {
  if (kept === '') return {};
  try {
    const value = JSON.parse(kept) as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      peopleFields.flatMap((field) => {
        const names = value[field];
        return Array.isArray(names) ? [[field, names.filter((each) => typeof each === 'string')]] : [];
      }),
    );
  } catch {
    return {};
  }
}
