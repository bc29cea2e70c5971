import type { Resolution } from '../anchor/types';
import { annotatedCopy } from '../export/copy';
import type { AnnotatedCopy } from '../export/copy/types';
import type { Kept } from './anchoring';
import type { Mine } from './engine';
import { type PageMark, spanOf } from './marks';
import type { PageReading } from './reading';

export interface Copied {
  readonly reading: PageReading | null;
  readonly url: string;
  readonly marks: readonly PageMark[];
  readonly kept: Kept;
  readonly anchors: Readonly<Record<string, Resolution>>;
  readonly mine: Mine;
  /** What the session is on: a page, or an element that holds the document alone. */
  readonly root: Node;
}

/** What a session knows, as a copy to take away; null before the page is read. */
export function copyOf({ root, reading, url, marks, kept, anchors, mine }: Copied): AnnotatedCopy | null {
  if (!reading) return null;
  return annotatedCopy({
    text: reading.text,
    policy: reading.policy,
    url,
    marks,
    ...kept,
    spanOf: (id) => spanOf(anchors[id]),
    units: mine.profiles.map(({ name }) => name),
    whole: root.nodeType !== Node.DOCUMENT_NODE,
  });
}
