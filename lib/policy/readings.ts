import { isOrgan } from '../names/organ';
import { closesAt, opensAt, Sign } from '../text/chars';
import { readBareList } from './bare-list';
import { building, type Piece } from './drafts';
import { type Field, fieldsOf } from './labels';
import { lessSure, readLastList, readLastSentence } from './last-sentence';
import type { Paragraph } from './paragraphs';
import { readFields, readOwnLine, readRoleClauses, readValue } from './pieces';
import type { Role } from './types';

/** A paragraph with the stretches that divide work in it. */
export interface Reading {
  readonly paragraph: Paragraph;
  /** line: nothing but fields. node: begins with a number. text: anything else. cell: stands in a table. */
  readonly kind: 'line' | 'node' | 'text' | 'cell';
  readonly pieces: readonly Piece[];
  /** A closing bracket that lists organs and no role: the document decides whether it counts. */
  readonly bare: Piece | null;
  /** The same in the middle of a sentence: 新建养老机构五十所，（省民政厅）改造危房一万套. */
  readonly inner: readonly Piece[];
  /** A numbered field of the item above it (1.任务内容：…): text, but no new item after a division of work. */
  readonly field?: boolean;
}

/** Reads one paragraph by itself. Cost: linear in its length. */
export function readParagraph(paragraph: Paragraph): Reading {
  if (paragraph.cell) return { paragraph, kind: 'cell', pieces: none, bare: null, inner: none };
  const { strand, marker } = paragraph;
  if (paragraph.furniture) return { paragraph, kind: 'text', pieces: none, bare: null, inner: none };
  const fields = fieldsOf(strand);
  const line = readOwnLine(strand, fields, 0);
  if (line) return { paragraph, kind: 'line', pieces: [line], bare: null, inner: none };
  if (marker?.length && fields[0]?.start === marker.length) {
    const rest = readOwnLine(strand, fields, marker.length);
    if (rest?.drafts.length) return { paragraph, kind: 'line', pieces: [rest], bare: null, inner: none };
  }
  const groups = strand.signs & Sign.bracket ? bracketGroups(strand.text) : none;
  const { pieces, bare, inner } = groups.length ? readBrackets(paragraph, groups) : noBrackets;
  const tail = fields.length ? readTail(paragraph, fields, pieces, groups) : null;
  const said = tail ?? (pieces.length ? null : readLastSentence(paragraph));
  const kind = marker && marker.scheme !== 'is' ? 'node' : 'text';
  const list = bare ?? (said || pieces.length ? null : readLastList(paragraph));
  return { paragraph, kind, pieces: said ? [...pieces, said] : pieces, bare: list, inner };
}

const none: readonly never[] = [];
const noBrackets = { pieces: none, bare: null, inner: none };
const anyBracket = /[（([［〔【]/;

/** Outermost bracket groups; an opening bracket that is never closed hides nothing after it. */
export function bracketGroups(text: string): readonly { start: number; end: number }[] {
  const first = text.search(anyBracket);
  if (first < 0) return none;
  const groups: { start: number; end: number }[] = [];
  const stack: number[] = [];
  for (let i = first; i < text.length; i++) {
    if (opensAt(text, i)) stack.push(i);
    else if (stack.length && closesAt(text, i)) {
      const start = stack.pop()!;
      while (groups.length && groups.at(-1)!.start > start) groups.pop();
      groups.push({ start, end: i + 1 });
    }
  }
  return groups;
}

function readBrackets(
  { strand }: Paragraph,
  groups: readonly { start: number; end: number }[],
): { pieces: Piece[]; bare: Piece | null; inner: Piece[] } {
  const { text } = strand;
  const pieces: Piece[] = [];
  let bare: Piece | null = null;
  const inner: Piece[] = [];
  for (const group of groups) {
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
    const clauses = readRoleClauses(strand, start, end, 'bracket', group);
    if (clauses && (atEnd || (clauses.drafts.length > 0 && clauses.drafts.every((d) => isOrgan(d.name))))) {
      pieces.push(atEnd ? clauses : lessSure(clauses));
      continue;
    }
    if (group.end >= text.length - 1) bare = readBareList(strand, start, end, group);
    else if (/[，。；、]/.test(before) || atEnd) {
      const list = readBareList(strand, start, end, group);
      if (list) inner.push(list);
    }
  }
  return { pieces, bare, inner };
}

/** Fields that follow the body in the same paragraph: …全覆盖。责任单位：市教育局. */
function readTail(
  { strand }: Paragraph,
  all: readonly Field[],
  pieces: readonly Piece[],
  groups: readonly { start: number; end: number }[],
): Piece | null {
  const { text } = strand;
  const fields = all.filter((f) => f.kind !== 'none' && !groups.some((g) => f.start >= g.start && f.start < g.end));
  const first = fields.find((f) => {
    const before = text[f.start - 1] ?? '';
    return f.start > 0 && ('。；！？）)'.includes(before) || strand.hasGap(f.start));
  });
  if (!first || pieces.some((p) => p.start > first.start)) return null;
  const piece = readFields(strand, first.start, strand.length, 'line', { start: first.start, end: strand.length });
  return piece && (piece.drafts.length || piece.times.length) ? piece : null;
}

/**
 * Labels whose units stand on the lines below, one a line (责任单位：⏎县公安局⏎县司法局): those lines become part of the
 * division of work. Cost: linear.
 */
export function withUnitsBelow(readings: readonly Reading[]): Reading[] {
  const out = [...readings];
  let role: Role | null = null;
  for (let i = 0; i < out.length; i++) {
    const reading = out[i]!;
    if (reading.kind === 'line') role = reading.pieces[0]?.awaits ?? null;
    else if (role && reading.kind === 'text' && reading.paragraph.strand.length <= 80 && !reading.paragraph.furniture) {
      const { strand } = reading.paragraph;
      const b = building();
      if (!/[。！？]$/.test(strand.text)) readValue(strand, 0, strand.length, role, 'line', 0.88, b);
      if (b.drafts.length && !b.unread.length && b.drafts.every((d) => isOrgan(d.name))) {
        out[i] = {
          ...reading,
          kind: 'line',
          pieces: [{ start: 0, end: strand.length, form: 'line', ...b, awaits: role }],
        };
      } else role = null;
    } else role = null;
  }
  return out;
}
