import type { ChosenKind, Painter } from '../paint/types';
import type { SeenDocument, Store, StoreChange } from '../store/port';
import type { DomText, Span } from '../text/types';
import type { Kept } from './anchoring';
import type { Engine, Mine } from './engine';
import type { PageLayer } from './layers';
import type { PageMark } from './marks';
import type { PageReading } from './reading';
import type { PageSnapshot, PageTarget, PageView } from './types';

/** What a session needs of the store. */
export type SessionStore = Pick<
  Store,
  'tasks' | 'annotations' | 'document' | 'saveDocument' | 'recognise' | 'noteResolutions'
>;

export interface SessionOptions {
  readonly store: SessionStore;
  readonly engine: Engine;
  /** The address the document is known at; the page's own where none is given. */
  readonly url?: () => string;
  readonly mine?: Mine;
  readonly shown?: (kind: ChosenKind) => boolean;
  readonly paint?: (text: DomText, change: (work: () => void) => void) => Painter;
  /** Read again when the page changes; on by default. */
  readonly watch?: boolean;
  readonly exclude?: (element: Element) => boolean;
  /** As in `ReadOptions`. */
  readonly printed?: (root: Node) => ReadonlyMap<Element, string>;
}

/** A page that is read, painted and kept in step with the store; what a surface sees of it is its `PageView`. */
export interface PageSession extends PageView {
  /** What is known now, without waiting. */
  current(): PageSnapshot;
  /** The document as the store wants to see it; null before it is read. */
  seen(): SeenDocument | null;
  /** The reader's units or decisions changed. */
  setMine(mine: Mine): void;
  setShown(shown: (kind: ChosenKind) => boolean): void;
  /** Something kept of a document changed. */
  storeChanged(change: StoreChange): void;
  /** The targets of the marks printed at a point of the viewport, the narrowest first. */
  targetsAt(x: number, y: number): PageTarget[];
  /** Tells everybody that the reader chose a target. */
  select(target: PageTarget): void;
  /** Keeps the selected passage marked while the reader writes elsewhere; false: no more. */
  hold(on: boolean): void;
  /** Marks the hits of a search and brings the current one (an index) into view; none: the search is over. */
  showHits(hits: readonly Span[], current: number): void;
  /** Where the reader was led last; another object each time, null before. */
  ledTo(): Span | null;
  /** The reader selected something else, or nothing. */
  selectionChanged(): void;
  /** Where a target is printed now; null where it is not. */
  spanOf(target: PageTarget): Span | null;
  rangeOf(span: Span): Range | null;
  /** Paints, selects and reveals in a second print of the text, too, until the function returned is called. */
  attach(layer: PageLayer): () => void;
  /** What is kept of the document, as last heard from the store. */
  kept(): Kept;
  /** The present revision; null before it is read. Another object from revision to revision. */
  reading(): PageReading | null;
  /** What is marked of the document, without what stands for a moment only. */
  marks(): readonly PageMark[];
  /** Resolves when reading, anchoring and painting that were under way are done. */
  settled(): Promise<void>;
  dispose(): void;
}
