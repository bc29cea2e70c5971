import type { Strand } from '../../text/strand';
import { type BracketGroup, bracketGroups } from '../brackets';
import type { Piece } from '../drafts';
import { type Field, fieldsOf } from '../fields';
import type { Grammar } from '../grammar';
import type { Paragraph } from '../paragraphs';

/**
 * When a candidate is a division of work. always: by what it says itself. end, inner, head: only where the document does
 * so throughout (see `decide`). never: it is told as unread and no more.
 */
export type Counts = 'always' | 'end' | 'inner' | 'head' | 'never';

/** A stretch that one form takes for a division of work. */
export interface Candidate {
  readonly counts: Counts;
  readonly piece: Piece;
  /** The paragraph holds nothing else. */
  readonly line?: boolean;
}

/** A paragraph as forms look at it: its brackets and labels are found once for all. */
export class View {
  readonly strand: Strand;
  /** Characters of its number. */
  readonly from: number;
  readonly groups: readonly BracketGroup[];
  private known: readonly Field[] | null = null;

  constructor(
    readonly paragraph: Paragraph,
    readonly grammar: Grammar,
  ) {
    this.strand = paragraph.strand;
    this.from = paragraph.marker?.length ?? 0;
    this.groups = bracketGroups(this.strand);
  }

  /** Labels with their values, looked for when a form first asks. */
  get fields(): readonly Field[] {
    this.known ??= fieldsOf({ strand: this.strand, start: 0, end: this.strand.length }, this.grammar);
    return this.known;
  }
}

/**
 * A way in which a paragraph may divide work, as a value: how it is read, what it reads, what it must leave alone. The
 * engine knows none by name; a new form is one more value in `forms/index`. Its examples are its tests.
 */
export interface Form {
  readonly name: string;
  /**
   * Candidates in a paragraph. `taken` are those of the forms before it. Cost: linear in the paragraph.
   */
  readonly read: (view: View, taken: readonly Candidate[]) => readonly Candidate[];
  /** Paragraphs with what they say: `l:甲局 p:乙局 r:丙局`. */
  readonly examples: readonly (readonly [paragraph: string, said: string])[];
  readonly counterExamples: readonly string[];
}

export const none: readonly never[] = [];

/** A division in the middle of a sentence might be an aside. */
export const lessSure = (piece: Piece): Piece => ({
  ...piece,
  drafts: piece.drafts.map((d) => ({ ...d, certainty: d.certainty * 0.9 })),
});
