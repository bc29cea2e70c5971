import { listKey } from '../text/numbering';
import { carrying } from './carrying';
import type { Piece } from './drafts';
import { heirsOf, isUnitHeading, leadsBelow } from './heirs';
import { bareListsCount, innerListsCount, isBareHeading, labelledBelow, leadless, trimClosing } from './item-bounds';
import { nodesOf, type OutlineNode } from './outline';
import { assigns, type Bare, type Cut, type Part, partsOf } from './parts';
import type { Reading } from './readings';
import { type Heir, headedRole, withRole } from './role-headings';
import { rollUp } from './roll-up';
import { withoutSignature } from './signed-off';
import type { Role } from './types';

/** Paragraphs and pieces of one measure-to-be, before its text is put together. */
export interface Item {
  /** The node it belongs to; the root where it stands under no number. */
  readonly node: OutlineNode;
  /** The number is its own; else it is a paragraph without number under the node. */
  readonly numbered: boolean;
  readonly part: number | null;
  readonly paragraphs: readonly number[];
  readonly pieces: readonly { at: number; piece: Piece }[];
  readonly certainty: number;
  /** Whoever it names has to do what it says, whatever the rest of the paper does. */
  readonly decided?: boolean;
}

/**
 * Items of a document: which numbers carry measures is decided from where its work is divided. Yields now and then, so
 * that a caller may stop to breathe.
 */
export function* itemsOf(
  roots: readonly OutlineNode[],
  readings: readonly Reading[],
  kind: { readonly decided: boolean; readonly lays: boolean },
): Generator<void, Item[]> {
  const bare: Bare = { last: bareListsCount(readings), inner: innerListsCount(readings) };
  const nodes = roots.flatMap((root) => nodesOf(root));
  const cut = new Map<OutlineNode, { parts: Part[]; rest: number[] }>();
  for (const root of roots) cut.set(root, partsOf(root.own, readings, bare));
  for (const node of nodes) {
    cut.set(node, partsOf(node.own, readings, bare));
    if (cut.size % 512 === 0) yield;
  }
  const rolled = rollUp(nodes, cut, readings, kind);
  const sectional = sectionalStyles(nodes, cut, readings);
  yield;
  const gatherer = new Gatherer(readings, cut, { rolled, sectional, carries: carrying(nodes, cut, readings, kind) });
  yield;
  for (const root of roots) {
    if (!gatherer.takeSelf(root, [])) continue;
    let done = 0;
    for (const child of root.children) {
      gatherer.take(child, root.children);
      if (++done % 64 === 0) yield;
    }
  }
  return gatherer.items;
}

/** What the document as a whole says of its numbers. */
interface Verdicts {
  readonly rolled: ReadonlyMap<OutlineNode, Part>;
  readonly sectional: ReadonlySet<string>;
  readonly carries: ReturnType<typeof carrying>;
}

/** Walks the outline and takes from each number what is an item. */
class Gatherer {
  readonly items: Item[] = [];
  /** Paragraphs that belong to an item above. */
  private readonly taken = new Set<number>();
  /** Who leads by the heading above, of items that say the rest themselves. */
  private readonly ledBy = new Map<OutlineNode, Item['pieces']>();
  private readonly alike: (node: OutlineNode, siblings: readonly OutlineNode[]) => boolean;

  constructor(
    private readonly readings: readonly Reading[],
    private readonly cut: Cut,
    private readonly verdicts: Verdicts,
  ) {
    this.alike = cleanSiblings(cut);
  }

  take(node: OutlineNode, siblings: readonly OutlineNode[]): void {
    if (this.takeSelf(node, siblings)) for (const child of node.children) this.take(child, node.children);
  }

  /** Takes what a number is itself. False where what stands below is part of it or was taken with it. */
  takeSelf(node: OutlineNode, siblings: readonly OutlineNode[]): boolean {
    if (this.taken.has(node.at)) return false;
    const up = this.verdicts.rolled.get(node);
    if (up) {
      this.items.push({ node, numbered: true, part: null, ...up, certainty: 0.85 });
      return false;
    }
    const heirs = heirsOf(node, this.cut, this.readings);
    if (heirs) {
      for (const heir of heirs.nodes) this.takeHeir(heir, heirs.pieces);
      return false;
    }
    const leads = leadsBelow(node, this.cut, this.readings);
    if (leads) {
      for (const child of node.children) this.ledBy.set(child, leads);
      return true;
    }
    const { parts, rest } = this.cut.get(node)!;
    if (parts.length) this.takeParts(node, siblings, parts);
    else this.takeUndivided(node, rest);
    return true;
  }

  /** An item below a heading that says who does everything below it: 一、县教育局牵头工作. */
  private takeHeir({ node, role }: Heir, inherited: Item['pieces']): void {
    const own = [...node.own, ...nodesOf(node).flatMap((n) => n.own)].filter((i) => !headedRole(this.readings[i]!));
    const paragraphs = trimClosing(own, this.readings);
    const said = role ?? (isUnitHeading(node.parent!, this.readings) ? this.leads(node) : null);
    const pieces = [...withRole(inherited, said), ...timesOf(paragraphs, this.readings)];
    this.items.push({ node, numbered: true, part: null, paragraphs, pieces, certainty: 0.9 });
  }

  /** 牵头开展积案化解: a point of a unit's own says that it leads. */
  private leads({ at }: OutlineNode): Role | null {
    const { strand, marker } = this.readings[at]!.paragraph;
    return strand.text.startsWith('牵头', marker!.length) ? 'lead' : null;
  }

