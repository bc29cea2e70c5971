import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { emptyRoster, namesToOffer } from '../../../lib/follow/roster';
import type { TaskData } from '../actions';
import type { OwnUnit } from '../taken-for';

/** What rows and editors need to know of the people of the reader's office. */
export interface Office {
  readonly names: ReturnType<typeof namesToOffer>;
  readonly units: readonly OwnUnit[];
}

/** Handed down past what lies between: rows are drawn by whoever lists them. */
export const OfficeContext = createContext<Office>({ names: namesToOffer(emptyRoster, []), units: [] });

export const useOffice = (): Office => useContext(OfficeContext);

/** Names are counted once for all tasks, not for each row. */
export function useOfficeOf(data: TaskData | null): Office {
  return useMemo(
    () => ({ names: namesToOffer(data?.roster ?? emptyRoster, data?.tasks ?? []), units: data?.units ?? [] }),
    [data?.roster, data?.tasks, data?.units],
  );
}
