import { isCollective } from '../names/organ';
import { listKey } from '../text/numbering';
import { actingPoints } from './acting-lists';
import { isBareHeading } from './item-bounds';
import type { OutlineNode } from './outline';
import { readProse } from './prose';
import type { Reading } from './readings';
import { isClosing, isPast, isPlan, isPreamble } from './sections';

/** Headings of what holds for the document as a whole: 保障措施, 组织实施. */
const guarding =
  /^(?:组织(?:领导|保障|实施|推进|机构)|(?:保障|监督|推进|配套)(?:措施|机制|落实)|(?:工作|有关|相关|几点|具体|主要)?要求|(?:强化|加强|完善|健全)?(?:组织|保障|工作|实施)(?:领导|保障|机制|推进|落实)|附则|其他事项|监督(?:考核|检查))/;

/** Headings of stages: what a stage is about is told of the whole document, who does what in it is a task. */
const staging = /^(?:(?:工作|实施|方法)?步骤|进度安排|时间安排)/;

/** The lists that can be a plan of tasks. */
const tasks = new Set(['han', 'han-paren', 'stage', 'arabic', 'arabic-paren', 'named', 'roman', 'letter']);

/** As sure as 由X负责 says it. */
const outright = 0.75;
/** Of so many items one that divides work is a stray. */
const stray = 20;

/** The parts that each node was cut into by its divisions of work. */
type Cut = ReadonlyMap<OutlineNode, { parts: readonly unknown[] }>;
type Judge = (node: OutlineNode) => boolean;

/** What kind of paper it is. */
interface Kind {
  /** Whoever it names has to do it, as in the minutes of a meeting. */
  readonly decided: boolean;
  /** Its title says that it lays work out. */
  readonly lays: boolean;
}

/** How surely a point is a measure (0: it is none), and whether whoever it names has to do it. */
interface Carried {
  readonly certainty: number;
  readonly decided: boolean;
}

/** Of one list: its leaves, and how many of them divide work. */
interface Tally {
  leaves: number;
  assigned: number;
}

/**
 * Which leaves without a division of work are measures all the same, and how surely (0: it is none). What looks like the
 * items that divide work never vanishes; it is only less sure.
 */
export function carrying(
  nodes: readonly OutlineNode[],
  cut: Cut,
  readings: readonly Reading[],
  { decided, lays }: Kind,
): (node: OutlineNode) => Carried {
  const headingOf = (node: OutlineNode): string => {
    const { strand } = readings[node.at]!.paragraph;
    return strand.text.slice(node.marker!.length).replace(/[。：:].*$/s, '');
  };
  const outside = under((node) => isPreamble(headingOf(node)) || isPast(headingOf(node)));
  const guarded = under((node) => guarding.test(headingOf(node)));
  const staged = under((node) => staging.test(headingOf(node)));
  const { tally, assigned } = tallyOf(nodes, cut, outside);
  // What closing sections ask for is told of the whole document; duties told there are listed as unread.
  const none: Judge = (node) => outside(node) || guarded(node);
  const divides: Judge = (node) => cut.get(node)!.parts.length > 0;
  const acting = lays && !decided ? actingPoints(nodes, { readings, divides, none }) : new Set<OutlineNode>();
  const withActing =
    (base: (node: OutlineNode) => number) =>
    (node: OutlineNode): Carried => {
      const certainty = base(node);
      return acting.has(node) ? { certainty: Math.max(certainty, 0.6), decided: true } : { certainty, decided };
    };
  // One or two among many are out of line with their list: what the others are, they decide themselves.
  const most = tally.get(longestList(tally))?.leaves ?? 0;
  if (!decided && (assigned === 0 || (assigned <= 2 && assigned * stray <= most)))
    return withActing(asPlan(nodes, tally, readings, headingOf, outside));
  // Duties told in sentences carry a document only where brackets and lines do not.
  const told = toldIn(nodes, cut, readings, { none, decided });
  const carried = told.size >= 2 && told.size >= assigned && assigned < 4;
  const lists = listsTold(told, tally);
  const speaks = (node: OutlineNode): number =>
    told.has(node) && (carried || lists.has(listKey(node.marker!))) ? 0.9 : told.get(node) ? 0.6 : 0;
  const beside = besideDivided(tally, dividingChildren(nodes, cut), readings, none, speaks);
  return withActing((node) => (staged(node) && !told.has(node) ? 0 : beside(node)));
}

/** Counts the leaves of every list, and those that divide work. */
function tallyOf(nodes: readonly OutlineNode[], cut: Cut, outside: Judge) {
  const tally = new Map<string, Tally>();
  let assigned = 0;
  for (const node of nodes) {
    const has = cut.get(node)!.parts.length > 0;
    if (!has && (node.children.length || outside(node))) continue;
    const key = listKey(node.marker!);
    const t = tally.get(key) ?? { leaves: 0, assigned: 0 };
    t.leaves++;
    if (has) {
      t.assigned++;
      assigned++;
    }
    tally.set(key, t);
  }
  return { tally, assigned };
}

