import type { Change } from '../anchor/compare';
import type { Resolution, Selector } from '../anchor/types';
import type { FollowUp } from '../follow/types';
import type { ReadPage } from '../ocr/types';
import type { PolicyDocument, Role } from '../policy/types';
import type { DutyCertainty } from '../units/types';

/** ISO 8601 date and time in UTC. */
export type Instant = string;

/** A document that was seen and of which something is kept. */
export interface DocumentRecord {
  /** What the document says of itself, hashed: document number and title, or the text's fingerprint. */
  readonly id: string;
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly region: string | null;
  /** Newest first; `file:` and `dutymark:sample` addresses too. */
  readonly urls: readonly string[];
  readonly fingerprint: string;
  /**
   * What is different from the version the reader knows, by the `measureId` that tasks carry; until it is acknowledged.
   */
  readonly changed?: Readonly<Record<string, readonly Change['kind'][]>> | null;
  /** Where the present text was first seen when it took the place of an earlier one; absent while there was but one. */
  readonly turnedAt?: string | undefined;
  /** Fingerprints of the texts that a later one took the place of, newest first: what shows one of them is an older copy. */
  readonly superseded?: readonly string[] | undefined;
  /** The present version: as last read, older copies left aside. */
  readonly policy: PolicyDocument;
  readonly firstSeen: Instant;
  readonly lastSeen: Instant;
}

/** A document without its policy: enough for a list. */
export type DocumentHead = Omit<DocumentRecord, 'policy'>;

export type TaskStatus = 'open' | 'doing' | 'done' | 'dropped';

/** The `documentId` of tasks that no document holds. */
export const byHand = 'hand';

/** What the reader has taken on. Facts of the measure are copied: the page may change or go. */
export interface TaskRecord extends FollowUp {
  readonly id: string;
  /** `byHand` where no document holds it. */
  readonly documentId: string;
  /** hand: of a meeting, an instruction, a word; it has a `source` and no passage. */
  readonly origin: 'measure' | 'selection' | 'hand';
  readonly measureId: string | null;
  readonly path: readonly string[];
  readonly number: string | null;
  /** What to do, in one line: the measure's title or its first sentence. */
  readonly title: string;
  /** 原文摘录: the passage as printed, a line for each paragraph or table cell. */
  readonly excerpt: string;
  readonly selectors: readonly Selector[];
  readonly url: string;
  readonly role: Role | null;
  readonly certainty: DutyCertainty | null;
  /** Names of the reader's units when role and certainty were said; absent where none is, or in older records. */
  readonly takenFor?: readonly string[] | undefined;
  readonly lead: readonly string[];
  readonly participants: readonly string[];
  readonly responsible: readonly string[];
  /** As printed; of several the first, see `deadlines`. */
  readonly deadlineText: string | null;
  readonly recurrenceText: string | null;
  /** ISO date; from the measure's deadline, the document's default, or the reader. */
  readonly dueDate: string | null;
  /** The date is the document's default deadline (默认时限): neither the measure's own nor the reader's. */
  readonly dueByDefault?: boolean | undefined;
  readonly status: TaskStatus;
  readonly tags: readonly string[];
  readonly note: string;
  /** How its passage was last found; absent or null while it stood where it was. */
  readonly resolution?: Resolution | null | undefined;
  readonly created: Instant;
  readonly updated: Instant;
}

export interface AnnotationRecord {
  readonly id: string;
  readonly documentId: string;
  readonly quote: string;
  readonly selectors: readonly Selector[];
  readonly path: readonly string[];
  readonly number: string | null;
  readonly note: string;
  readonly tags: readonly string[];
  /** Name of a palette colour: yellow, green, blue, red, purple. */
  readonly colour: string;
  readonly url: string;
  /** How it was last found; null before the first time. */
  readonly resolution: Resolution | null;
  readonly created: Instant;
  readonly updated: Instant;
}

/** What is kept of a file beside its head; lists never load it. */
export interface FileData {
  /** Of its `FileHead`. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** What was read on its pages' pictures, by page number. Absent in records from before that could be done. */
  readonly recognised?: readonly (readonly [number, ReadPage])[];
}

/** A file of the reader's machine that a document came from: enough to say which one it is. */
export interface FileHead {
  /** SHA-256 of its bytes, in hex: the same file opened twice is one. */
  readonly id: string;
  readonly documentId: string;
  readonly name: string;
  /** Of the document. */
  readonly title: string | null;
  /** In bytes. */
  readonly size: number;
  /** When the file itself was last changed. */
  readonly modified: Instant;
  readonly opened: Instant;
  /** Its bytes are kept here. */
  readonly kept: boolean;
  /** Taken out of the library, and still to be had back until it is purged. */
  readonly removed?: Instant | undefined;
}
