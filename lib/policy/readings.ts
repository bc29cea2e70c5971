import { isClose, isOpen } from './chars';
import { fieldsOf } from './labels';
import type { Paragraph } from './paragraphs';
import { closing, type Piece, readBareList, readFields, readOwnLine, readRoleClauses } from './pieces';

/** A paragraph with the stretches that divide work in it. */
export interface Reading {
  readonly paragraph: Paragraph;
  /** line: nothing but fields. node: begins with a number. text: anything else. cell: stands in a table. */
  readonly kind: 'line' | 'node' | 'text' | 'cell';
  readonly pieces: readonly Piece[];
  /** A closing bracket that lists organs and no role: the document decides whether it counts. */
  readonly bare: Piece | null;
}

/** Reads one paragraph by itself. Cost: linear in its length. */
export function readParagraph(paragraph: Paragraph): Reading {
  if (paragraph.cell) return { paragraph, kind: 'cell', pieces: [], bare: null };
  const { strand, marker } = paragraph;
  if (paragraph.furniture) return { paragraph, kind: 'text', pieces: [], bare: null };
  const line = readOwnLine(strand);
  if (line) return { paragraph, kind: 'line', pieces: [line], bare: null };
  if (marker?.length) {
    const rest = readOwnLine(strand.slice(marker.length));
    if (rest?.drafts.length) return { paragraph, kind: 'line', pieces: [shift(rest, marker.length)], bare: null };
  }
  const { pieces, bare } = readBrackets(paragraph);
  const tail = readTail(paragraph, pieces);
  if (tail) pieces.push(tail);
  return { paragraph, kind: marker && marker.scheme !== 'is' ? 'node' : 'text', pieces, bare };
}

function shift(piece: Piece, by: number): Piece {
  const move = <T extends { start: number; end: number }>(t: T): T => ({ ...t, start: t.start + by, end: t.end + by });
  return {
    ...piece,
    start: 0,
    end: piece.end + by,
    drafts: piece.drafts.map(move),
    times: piece.times.map(move),
    rules: piece.rules.map(move),
    added: piece.added.map(move),
    unread: piece.unread.map(move),
  };
}

/** Outermost bracket groups; an opening bracket that is never closed hides nothing after it. */
export function bracketGroups(text: string): { start: number; end: number }[] {
  const stack: number[] = [];
  const groups: { start: number; end: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (isOpen(c)) stack.push(i);
    else if (isClose(c) && stack.length) {
      const start = stack.pop()!;
      while (groups.length && groups.at(-1)!.start > start) groups.pop();
      groups.push({ start, end: i + 1 });
    }
  }
  return groups;
}

function readBrackets({ strand }: Paragraph): { pieces: Piece[]; bare: Piece | null } {
  const { text } = strand;
  const pieces: Piece[] = [];
  let bare: Piece | null = null;
  for (const group of bracketGroups(text)) {
    const start = group.start + 1;
    const end = group.end - 1;
    if (end - start < 2) continue;
    const after = text[group.end] ?? '';
    const before = text[group.start - 1] ?? '';
    const labelled = readFields(strand, start, end, 'bracket', group);
    if (labelled && (labelled.drafts.length || labelled.times.length || labelled.unread.length)) {
      pieces.push(labelled);
      continue;
    }
    const atEnd = after === '' || '。；;，（([［【'.includes(after) || '。；！？'.includes(before);
    if (!atEnd) continue;
    const clauses = readRoleClauses(strand, start, end, 'bracket', group);
    if (clauses) {
      pieces.push(clauses);
      continue;
    }
    if (group.end >= text.length - 1) bare = readBareList(strand, start, end, group);
  }
  return { pieces, bare };
}

/** Fields that follow the body in the same paragraph: …全覆盖。责任单位：市教育局. */
function readTail({ strand, marker }: Paragraph, pieces: readonly Piece[]): Piece | null {
  const { text } = strand;
  if (!/[：:]/.test(text)) return null;
  const from = marker?.length ?? 0;
  const groups = bracketGroups(text);
  const fields = fieldsOf(strand, from).filter(
    (f) => f.kind !== 'none' && f.kind !== 'person' && !groups.some((g) => f.start >= g.start && f.start < g.end),
  );
  const first = fields.find((f) => {
    const before = text[f.start - 1] ?? '';
    return '。；！？）)'.includes(before) || strand.hasGap(f.start);
  });
  if (!first || pieces.some((p) => p.start > first.start)) return null;
  const piece = readFields(strand, first.start, strand.length, 'line', { start: first.start, end: strand.length });
  return piece && (piece.drafts.length || piece.times.length) ? piece : null;
}

export { closing };
