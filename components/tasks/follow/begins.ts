import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** When the time begins that a document plans for, by its id: an ISO date, null where nothing says so. */
export type BeginsOf = (documentId: string) => Promise<string | null>;

/** Handed down past what lies between, and asked only when somebody wants it: a document's whole record is read for it. */
export const BeginsContext = createContext<BeginsOf>(async () => null);

export const useBeginsOf = (): BeginsOf => useContext(BeginsContext);
