import type { Row } from './rows';

/** What is known of the rows beyond themselves. */
export interface Decided {
  /** Ids of the measures taken on. */
  readonly taken: ReadonlySet<string>;
  /** Keys of rows decided a moment ago, of which the list does not know yet. */
  readonly pending: ReadonlySet<string>;
}

/** Whether the reader has yet to say something: take it on, or say that it is not ours. */
export function isUndecided(row: Row, { taken, pending }: Decided): boolean {
  if (row.kind !== 'measure' || pending.has(row.key) || taken.has(row.measure.id)) return false;
  // “It is ours” was the decision asked for.
  return row.duty?.confirmed !== true;
}

const isRecord = ({ kind }: Row): boolean => kind !== 'section' && kind !== 'group' && kind !== 'unread';

/**
 * Where the cursor goes after a decision about the row at `at`: the next undecided one of its group, below first, then
 * above; then the next in the groups that follow; then from the beginning. Where nothing is left to decide, the row
 * below, or the last one: never with a row that is about to move to another group.
 *
 * @returns Its key; null where there is no other row.
 */
export function nextAfter(rows: readonly Row[], at: number, decided: Decided): string | null {
  const [from, to] = groupAround(rows, at);
  const order = [...range(at + 1, to), ...range(from, at), ...range(to, rows.length), ...range(0, from)];
  const undecided = order.find((index) => isUndecided(rows[index]!, decided));
  if (undecided !== undefined) return rows[undecided]!.key;
  const other = [...range(at + 1, rows.length), ...range(0, at).reverse()].find((index) => isRecord(rows[index]!));
  return other === undefined ? null : rows[other]!.key;
}

/** The first row that waits for a decision; the first record where none does. */
export function firstToDecide(rows: readonly Row[], decided: Decided): string | null {
  return (rows.find((row) => isUndecided(row, decided)) ?? rows.find(isRecord))?.key ?? null;
}

/** Ids of the measures that stand under the heading at or above `at`. */
export function measuresOfGroup(rows: readonly Row[], at: number): string[] {
  const [from, to] = groupAround(rows, at);
  return rows.slice(from, to).flatMap((row) => (row.kind === 'measure' ? [row.measure.id] : []));
}

/** From the first row after its heading to the next heading. */
function groupAround(rows: readonly Row[], at: number): readonly [number, number] {
  const isHead = ({ kind }: Row) => kind === 'section' || kind === 'group';
  let from = at;
  while (from > 0 && !isHead(rows[from]!)) from--;
  if (rows[from] && isHead(rows[from]!)) from++;
  const next = rows.findIndex((row, index) => index >= from && isHead(row));
  return [from, next < 0 ? rows.length : next];
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
