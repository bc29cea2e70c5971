import { columnOf } from './columns';
import type { Reading } from './readings';
import { isSlipTitle } from './units-above';

const label = /^([\u4e00-\u9fff（）]{2,8})\d{0,2}[：:](?=.)/;
/** So far down stand the units of a slip at the most. */
const head = 20;
/** Most lines of one card. */
const longest = 12;

/**
 * Tasks set as cards of labelled lines (工作任务：…⏎责任单位：…⏎完成时限：…): the label with which the first begins, coming again, begins the
 * next. What stands in between belongs to it, in whatever order: 任务编号：02⏎牵头单位：…⏎任务内容：…. A card that names no units costs
 * those beside it nothing. Cost: linear.
 */
export function withCards(readings: readonly Reading[]): Reading[] {
  const out = withUnitsFirst(readings);
  const known = labelsOf(readings);
  for (let i = 0; i < out.length; i++) {
    const run = runFrom(i, known, readings);
    i = run.at(-1)!;
    if (run.filter((from, k) => namesUnits(from, run[k + 1], readings)).length < 2) continue;
    for (const [k, from] of run.entries()) setCard(out, from, run[k + 1] ?? endOf(from, readings));
  }
  return out;
}

/**
 * Cards that begin with their units (责任单位：…⏎配合单位：…⏎工作任务：…⏎完成时限：…): what is to be done stands behind, and the units are given
 * to it. The first of them stands below no line of a label, so that no units are taken from the task above; a slip (交办单) is one such
 * card.
 */
function withUnitsFirst(readings: readonly Reading[]): Reading[] {
  const out = [...readings];
  for (let i = 0; i < out.length; i++) {
    if (!unitsLabel(readings[i]!) || (i > 0 && readings[i - 1]!.kind !== 'text')) continue;
    const labelled = labelAt(readings[i - 1]) !== null;
    if (labelled && i > head) continue;
    const cards = unitsFirstFrom(i, readings);
    if (cards.length < 2 ? i > head || !isSlip(cards[0], readings) : labelled) continue;
    for (const { lines, task } of cards) {
      const given = lines.flatMap((at) => readings[at]!.pieces.map((piece) => ({ at, piece })));
      for (const at of lines) out[at] = { ...readings[at]!, pieces: [] };
      // No field of the lines around it: what stands between two lines of labels was taken for one.
      out[task] = { ...readings[task]!, given, field: false };
    }
    i = cards.at(-1)!.task;
  }
  return out;
}

/** Lines that name units, and the line of a label below them. */
interface Headed {
  readonly lines: readonly number[];
  readonly task: number;
}

/** A paper that is one card: called a slip, nothing in it is numbered before, and the line below the units says what is to be done. */
function isSlip(card: Headed | undefined, readings: readonly Reading[]): boolean {
  if (!card) return false;
  const above = readings.slice(0, card.lines[0]);
  const kind = columnOf(labelAt(readings[card.task]!) ?? '')?.kind;
  return (kind === 'text' || kind === 'title') && above.every((r) => r.kind === 'text') && above.some(isSlipTitle);
}

/** The label of a line that names units. */
const unitsLabel = ({ kind, pieces, paragraph: { strand, marker } }: Reading): string | null =>
  kind === 'line' && !marker && pieces.some((p) => p.drafts.length > 0)
    ? (label.exec(strand.text.slice(0, 10))?.[1] ?? null)
    : null;

/** Cards whose units have the same label as the line at `first`, each above a line of another label, and nothing but labels in between. */
function unitsFirstFrom(first: number, readings: readonly Reading[]): Headed[] {
  const own = unitsLabel(readings[first]!);
  const cards: Headed[] = [];
  for (let at = first; at < readings.length && (readings[at]!.kind === 'line' || labelAt(readings[at])); at++) {
    if (unitsLabel(readings[at]!) !== own) continue;
    const lines = [at];
    while (readings[at + 1] && unitsLabel(readings[at + 1]!)) lines.push(++at);
    if (!labelAt(readings[at + 1])) return [];
    cards.push({ lines, task: at + 1 });
  }
  return cards;
}

/** The label of a line that names no units; null where it begins otherwise. */
function labelAt(reading: Reading | undefined): string | null {
  if (reading?.kind !== 'text' || reading.paragraph.marker || reading.paragraph.cell) return null;
  return label.exec(reading.paragraph.strand.text.slice(0, 10))?.[1] ?? null;
}

/** Where the next line with the same label stands, for each line that has one. */
function labelsOf(readings: readonly Reading[]): ReadonlyMap<number, number> {
  const next = new Map<number, number>();
  const last = new Map<string, number>();
  for (const [at, reading] of readings.entries()) {
    const own = labelAt(reading);
    if (!own) continue;
    const before = last.get(own);
    if (before !== undefined) next.set(before, at);
    last.set(own, at);
  }
  return next;
}

/** The lines that begin cards one behind the other from `first` on: each has the label of the first, and lines of labels reach up to the next. */
function runFrom(first: number, next: ReadonlyMap<number, number>, readings: readonly Reading[]): number[] {
  const run = [first];
  for (;;) {
    const from = run.at(-1)!;
    const to = next.get(from);
    if (to === undefined || endOf(from, readings) < to) return run;
    run.push(to);
  }
}

/** Units are named between the first line of a card and the next card. */
const namesUnits = (from: number, to: number | undefined, readings: readonly Reading[]): boolean =>
  readings
    .slice(from + 1, to ?? endOf(from, readings))
    .some(({ kind, pieces }) => kind === 'line' && pieces.some((p) => p.drafts.length > 0));

/** Where the lines of labels end that begin at `from`. */
function endOf(from: number, readings: readonly Reading[]): number {
  let to = from + 1;
  while (to < readings.length && to - from < longest && (readings[to]!.kind === 'line' || labelAt(readings[to]))) to++;
  return to;
}

function setCard(readings: Reading[], from: number, end: number): void {
  readings[from] = { ...readings[from]!, field: false };
  for (let at = from + 1; at < end; at++)
    if (readings[at]!.kind === 'text') readings[at] = { ...readings[at]!, field: true };
}
