import { listKey, markerOf } from '../text/numbering';
import { doersOf } from './acting-lists';
import type { OutlineNode } from './outline';
import type { Cut, Part } from './parts';
import { readProse } from './prose';
import type { Reading } from './readings';

/**
 * Sub-points whose item says who does it once, after the last of them: the last child's division is the parent's.
 * Done where the document does so throughout; or for one item, where the division stands on a line of its own below the
 * last of its (1) (2) (3). `decided`: whoever a point names has to do it, as in the minutes of a meeting; `lays`: the paper lays work out, and
 * points that mostly say who does something are no sub-points.
 */
export function rollUp(
  nodes: readonly OutlineNode[],
  cut: Cut,
  readings: readonly Reading[],
  kind: { readonly decided: boolean; readonly lays: boolean },
): Map<OutlineNode, Part> {
  const out = new Map<OutlineNode, Part>();
  for (const { last, other } of votesOf(nodes, cut, readings, kind)) {
    const throughout = last.length > other * 2;
    for (const node of last) {
      if (!throughout && !closedBelow(node.children.at(-1)!, cut, readings)) continue;
      const part = cut.get(node.children.at(-1)!)!.parts[0]!;
      const before = [...node.own, ...node.children.slice(0, -1).flatMap((c) => c.own)];
      out.set(node, { paragraphs: [...before, ...part.paragraphs], pieces: part.pieces });
    }
  }
  return out;
}

/** For each style of points: the numbers whose last point alone divides work, and how many others there are. */
function votesOf(
  nodes: readonly OutlineNode[],
  cut: Cut,
  readings: readonly Reading[],
  { decided, lays }: { readonly decided: boolean; readonly lays: boolean },
): Iterable<{ last: OutlineNode[]; other: number }> {
  const votes = new Map<string, { last: OutlineNode[]; other: number }>();
  for (const node of nodes) {
    const { children } = node;
    // 8.（1）清理文件。⏎（2）公布结果。: the first point stands in the item's own paragraph.
    const { strand, marker } = readings[node.at]!.paragraph;
    const least = markerOf(strand.text.slice(marker!.length, marker!.length + 8))?.value === 1 ? 1 : 2;
    if (children.length < least || cut.get(node)!.parts.length || children.some((c) => c.children.length)) continue;
    const with_ = children.filter((c) => cut.get(c)!.parts.length > 0);
    if (with_.length === 0) continue;
    const key = listKey(children[0]!.marker!);
    const vote = votes.get(key) ?? { last: [], other: 0 };
    const last = children.at(-1)!;
    const closes =
      with_.length === 1 && with_[0] === last && cut.get(last)!.parts.length === 1 && !isOwnSentence(last, cut);
    const ahead = children.slice(0, -1).map((c) => readings[c.at]!);
    const own = (): boolean =>
      ahead.some((r) => tells(r, decided)) || (lays && act(ahead) && !closedBelow(last, cut, readings));
    if (closes && !own()) vote.last.push(node);
    else vote.other++;
    votes.set(key, vote);
  }
  return votes.values();
}

/** 人口库由省公安厅牵头，法人库由…: what its sentence says at its head is the last point's own. */
const isOwnSentence = (last: OutlineNode, cut: Cut): boolean =>
  cut.get(last)!.parts[0]!.pieces.every(({ piece }) => !piece.drafts.length || piece.form === 'prose');

/** A point says in a sentence who does it: （一）学校。由县教育局负责检查. What the last one says is its own. */
const tells = ({ paragraph: { strand, marker } }: Reading, decided: boolean): boolean =>
  readProse(strand, marker?.length ?? 0, [], { onlyBy: !decided, weak: decided, any: decided, decided }).length > 0;

/** Most of the points say who does something: 第一步：县自然资源局逐块举证。 */
const act = (points: readonly Reading[]): boolean =>
  points.filter((reading) => doersOf(reading).length > 0).length * 2 > points.length;

/** The division of a sub-point stands on a line of its own, after all sub-points. */
function closedBelow(child: OutlineNode, cut: Cut, readings: readonly Reading[]): boolean {
  if (!/^(?:arabic|circled)/.test(child.marker!.scheme)) return false;
  return cut
    .get(child)!
    .parts[0]!.pieces.every(({ at, piece }) => at !== child.at && (readings[at]!.kind === 'line' || piece.start === 0));
}
