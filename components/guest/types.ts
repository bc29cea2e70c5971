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

export interface PillState {
  readonly state: 'reading' | 'ready' | 'failed';
  readonly class: DocumentClass;
  readonly measures: number;
  /** Measures that are ours for sure, by name or by a designation that holds us. */
  readonly mine: number;
  /** Measures that may be ours. */
  readonly possible: number;
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
