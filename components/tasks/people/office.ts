import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { emptyRoster, namesToOffer } from '../../../lib/follow/roster';
import type { TaskData } from '../actions';

/** What rows and editors need to know of the people of the reader's office. */
export interface Office {
  readonly names: ReturnType<typeof namesToOffer>;
}

/** Handed down past what lies between: rows are drawn by whoever lists them. */
export const OfficeContext = createContext<Office>({ names: namesToOffer(emptyRoster, []) });

export const useOffice = (): Office => useContext(OfficeContext);

/** Names are counted once for all tasks, not for each row. */
export function useOfficeOf(data: TaskData | null): Office {
  return useMemo(
    () => ({ names: namesToOffer(data?.roster ?? emptyRoster, data?.tasks ?? []) }),
    [data?.roster, data?.tasks],
  );
}
