import type { Where } from '../../lib/page/note-draft';
import type { DocumentClass, Role } from '../../lib/policy/types';
import type { DutyCertainty } from '../../lib/units/types';

/** Something in the page that a piece of our interface stands beside; follows it when the page scrolls. */
export interface Anchor {
  getBoundingClientRect(): DOMRect;
  getClientRects(): DOMRectList;
  readonly contextElement?: Element;
}

export type Colour = 'yellow' | 'green' | 'blue' | 'red' | 'purple';
export const colours: readonly Colour[] = ['yellow', 'green', 'blue', 'red', 'purple'];

/** How long the pill stays away. */
export type Dismissal = 'page' | 'site' | 'all';

/** What everybody may know: the pill stands in the page. How many measures are ours tells which unit we are. */
export interface PillState {
  readonly state: 'reading' | 'ready' | 'failed';
  readonly class: DocumentClass;
  readonly measures: number;
  /** 0 to 1 while reading. */
  readonly progress: number;
}

/** A measure as its card shows it. */
export interface MeasureFacts {
  readonly kind: 'measure';
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly units: readonly {
    readonly role: Role;
    readonly names: readonly { readonly name: string; readonly mine: boolean; readonly possible?: boolean }[];
  }[];
  readonly deadline: string | null;
  /** It is the document's default deadline. */
  readonly byDefault?: boolean;
  readonly recurrence: string | null;
  readonly duty: { readonly role: Role; readonly certainty: DutyCertainty } | null;
  readonly taken: boolean;
}

/** An annotation as its card shows it. */
export interface NoteFacts {
  readonly kind: 'annotation';
  readonly id: string;
  readonly quote: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly colour: string;
}

/** A task taken on from a selection. */
export interface TaskFacts {
  readonly kind: 'task';
  readonly id: string;
  readonly title: string;
}

export type CardFacts = MeasureFacts | NoteFacts | TaskFacts;

export interface Notice {
  readonly text: string;
  readonly bad?: boolean;
  readonly onUndo?: () => void;
}

/** A notice as it travels to the frame. */
export interface NoticeFacts {
  readonly text: string;
  readonly bad: boolean;
  readonly undo: boolean;
}

/** All that the frame over the page shows; plain data, sent whole whenever something of it changed. */
export interface FrameState {
  readonly theme: 'light' | 'dark';
  /** Beside a selection. */
  readonly toolbar: boolean;
  /** The words that are selected: a note on them that was left unfinished is known by them. */
  readonly about: string;
  /** Where they stand: a note on words that overlap them is found, too. */
  readonly where?: Where | null;
  readonly card: CardFacts | null;
  readonly notice: NoticeFacts | null;
  /** The most that it may take of the page's viewport, in CSS pixels. */
  readonly room: { readonly width: number; readonly height: number };
  /** It has stood where it is, and as large as it is, long enough to be aimed at. */
  readonly still: boolean;
}

/** Why a click was not taken for one: something lay over the button, or it had only just come to where it was. */
export type Doubt = 'covered' | 'early';

/** What the reader did in the frame. */
export type FrameAct =
  | { readonly act: 'annotate'; readonly colour: Colour; readonly note: string }
  | { readonly act: 'task' }
  | { readonly act: 'take'; readonly id: string }
  | { readonly act: 'removeNote'; readonly id: string }
  | { readonly act: 'undo' }
  /** A note is being written, or no more. */
  | { readonly act: 'write'; readonly on: boolean }
  | { readonly act: 'show' }
  /** There is a note in the bar that is not saved, or no more. */
  | { readonly act: 'draft'; readonly on: boolean }
  /** For now. */
  | { readonly act: 'close' }
  /** The bar is sent away: it does not come back for these words. */
  | { readonly act: 'away' }
  | { readonly act: 'doubt'; readonly why: Doubt }
  /** The room that the content takes, in CSS pixels. */
  | { readonly act: 'size'; readonly width: number; readonly height: number };
