import type { Mark } from '../../paint/types';
import type { PolicyDocument } from '../../policy/types';
import type { AnnotationRecord, TaskRecord } from '../../store/types';
import type { LinearText, Span } from '../../text/types';

/** All that a copy is made of. Spans count in `text`. */
export interface CopySource {
  readonly text: LinearText;
  readonly policy: PolicyDocument;
  readonly url: string;
  /** As they are painted. */
  readonly marks: readonly Mark[];
  readonly annotations: readonly AnnotationRecord[];
  readonly tasks: readonly TaskRecord[];
  /** Where an annotation is printed for sure, by its id; null where that is not known. */
  readonly spanOf: (id: string) => Span | null;
  /** Names of the reader's own units, for the legend. */
  readonly units: readonly string[];
  /** The text is the document and nothing else; false for a page, from which the site's own lines are left out. */
  readonly whole: boolean;
}

/** A document with its marks, notes and tasks, to be kept, sent or pasted. Plain data: it travels in messages. */
export interface AnnotatedCopy {
  /** For the name of a file; the document's own. */
  readonly title: string;
  /** A page that stands alone: no script, nothing that loads. */
  readonly page: string;
  /** What goes to the clipboard, with all its styles inline. */
  readonly fragment: string;
  /** The same for programs that take plain text only. */
  readonly plain: string;
}
