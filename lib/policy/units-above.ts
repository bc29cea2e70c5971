import { nameLength } from '../names/name-length';
import { isCollective } from '../names/organ';
import { opensAt } from '../text/chars';
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
    if (!groups.length || standBelow(groups, readings)) continue;
    if (
      groups.length === 1 &&
      !isHeadedSo(i, groups[0]!, readings, open) &&
      !(open.none && handsOut(readings, i, groups[0]!))
    )
      continue;
    out ??= [...readings];
    const sure = groups.slice(0, -1).every(({ items }) => items.length === 1) && groups.length > 1 ? either : above;
    for (const group of groups) give(out, group, sure);
    open.setAbove(readings[groups[0]!.items[0]!]!.paragraph.marker!);
    i = groups.at(-1)!.to - 1;
  }
  return out ?? readings;
}

/** One line alone below a heading of a list whose units stand above elsewhere. */
function isHeadedSo(at: number, { items }: Group, readings: readonly Reading[], open: OpenNumbers): boolean {
  const own = readings[items[0]!]!.paragraph.marker!;
  const before = readings[at - 1]?.paragraph.marker;
  return open.isAbove(own) && before != null && listKey(before) !== listKey(own);
}

/** The numberings that have begun above a line and may go on below it. */
class OpenNumbers {
  private readonly last = new Map<string, number>();
  private levels: Marker[] = [];
  /** Lists whose units stand above: they go on so over a heading. */
  private readonly above = new Set<string>();

  /** Nothing is numbered yet. */
  get none(): boolean {
    return this.last.size === 0;
  }

  pass(marker: Marker): void {
    this.levels = [...this.levels.filter((m) => rank[m.scheme] < rank[marker.scheme]), marker];
    this.last.set(listKey(marker), marker.value);
  }

  /** From here on the units of this list stand above its items. */
  setAbove(marker: Marker): void {
    this.above.add(listKey(marker));
  }

  isAbove(marker: Marker): boolean {
    return this.above.has(listKey(marker));
  }

  /** Is it a list of which items stand above: of the same section, or counted on over a heading? */
  goesOnWith(marker: Marker): boolean {
    const key = listKey(marker);
    if (this.above.has(key)) return false;
    return this.last.get(key) === marker.value - 1 || this.levels.some((m) => listKey(m) === key);
  }
}

/** How sure it is that the lines stand above; where each has one item only, the first may as well be the whole paper's. */
const above = 0.9;
const either = 0.7;

/**
 * Signs that the lines stand below their items, the first being the whole paper's: it alone names a class, or is set off from the first
 * item by words; the others alone have times beside them; they stand in brackets; or a blank line parts them from what follows.
 */
function standBelow([first, ...rest]: readonly Group[], readings: readonly Reading[]): boolean {
  if (!rest.length) return false;
  const classes = ({ lines }: Group): boolean =>
    lines.every((at) => readings[at]!.pieces.every((p) => p.drafts.every(({ name }) => isCollective(name))));
  const timed = ({ lines }: Group): boolean => lines.some((at) => readings[at]!.pieces.some((p) => p.times.length > 0));
  const apart = ({ lines, items }: Group): boolean => items[0]! > lines.at(-1)! + 1;
  const boxed = ({ lines }: Group): boolean => isBoxed(readings[lines[0]!]!);
  const odd = (is: (group: Group) => boolean): boolean => is(first!) && !rest.some(is);
  return (
    odd(classes) ||
    odd(apart) ||
    (!timed(first!) && rest.every(timed)) ||
    (!boxed(first!) && rest.every(boxed)) ||
    rest.every((g) => isParted(g, readings))
  );
}

/** White space behind the lines is wider than before them. */
function isParted({ lines, items }: Group, readings: readonly Reading[]): boolean {
  const strandAt = (at: number) => readings[at]!.paragraph.strand;
  const [before, head, tail, behind] = [lines[0]! - 1, lines[0]!, lines.at(-1)!, items[0]!].map(strandAt);
  return behind!.span().start - tail!.span().end > head!.span().start - before!.span().end;
}

const namesUnits = ({ kind, paragraph, pieces }: Reading): boolean =>
  kind === 'line' && !paragraph.marker && !paragraph.cell && pieces.some((p) => p.drafts.length > 0);

/** The label of a line. */
const labelOf = ({ paragraph: { strand } }: Reading): string =>
  /^[^：:]{2,10}(?=[：:])/.exec(strand.text.slice(0, 12))?.[0] ?? '';

const isBoxed = ({ paragraph: { strand } }: Reading): boolean => opensAt(strand.text, 0);
/** The same label begins both, or both stand in brackets. */
const isLike = (one: Reading, other: Reading): boolean =>
  (isBoxed(one) && isBoxed(other)) || labelOf(one) === labelOf(other);

/** The groups from `first` on; none where the lines stand below their items. @param open what is numbered above */
function groupsFrom(first: number, readings: readonly Reading[], open: OpenNumbers): Group[] {
  const groups: Group[] = [];
  let key = '';
  let at = first;
  while (at < readings.length && namesUnits(readings[at]!) && isLike(readings[at]!, readings[first]!)) {
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

/** 办理要求：above a list that begins anew: its points are none of these items. */
const isHeading = ({ kind, paragraph: { strand } }: Reading, next: Reading | undefined): boolean =>
  kind === 'text' && strand.length <= 12 && /[：:]$/.test(strand.text) && next?.paragraph.marker?.value === 1;

/** The items of a list from `from` on, up to the next line of units or a number above them. */
function itemsFrom(from: number, readings: readonly Reading[], key: string): { items: number[]; to: number } {
  const items: number[] = [];
  const level = rank[readings[from]!.paragraph.marker!.scheme];
  let to = from;
  for (; to < readings.length; to++) {
    const reading = readings[to]!;
    const { marker } = reading.paragraph;
    if (namesUnits(reading) || isHeading(reading, readings[to + 1])) break;
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

/** 2.市住建局核查资金: the point asks one of them by itself. */
function isOwn({ paragraph: { strand, marker } }: Reading, names: ReadonlySet<string>): boolean {
  const length = nameLength(strand.text.slice(marker!.length));
  return length > 0 && names.has(strand.text.slice(marker!.length, marker!.length + length));
}

function give(readings: Reading[], { lines, items, to }: Group, sure: number): void {
  const said = lines.flatMap((at) =>
    readings[at]!.pieces.map((piece: Piece) => {
      const drafts = piece.drafts.map((d) => ({ ...d, certainty: Math.min(d.certainty, sure) }));
      return { at, piece: { ...piece, drafts } };
    }),
  );
  const names = new Set(said.flatMap(({ piece }) => piece.drafts.map((d) => d.name)));
  for (const [k, i] of items.entries()) {
    if (isDivided(readings, i, items[k + 1] ?? to) || isOwn(readings[i]!, names)) continue;
    readings[i] = { ...readings[i]!, given: [...(readings[i]!.given ?? []), ...said] };
  }
  for (const at of lines) readings[at] = asNote(readings[at]!, []);
}
