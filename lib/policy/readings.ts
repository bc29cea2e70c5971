import type { Piece } from './drafts';
import { type Candidate, View } from './forms/form';
import { forms } from './forms/index';
import { type Grammar, genre } from './grammar';
import type { Paragraph } from './paragraphs';
import type { Role } from './types';

/** A paragraph with the stretches that divide work in it. */
export interface Reading {
  readonly paragraph: Paragraph;
  /** line: nothing but fields. node: begins with a number. text: anything else. cell: stands in a table. */
  readonly kind: 'line' | 'node' | 'text' | 'cell';
  readonly pieces: readonly Piece[];
  /** A closing bracket or sentence that lists organs and no role: the document decides whether it counts. */
  readonly bare: Piece | null;
  /** The same in the middle of a sentence: 新建养老机构五十所，（省民政厅）改造危房一万套. */
  readonly inner: readonly Piece[];
  /** Units behind a label that nobody knows. */
  readonly unclear: readonly Piece[];
  /** Units at the head, with what falls to them behind: counts where its list is a division by units. */
  readonly head: Piece | null;
  /** What a sentence below the list says of this item: see `ranged`. */
  readonly given?: readonly { at: number; piece: Piece }[];
  /** A numbered field of the item above it (1.任务内容：…): text, but no new item after a division of work. */
  readonly field?: boolean;
  /** 同上: what another paragraph names holds here as well, of these roles; null: of all. */
  readonly ditto?: { readonly at: number; readonly roles: readonly Role[] | null };
}

const none: readonly never[] = [];

/** Reads one paragraph by itself, by every form. Cost: linear in its length. */
export function readParagraph(paragraph: Paragraph, grammar: Grammar = genre): Reading {
  const { marker, cell, furniture } = paragraph;
  const kind = cell ? 'cell' : marker && marker.scheme !== 'is' ? 'node' : 'text';
  const candidates = cell || furniture ? none : candidatesIn(new View(paragraph, grammar));
  const pieces = outermost(candidates.filter((c) => c.counts === 'always').map((c) => c.piece));
  return {
    paragraph,
    kind: furniture && !cell ? 'text' : candidates.some((c) => c.line) ? 'line' : kind,
    pieces: pieces.length > 1 ? pieces.sort((a, b) => a.start - b.start) : pieces,
    bare: candidates.find((c) => c.counts === 'end')?.piece ?? null,
    inner: candidates.filter((c) => c.counts === 'inner').map((c) => c.piece),
    unclear: candidates.filter((c) => c.counts === 'never').map((c) => c.piece),
    head: candidates.find((c) => c.counts === 'head')?.piece ?? null,
  };
}

/** Without the pieces that another holds: a bracket inside a field's value. */
const outermost = (pieces: Piece[]): Piece[] =>
  pieces.length < 2
    ? pieces
    : pieces.filter(
        (p) =>
          !pieces.some((q) => q !== p && q.start <= p.start && q.end >= p.end && q.end - q.start > p.end - p.start),
      );

function candidatesIn(view: View): readonly Candidate[] {
  const taken: Candidate[] = [];
  for (const form of forms) for (const candidate of form.read(view, taken)) taken.push(candidate);
  return taken;
}