  private takeParts(node: OutlineNode, siblings: readonly OutlineNode[], parts: readonly Part[]): void {
    const heading = this.isHeading(node, parts);
    const below =
      this.alike(node, siblings) && !isUnitHeading(node, this.readings)
        ? noParagraphs
        : bodyBelow(node, this.cut, this.readings);
    for (const at of below) this.taken.add(at);
    const leads = this.ledBy.get(node);
    parts.forEach((part, k) => {
      const without = heading && k === 0 && node.at >= 0;
      const body = without ? part.paragraphs.filter((i) => i !== node.at) : part.paragraphs;
      const own = node.at < 0 ? leadless(body, this.readings) : body;
      const paragraphs = own.length ? own : body;
      this.items.push({
        node,
        numbered: !heading,
        part: !heading && parts.length > 1 ? k + 1 : null,
        paragraphs: withoutSignature([...paragraphs, ...below], this.readings),
        pieces: leads ? [...leads, ...part.pieces] : part.pieces,
        certainty: heading ? 0.85 : 0.97,
      });
    });
  }

  /** A numbered line over paragraphs with divisions of their own is no item but their heading or their lead-in. */
  private isHeading(node: OutlineNode, parts: readonly Part[]): boolean {
    if (node.at < 0) return true;
    if (!startsBelow(node, parts[0]!, this.readings)) return false;
    const bare = isBareHeading(this.readings[node.at]!);
    return parts.length > 1 || (bare && this.verdicts.sectional.has(listKey(node.marker!)));
  }

  private takeUndivided(node: OutlineNode, rest: readonly number[]): void {
    if (node.at < 0 || node.children.length > 0) return;
    const { certainty, decided } = this.verdicts.carries(node);
    if (certainty <= 0) return;
    const paragraphs = trimClosing(rest, this.readings);
    const pieces = timesOf(paragraphs, this.readings);
    this.items.push({ node, numbered: true, part: null, paragraphs, pieces, certainty, decided });
  }
}

/** The first division of work below a number stands behind a paragraph of its own, not behind the number itself. */
function startsBelow(node: OutlineNode, first: Part, readings: readonly Reading[]): boolean {
  if (first.pieces.some((p) => p.at === node.at && assigns(p.piece))) return false;
  return first.paragraphs.some((i) => i !== node.at && readings[i]!.kind === 'text');
}

const noParagraphs: readonly number[] = [];

/**
 * Tells of a node with one division of work whether its like among its siblings have nothing below them: then what
 * stands below the last is the document's own last word. Counted once for all siblings.
 */
function cleanSiblings(cut: Cut): (node: OutlineNode, siblings: readonly OutlineNode[]) => boolean {
  const counts = new Map<readonly OutlineNode[], { like: number; clean: number }>();
  const isLike = (node: OutlineNode): boolean => cut.get(node)!.parts.length === 1;
  const isClean = (node: OutlineNode): boolean => cut.get(node)!.rest.length === 0 && node.children.length === 0;
  return (node, siblings) => {
    if (node.at < 0 || !isLike(node)) return false;
    let count = counts.get(siblings);
    if (!count) {
      const like = siblings.filter(isLike);
      count = { like: like.length, clean: like.filter(isClean).length };
      counts.set(siblings, count);
    }
    return count.like > 1 && count.like - 1 === count.clean - (isClean(node) ? 1 : 0);
  };
}

/**
 * A heading that carries its division of work itself (（一）完善教育布局（责任单位：市教育局）): the paragraphs below it, and
 * sub-points that divide nothing, are its body.
 */
function bodyBelow(node: OutlineNode, cut: Cut, readings: readonly Reading[]): readonly number[] {
  const { parts, rest } = cut.get(node)!;
  if (node.at < 0 || parts.length !== 1 || (rest.length === 0 && node.children.length === 0)) return noParagraphs;
  const { strand, marker } = readings[node.at]!.paragraph;
  const pieces = parts[0]!.pieces.filter((p) => p.at === node.at).map((p) => p.piece);
  const first = pieces[0];
  if (!first) return labelledBelow(node, rest, readings);
  if (first.start - (marker?.length ?? 0) > 60 || /[。；]./.test(strand.text.slice(0, first.start))) return [];
  const below = rest.length ? trimClosing([node.at, ...rest], readings).slice(1) : [];
  const inner = nodesOf(node);
  if (inner.some((n) => cut.get(n)!.parts.length > 0)) return below;
  return [...below, ...inner.flatMap((n) => trimClosing(n.own, readings))];
}

const timesOf = (own: readonly number[], readings: readonly Reading[]) =>
  own.flatMap((at) => readings[at]!.pieces.map((piece) => ({ at, piece })));

/** Styles whose bare headings hold several paragraphs with duties of their own: 一、 above unnumbered measures. */
function sectionalStyles(
  nodes: readonly OutlineNode[],
  cut: ReadonlyMap<OutlineNode, { parts: Part[] }>,
  readings: readonly Reading[],
): Set<string> {
  const styles = new Set<string>();
  for (const node of nodes)
    if (
      cut.get(node)!.parts.length > 1 &&
      isBareHeading(readings[node.at]!) &&
      startsBelow(node, cut.get(node)!.parts[0]!, readings)
    )
      styles.add(listKey(node.marker!));
  return styles;
}
