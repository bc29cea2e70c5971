import { listKey } from '../text/numbering';
import { endsOfSentence } from '../text/sentence';
import type { Piece } from './drafts';
import { View } from './forms/form';
import { saidIn } from './forms/last-sentence';
import type { Grammar } from './grammar';
import type { Reading } from './readings';

/** Longest line that is units and their roles. */
const longest = 160;
/** So many lines with such a division of work are the habit of a document. */
const habit = 2;
/** Most paragraphs of one item. */
const mostOfItem = 6;

/** Lines one behind the other that say who does what stands above them. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Units with their role words on lines of their own (办好灯会⏎县文旅局牵头⏎县公安局、县城管局配合): no label and no number says that they divide the
 * work of the item above, but the document does so throughout. Lines above a list that begins with them are headings, and
 * stay so. Cost: linear.
 */
export function withSaidLines(readings: readonly Reading[], grammar: Grammar): readonly Reading[] {
  const pieces = new Map<number, Piece>();
  for (const [at, reading] of readings.entries()) {
    const piece = divisionOf(reading, grammar);
    if (piece) pieces.set(at, piece);
  }
  const runs = runsOf(pieces);
  if (runs.length < habit || runs.some((run) => !standsBelow(run, readings)) || heads(runs, readings)) return readings;
  return readings.map((reading, at) => {
    const piece = pieces.get(at);
    return piece ? { ...reading, kind: 'line', pieces: [piece], bare: null, head: null, unclear: [] } : reading;
  });
}

/** What a line of units with their role words says; null for any other paragraph. */
function divisionOf({ kind, paragraph, pieces }: Reading, grammar: Grammar): Piece | null {
  const { strand, marker, furniture } = paragraph;
  if (kind !== 'text' || pieces.length || marker || furniture || strand.length > longest) return null;
  const end = endsOfSentence(strand.text);
  if (strand.text.slice(0, end).includes('。')) return null;
  const piece = saidIn(new View(paragraph, grammar), 0, end)?.[0]?.piece;
  return piece?.drafts.every((draft) => draft.organ) ? piece : null;
}

function runsOf(pieces: ReadonlyMap<number, Piece>): Run[] {
  const runs: Run[] = [];
  for (const at of pieces.keys()) {
    const last = runs.at(-1);
    if (last?.to === at) runs[runs.length - 1] = { from: last.from, to: at + 1 };
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

/** Above it stands what is to be done: a number near by, and nothing that divides work. */
function standsBelow({ from }: Run, readings: readonly Reading[]): boolean {
  for (let at = from - 1; at >= 0 && from - at <= mostOfItem; at--) {
    const { kind, pieces } = readings[at]!;
    if (kind === 'cell' || kind === 'line' || pieces.length) return false;
    if (kind === 'node') return true;
  }
  return false;
}

/** Below most of them a list begins, or below the last one the list goes on: 县教育局牵头⏎1.…⏎2.… is a heading. */
function heads(runs: readonly Run[], readings: readonly Reading[]): boolean {
  const begun = runs.filter(({ to }) => readings[to]?.paragraph.marker?.value === 1 && readings[to]!.kind === 'node');
  const last = runs.at(-1)!;
  const next = readings[last.to]?.paragraph.marker;
  const own = readings.slice(0, last.from).findLast(({ kind }) => kind === 'node')?.paragraph.marker;
  const goesOn = Boolean(next && own && listKey(next) === listKey(own));
  return goesOn || begun.length * 2 > runs.length;
}
