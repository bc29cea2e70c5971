import type { Reading } from './readings';

const label = /^([\u4e00-\u9fff（）]{2,8})[：:](?=.)/;
/** Most lines of one card. */
const longest = 12;

/**
 * Tasks set as cards of labelled lines (工作任务：…⏎责任单位：…⏎完成时限：…): the label with which the first begins, coming again, begins the
 * next. What stands in between belongs to it, in whatever order: 任务编号：02⏎牵头单位：…⏎任务内容：…. Cost: linear.
 */
export function withCards(readings: readonly Reading[]): Reading[] {
  const out = [...readings];
  const known = labelsOf(readings);
  for (let i = 0; i < out.length; i++) {
    const starts = known.get(labelAt(out[i]!) ?? '');
    if (!starts || starts[0] !== i || !areCards(starts, readings)) continue;
    for (const [k, from] of starts.entries()) setCard(out, from, starts[k + 1] ?? endOf(from, readings));
    i = starts.at(-1)!;
  }
  return out;
}

/** The label of a line that names no units; null where it begins otherwise. */
const labelAt = ({ kind, paragraph: { strand, marker, cell } }: Reading): string | null =>
  kind === 'text' && !marker && !cell ? (label.exec(strand.text.slice(0, 10))?.[1] ?? null) : null;

/** Where each label stands. */
function labelsOf(readings: readonly Reading[]): Map<string, number[]> {
  const known = new Map<string, number[]>();
  for (const [at, reading] of readings.entries()) {
    const own = labelAt(reading);
    if (own) known.set(own, [...(known.get(own) ?? []), at]);
  }
  return known;
}

const named = ({ kind, pieces }: Reading): boolean => kind === 'line' && pieces.some((p) => p.drafts.length > 0);

/** Between each and the next, and behind the last, stand lines of labels alone, and one of them names units. */
const areCards = (starts: readonly number[], readings: readonly Reading[]): boolean =>
  starts.length > 1 &&
  starts.every((from, k) => {
    const end = endOf(from, readings);
    const next = starts[k + 1] ?? end;
    return end >= next && readings.slice(from + 1, next).some(named);
  });

/** Where the lines of labels end that begin at `from`. */
function endOf(from: number, readings: readonly Reading[]): number {
  let to = from + 1;
  while (to < readings.length && to - from < longest && (readings[to]!.kind === 'line' || labelAt(readings[to]!))) to++;
  return to;
}

function setCard(readings: Reading[], from: number, end: number): void {
  readings[from] = { ...readings[from]!, field: false };
  for (let at = from + 1; at < end; at++)
    if (readings[at]!.kind === 'text') readings[at] = { ...readings[at]!, field: true };
}