/** A meeting decides: what it asks of a unit is a task. */
const decides = /会议(?:要求|明确|议定|决定|确定|同意|商定|强调)/;
/** Leaves whose sentences say who does what; true where they say it outright (由X负责, 会议要求，X要…). */
function toldIn(
  nodes: readonly OutlineNode[],
  cut: Cut,
  readings: readonly Reading[],
  { none, decided }: { none: Judge; decided: boolean },
): Map<OutlineNode, boolean> {
  const told = new Map<OutlineNode, boolean>();
  for (const node of nodes) {
    if (node.children.length || cut.get(node)!.parts.length || none(node)) continue;
    const strands = node.own.map((i) => readings[i]!.paragraph.strand);
    const asked = decided || strands.some(({ text }) => decides.test(text));
    const options = { onlyBy: false, weak: true, any: decided, decided };
    const drafts = strands.flatMap((strand, k) => readProse(strand, k ? 0 : node.marker!.length, [], options));
    if (drafts.length) told.set(node, asked || drafts.some((d) => d.certainty >= outright && !isCollective(d.name)));
  }
  return told;
}

/** Lists whose sentences carry them, whatever divides the work elsewhere: most of their leaves say who does what, and few do so otherwise. */
function listsTold(told: ReadonlyMap<OutlineNode, boolean>, tally: ReadonlyMap<string, Tally>): Set<string> {
  const counts = new Map<string, number>();
  for (const node of told.keys()) {
    const key = listKey(node.marker!);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const carried = [...counts].filter(([key, count]) => {
    const { leaves, assigned } = tally.get(key)!;
    return count >= 3 && assigned < 4 && count > assigned && (count + assigned) * 5 >= leaves * 3;
  });
  return new Set(carried.map(([key]) => key));
}

/** In a document that divides work: a leaf is a measure when its list or its siblings are. */
function besideDivided(
  tally: ReadonlyMap<string, Tally>,
  near: ReadonlyMap<OutlineNode | null, number>,
  readings: readonly Reading[],
  none: Judge,
  speaks: (node: OutlineNode) => number,
): (node: OutlineNode) => number {
  return (node) => {
    if (none(node)) return 0;
    const reading = readings[node.at]!;
    const last = isClosing(reading.paragraph.strand.text.slice(node.marker!.length));
    const { assigned, leaves } = tally.get(listKey(node.marker!))!;
    const siblings = near.get(node.parent) ?? 0;
    const told = speaks(node);
    // A heading among items, with nothing below it: an item whose work nobody is named for.
    if (told === 0 && isBareHeading(reading)) return siblings >= 2 && !last && standsAlone(node, readings) ? 0.6 : 0;
    const most = assigned >= 2 && assigned * 5 >= leaves * 3;
    if (told >= 0.9 || most || (node.parent && siblings >= 2)) return 0.9;
    return told > 0 || (assigned >= 2 && assigned * 4 >= leaves && !last) ? 0.6 : 0;
  };
}

const standsAlone = ({ own, at }: OutlineNode, readings: readonly Reading[]): boolean =>
  own.length === 1 && readings[at + 1]?.kind !== 'cell';

/** A document that divides no work: its most frequent list, read as a plan. A law's articles are no tasks. */
function asPlan(
  nodes: readonly OutlineNode[],
  tally: ReadonlyMap<string, Tally>,
  readings: readonly Reading[],
  headingOf: (node: OutlineNode) => string,
  outside: Judge,
): (node: OutlineNode) => number {
  const reports = nodes.some((n) => isPast(headingOf(n)));
  if (nodes.some((n) => n.marker!.scheme === 'article')) return () => 0;
  const best = longestList(tally);
  const planned: Judge = (node) => {
    for (let n: OutlineNode | null = node; n; n = n.parent) if (isPlan(headingOf(n))) return true;
    return false;
  };
  return (node) => {
    if (listKey(node.marker!) !== best || outside(node)) return 0;
    if (reports && !planned(node)) return 0;
    return readings[node.at]!.paragraph.strand.length > node.marker!.length + 8 ? 0.9 : 0;
  };
}

/** The list of tasks with most leaves, the first of two that are even; empty where there is none. */
function longestList(tally: ReadonlyMap<string, Tally>): string {
  let best = '';
  let most = 0;
  for (const [key, t] of tally) {
    if (!tasks.has(key.split(' ')[0]!) || t.leaves <= most) continue;
    best = key;
    most = t.leaves;
  }
  return best;
}

/** Whether a judgement holds for a node or for one above it; each node is judged once. */
function under(judge: (node: OutlineNode) => boolean): (node: OutlineNode) => boolean {
  const known = new Map<OutlineNode, boolean>();
  const holds = (node: OutlineNode): boolean => {
    let found = known.get(node);
    if (found === undefined) {
      found = judge(node) || (node.parent !== null && holds(node.parent));
      known.set(node, found);
    }
    return found;
  };
  return holds;
}

/** How many children of each node divide work. */
function dividingChildren(
  nodes: readonly OutlineNode[],
  cut: ReadonlyMap<OutlineNode, { parts: readonly unknown[] }>,
): Map<OutlineNode | null, number> {
  const near = new Map<OutlineNode | null, number>();
  for (const node of nodes) if (cut.get(node)!.parts.length) near.set(node.parent, (near.get(node.parent) ?? 0) + 1);
  return near;
}
