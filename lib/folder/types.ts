import type { FormatErrorCode, FormatWarning, Recognised } from '../formats/types';
import type { Mine } from '../page/engine';
import type { DocumentClass } from '../policy/types';
import type { NewTask, SeenDocument } from '../store/port';

/** A file as it was found. */
export interface FoundFile {
  /** null: something is there, a file or a folder, that could not be had. */
  readonly file: File | null;
  /** From the folder that was opened, with `/`: `2026/方案.docx`; the bare name where no folder was. */
  readonly path: string;
}

/** Measures that are ours, by how sure that is; a measure counts once, in the surest. */
export interface OursCount {
  readonly named: number;
  readonly collective: number;
  readonly possible: number;
}

/** What the table shows of a file that was read. Plain data, small. */
export interface Brief extends OursCount {
  /** The measures that name us. */
  readonly namedIds: readonly string[];
  /** The document's own id; the store may know it under another. */
  readonly documentId: string;
  readonly class: DocumentClass;
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly measures: number;
  /**
   * ISO date: the next deadline from today on, or the last one where all have passed, of what is ours for sure; of all
   * measures where no unit is set.
   */
  readonly next: string | null;
  /** What could not be read or was left out. */
  readonly warnings: readonly FormatWarning[];
  /** Numbers of its pages that could only be read from their pictures, and were not; absent where there are none. */
  readonly scans?: readonly number[];
}

/** A document that was read, as kept until the folder is closed: JSON in a blob. */
export interface Studied {
  readonly seen: SeenDocument;
  readonly warnings: readonly FormatWarning[];
  readonly scans?: readonly number[];
  /** A draft for each measure, without role and certainty: those depend on whose unit asks. */
  readonly drafts: readonly NewTask[];
}

export type FolderErrorCode = FormatErrorCode;

/** To a thread. `today` is an ISO date. */
export type Order =
  | {
      readonly kind: 'study';
      readonly file: File;
      readonly mine: Mine;
      readonly today: string;
      /** What was read on its pages' pictures. */
      readonly recognised?: Recognised;
    }
  | { readonly kind: 'match'; readonly studied: Blob; readonly mine: Mine; readonly today: string }
  | { readonly kind: 'draft'; readonly studied: Blob; readonly mine: Mine };

/** What comes of an order. `drafted` holds a draft for each measure that names us. */
export type Outcome =
  | { readonly kind: 'studied'; readonly brief: Brief; readonly studied: Blob }
  | { readonly kind: 'matched'; readonly brief: Brief }
  | { readonly kind: 'drafted'; readonly seen: SeenDocument; readonly drafts: readonly NewTask[] };

/** From a thread. */
export type Answer =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'failed'; readonly code: FolderErrorCode; readonly message: string }
  | Outcome;
