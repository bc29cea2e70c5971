import type { Piece } from './drafts';
import { labelMeaning } from './labels';
import type { OutlineNode } from './outline';
import type { Reading } from './readings';
import { isClosing } from './sections';

/** Paragraphs and the pieces that divide work in them. */
export interface Part {
  paragraphs: number[];
  pieces: { at: number; piece: Piece }[];
}

/** Which lists without a role word count in this document: those that close an item, those inside sentences. */
export interface Bare {
  readonly last: boolean;
  readonly inner: boolean;
}

function piecesOf(reading: Reading, bare: Bare): readonly Piece[] {
  const last = reading.bare && (bare.last || bare.inner) ? [reading.bare] : [];
  // 一是…。（甲局）二是…。（乙局）: behind a sentence a list counts where it does at the end of items.
  const { text } = reading.paragraph.strand;
  const inner = bare.inner
    ? reading.inner
    : bare.last
      ? reading.inner.filter((p) => '。；'.includes(text[p.start - 1]!))
      : [];
  if (!last.length && !inner.length) return reading.pieces;
  return [...reading.pieces, ...inner, ...last].sort((a, b) => a.start - b.start);
}

/** What 同上 stands for: the division of work of another paragraph, where that counts. */
function dittoOf({ ditto, given }: Reading, readings: readonly Reading[], bare: Bare): Part['pieces'] {
  if (!ditto) return given ? [...given] : [];
  const { at, roles } = ditto;
  return piecesOf(readings[at]!, bare).flatMap((piece) => {
    const drafts = roles ? piece.drafts.filter((d) => roles.includes(d.role)) : piece.drafts;
    return drafts.length ? [{ at, piece: { ...piece, drafts, times: [], unread: [] } }] : [];
  });
}

/** What a node owns, cut after each division of work that another paragraph follows. */
export function partsOf(
  own: readonly number[],
  readings: readonly Reading[],
  bare: Bare,
): { parts: Part[]; rest: number[] } {
  const parts: Part[] = [];
  let open: Part = { paragraphs: [], pieces: [] };
  let closed = false;
  const lastDivided = own.findLast((i) => piecesOf(readings[i]!, bare).some((piece) => piece.drafts.length > 0)) ?? -1;
  for (const i of own) {
    const reading = readings[i]!;
    const pieces = piecesOf(reading, bare);
    const begins = closed || beginsPart(open, reading, pieces);
    const beside = reading.field || reading.kind === 'line' || (i > lastDivided && isLabelled(reading));
    if (begins && !beside) {
      parts.push(open);
      open = { paragraphs: [], pieces: [] };
      closed = false;
    }
    open.paragraphs.push(i);
    const named = dittoOf(reading, readings, bare);
    open.pieces.push(...named);
    for (const piece of pieces) open.pieces.push({ at: i, piece });
    const last = pieces.at(-1);
    if (last && closes(reading, last, named.length)) closed = true;
  }
  if (open.pieces.some((p) => assigns(p.piece))) parts.push(withoutClosing(open, readings));
  else if (parts.length === 0) return { parts: [], rest: own.slice() };
  else {
    // A time or a person alone belongs to the part before it.
    if (open.pieces.length) parts.at(-1)!.pieces.push(...open.pieces);
    return { parts, rest: open.pieces.length ? [] : open.paragraphs };
  }
  return { parts, rest: [] };
}

/** What stands in it is divided already, and this paragraph says who does something else. */
const beginsPart = (open: Part, reading: Reading, pieces: readonly Piece[]): boolean =>
  open.pieces.some((p) => assigns(p.piece)) && (reading.given !== undefined || isOfGroup(reading, pieces));

/** 电力恢复组：由甲局牵头，乙局参加，负责抢修。: a paragraph of its own that names a group, or a matter, and says who does it. */
const isOfGroup = ({ kind, paragraph: { marker, strand } }: Reading, pieces: readonly Piece[]): boolean =>
  kind === 'text' && !marker && groupLabel.test(strand.text.slice(0, 14)) && pieces.some(assigns);
const groupLabel = /^[\u4e00-\u9fff]{1,10}(?:组|队|班|办|部|中心)[：:]/;

/**
 * 整改目标：…, 督导单位：…: a line of its own with a label that asks for no role and is not what a card's task is called by. Behind the last
 * division it belongs to the part above.
 */
export function isLabelled({ kind, paragraph: { strand, marker } }: Reading): boolean {
  if (kind !== 'text' || marker || strand.length > longestField) return false;
  const label = /^[（(【〔]?([\u4e00-\u9fff]{2,8})[】〕]?[：:]/.exec(strand.text)?.[1];
  return label !== undefined && labelMeaning(label)?.kind === 'none' && !ofTask.test(label);
}
const ofTask = /任务|事项|内容|项目|问题/;
const longestField = 80;

/** A line of fields closes a part where it says something (a note whose words were given to other items does not); a division of work, at a paragraph's end. */
const closes = ({ kind, paragraph }: Reading, last: Piece, named: number): boolean =>
  (kind === 'line' && (assigns(last) || last.times.length > 0)) ||
  (last.end >= paragraph.strand.length - 1 && last.drafts.length + named > 0);

/** Closing words behind the last division are none of its part: 请各单位于每月5日前报送进度. */
function withoutClosing({ paragraphs, pieces }: Part, readings: readonly Reading[]): Part {
  const last = pieces.at(-1)!.at;
  const end = paragraphs.findIndex((i) => i > last && isClosing(readings[i]!.paragraph.strand.text));
  return end < 0 ? { paragraphs, pieces } : { paragraphs: paragraphs.slice(0, end), pieces };
}

export const assigns = (piece: Piece): boolean =>
  piece.drafts.length > 0 || piece.added.length > 0 || piece.unread.length > 0;

/** What each node owns, cut into parts. */
export type Cut = ReadonlyMap<OutlineNode, { parts: Part[]; rest: number[] }>;
