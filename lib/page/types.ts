import type { Resolution } from '../anchor/types';
import type { AnnotatedCopy } from '../export/copy/types';
import type { PolicyDocument } from '../policy/types';
import type { NewAnnotation, NewTask } from '../store/port';
import type { Span } from '../text/types';
import type { Duty } from '../units/types';

/** What went wrong, as a code that every surface words in its own language (`errors.*` in the locales). */
export type PageErrorCode = 'empty-page' | 'too-large' | 'read-failed';

/** All that a surface may know of the page it shows. Plain data: it travels in messages. */
export interface PageSnapshot {
  readonly url: string;
  readonly title: string;
  /** Rises by one whenever the page was read anew; spans belong to one revision. */
  readonly revision: number;
  readonly state: 'reading' | 'ready' | 'failed';
  /** 0 to 1 while reading. */
  readonly progress: number;
  readonly error: PageErrorCode | null;
  /** `DocumentRecord.id` this page has or would have. */
  readonly documentId: string | null;
  readonly fingerprint: string | null;
  readonly policy: PolicyDocument | null;
  /** Of all profiles; empty when none is set. */
  readonly duties: readonly Duty[];
  /** How the stored annotations and tasks of this document were found, by their ids. */
  readonly anchors: Readonly<Record<string, Resolution>>;
  /** The page changes without end: no marks are painted in it till it rests, and what it says is read ever more rarely. */
  readonly restless: boolean;
  /** Chinese signs of the page in open shadow roots, where they are not read; 0 or absent for none that matter. */
  readonly apart?: number;
  /** The text the reader has selected in the page, white space joined; null when nothing is. */
  readonly selection: string | null;
}

/** Something in a page that can be shown and selected. */
export type PageTarget =
  | { readonly kind: 'measure'; readonly id: string }
  | { readonly kind: 'annotation'; readonly id: string }
  | { readonly kind: 'task'; readonly id: string }
  /** A piece of the text that has no id of its own (an unread assignment, a rule); void in any other revision. */
  | { readonly kind: 'passage'; readonly revision: number; readonly span: Span };

/**
 * What came of loading the agent by hand. restricted: the browser lets no extension into this page (its own pages, the
 * extension store, other extensions). no-permission: the reader has not granted this site. not-loaded: the browser shows
 * an error instead of the page. gone: the tab was closed.
 */
export type Activation = 'done' | 'restricted' | 'no-permission' | 'not-loaded' | 'gone' | 'failed';

/**
 * What came of going back to a sentence. shown: it is in view. missing: its page is read and has it no more, which the
 * page says too. opened: the page or the reader is being opened or read and will say for itself. The others: its page
 * cannot be entered.
 */
export type Opening = 'shown' | 'missing' | 'opened' | Exclude<Activation, 'done'>;

/**
 * A page as the panel sees it. The agent in a web page answers it by messages, the reader in the same document
 * directly; the panel cannot tell them apart.
 */
export interface PageView {
  /** null when no page of ours answers (a browser page, a page that was never read). */
  snapshot(): Promise<PageSnapshot | null>;
  /** Scrolls to the target and flashes it; false when it is not in the page. */
  reveal(target: PageTarget): Promise<boolean>;
  /** Tasks ready to be stored, with selectors, for measures of the current revision. */
  draftTasks(measureIds: readonly string[]): Promise<NewTask[]>;
  /** From the page's present selection; null when nothing usable is selected. */
  draftTask(): Promise<NewTask | null>;
  draftAnnotation(): Promise<NewAnnotation | null>;
  /** From where a stored annotation or task, by its id, was found now, surely or not; null when it was not found. */
  draftFound(id: string): Promise<NewAnnotation | null>;
  /** The document as printed, with its marks, notes and tasks; null before it is read. */
  annotatedCopy(): Promise<AnnotatedCopy | null>;
  /** Reads a page that was not read, or reads it again. */
  read(): Promise<void>;
  onSnapshot(listener: (snapshot: PageSnapshot | null) => void): () => void;
  /** The reader clicked a mark in the page. */
  onSelect(listener: (target: PageTarget) => void): () => void;
}
