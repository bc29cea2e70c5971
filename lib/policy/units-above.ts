import { listKey, type Marker } from '../text/numbering';
import { columnOf } from './columns';
import type { Piece } from './drafts';
import { rank } from './outline';
import { asNote, isDivided } from './ranged';
import type { Reading } from './readings';

/** Lines of units, and the items below that they are for. */
interface Group {
  readonly lines: readonly number[];
  readonly items: readonly number[];
  /** Behind its last line. */
  readonly to: number;
}

/** Most lines between the units and their first item: 交办事项：, 办结时限：…. */
const between = 4;

/**
 * Units that stand above their items (责任单位：县住建局⏎1.…⏎2.…⏎责任单位：县财政局⏎3.…), as on slips and in lists by unit. Most papers put
 * them below; above they stand where the first such line has no item of its list before it and the last has some behind it. One such
 * line alone counts on a paper that hands out work before anything is numbered. Cost: linear.
 */
export function withUnitsAbove(readings: readonly Reading[]): readonly Reading[] {
  let out: Reading[] | null = null;
  const open = new OpenNumbers();
  for (let i = 0; i < readings.length; i++) {
    const { kind, paragraph } = readings[i]!;
    if (kind === 'node') open.pass(paragraph.marker!);
    if (!namesUnits(readings[i]!) || readings[i - 1]?.kind === 'line') continue;
    const groups = groupsFrom(i, readings, open);
    if (!groups.length || (groups.length === 1 && !(open.none && handsOut(readings, i, groups[0]!)))) continue;
    out ??= [...readings];
    for (const group of groups) give(out, group);
    i = groups.at(-1)!.to - 1;
  }
  return out ?? readings;
}

/** The numberings that have begun above a line and may go on below it. */
class OpenNumbers {
  private readonly last = new Map<string, number>();
  private levels: Marker[] = [];

  /** Nothing is numbered yet. */
  get none(): boolean {
    return this.last.size === 0;
  }

  pass(marker: Marker): void {
    this.levels = [...this.levels.filter((m) => rank[m.scheme] < rank[marker.scheme]), marker];
    this.last.set(listKey(marker), marker.value);
  }

  /** Is it a list of which items stand above: of the same section, or counted on over a heading? */
  goesOnWith(marker: Marker): boolean {
    const key = listKey(marker);
    return this.last.get(key) === marker.value - 1 || this.levels.some((m) => listKey(m) === key);
  }
}

const namesUnits = ({ kind, paragraph, pieces }: Reading): boolean =>
  kind === 'line' && !paragraph.marker && !paragraph.cell && pieces.some((p) => p.drafts.length > 0);

/** The label of a line. */
const labelOf = ({ paragraph: { strand } }: Reading): string =>
  /^[^：:]{2,10}(?=[：:])/.exec(strand.text.slice(0, 12))?.[0] ?? '';

/** The groups from `first` on; none where the lines stand below their items. @param open what is numbered above */
function groupsFrom(first: number, readings: readonly Reading[], open: OpenNumbers): Group[] {
  const groups: Group[] = [];
  const label = labelOf(readings[first]!);
  let key = '';
  let at = first;
  while (at < readings.length && namesUnits(readings[at]!) && labelOf(readings[at]!) === label) {
    const head = headFrom(at, readings);
    const marker = readings[head.to]?.kind === 'node' ? readings[head.to]!.paragraph.marker : null;
    if (!marker || (key ? listKey(marker) !== key : open.goesOnWith(marker))) return [];
    key ||= listKey(marker);
    const items = itemsFrom(head.to, readings, key);
    groups.push({ ...items, lines: head.lines });
    at = items.to;
  }
  return groups;
}

/** The lines of units and times at `from`, and where their first item stands. */
function headFrom(from: number, readings: readonly Reading[]): { lines: number[]; to: number } {
  const lines: number[] = [];
  let to = from;
  for (let others = 0; to < readings.length; to++) {
    const { kind, paragraph } = readings[to]!;
    if (kind === 'line' && !paragraph.marker) lines.push(to);
    else if (kind !== 'text' || paragraph.strand.length > 40 || ++others > between) break;
  }
  return { lines, to };
}

/** The items of a list from `from` on, up to the next line of units or a number above them. */
function itemsFrom(from: number, readings: readonly Reading[], key: string): { items: number[]; to: number } {
  const items: number[] = [];
  const level = rank[readings[from]!.paragraph.marker!.scheme];
  let to = from;
  for (; to < readings.length; to++) {
    const reading = readings[to]!;
    const { marker } = reading.paragraph;
    if (namesUnits(reading)) break;
    if (reading.kind !== 'node' || !marker) continue;
    if (listKey(marker) === key) items.push(to);
    else if (rank[marker.scheme] <= level) break;
  }
  return { items, to };
}

const slip = /(?:任务|交办|督办|整改|责任|转办|分办|办理|派工|认领)[\u4e00-\u9fff]{0,3}(?:单|书|函|表|通知|清单)$/;

/** 督办事项交办单: a line that calls the paper one that hands out work. */
export const isSlipTitle = ({ paragraph: { strand } }: Reading): boolean =>
  strand.length <= 60 && slip.test(strand.text.replace(/\s/gu, ''));

/** A slip: called so, or with a heading for what is to be done above its items, which are sentences. */
function handsOut(readings: readonly Reading[], first: number, { lines, items }: Group): boolean {
  const sentences = items.filter((i) => /.{8}|[。；;]$/s.test(readings[i]!.paragraph.strand.text.slice(2)));
  if (sentences.length * 3 < items.length * 2) return false;
  const named = readings.slice(0, first).some(isSlipTitle);
  const headed = readings
    .slice(lines.at(-1)! + 1, items[0])
    .some(({ paragraph }) => /^(?:text|title)$/.test(columnOf(paragraph.strand.text)?.kind ?? ''));
  return named || headed;
}

function give(readings: Reading[], { lines, items, to }: Group): void {
  const said = lines.flatMap((at) => readings[at]!.pieces.map((piece: Piece) => ({ at, piece })));
  for (const [k, i] of items.entries()) {
    if (isDivided(readings, i, items[k + 1] ?? to)) continue;
    readings[i] = { ...readings[i]!, given: [...(readings[i]!.given ?? []), ...said] };
  }
  for (const at of lines) readings[at] = asNote(readings[at]!, []);
}
