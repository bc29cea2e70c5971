import type { Item } from './items';
import { nodesOf, type OutlineNode } from './outline';
import { type Cut, isLabelled, type Part } from './parts';
import type { Reading } from './readings';
import { type Heir, headedItems } from './role-headings';

/** Numbering under which an item stands by itself; （1） and ① are points of one item. */
const itemSchemes: ReadonlySet<string> = new Set([
  'han',
  'han-paren',
  'arabic',
  'decimal',
  'named',
  'article',
  'roman',
]);

/**
 * The items below a heading that says who does them: the heading is a unit (（一）县林业局), holds a division of work in a
 * bracket, or has it on a line of its own; nothing below divides work itself. Null where that is not so.
 */
export function heirsOf(
  node: OutlineNode,
  cut: Cut,
  readings: readonly Reading[],
): { nodes: readonly Heir[]; pieces: Item['pieces'] } | null {
  if (node.at < 0 || node.children.length < 1) return null;
  const { parts } = cut.get(node)!;
  if (parts.length !== 1 || parts[0]!.pieces.length === 0) return null;
  if (nodesOf(node).some((n) => dividesItself(n, cut))) return null;
  const { pieces, paragraphs } = parts[0]!;
  // Below a unit alone any number is an item's; below a task points are its own.
  const whole = isUnitHeading(node, readings);
  const schemes = node.children.map((c) => c.marker!.scheme);
  if (schemes.includes('unit') || (!whole && !schemes.every((scheme) => itemSchemes.has(scheme)))) return null;
  // A single number that goes on counting (5.) is an item of the list above; a 1. by itself may be a point.
  const { scheme: first, value } = node.children[0]!.marker!;
  const single = node.children.length < 2 && (value === 1 || first !== 'arabic');
  if (!whole && (single || !isHeadingWithDivision(node, parts[0]!, readings))) return null;
  if (paragraphs.some((i) => i !== node.at && readings[i]!.kind !== 'line' && !isLabelled(readings[i]!))) return null;
  return { nodes: headedItems(node, readings), pieces };
}

/** It says more below the heading than who joins. */
const dividesItself = (node: OutlineNode, cut: Cut): boolean =>
  cut
    .get(node)!
    .parts.some(({ pieces }) =>
      pieces.some(({ piece }) => piece.drafts.some((d) => d.role !== 'participant') || piece.unread.length > 0),
    );

/** The heading names its units and nothing else. */
export function isUnitHeading(node: OutlineNode, readings: readonly Reading[]): boolean {
  const { pieces, paragraph } = readings[node.at]!;
  const from = (paragraph.marker?.length ?? 0) + 1;
  return pieces.some((p) => p.drafts.length > 0 && p.start <= from && p.end >= paragraph.strand.length);
}

/** A heading without a sentence of its own, but with its division of work: 一、改善办学条件（责任单位：县教育局）. */
function isHeadingWithDivision(node: OutlineNode, { pieces }: Part, readings: readonly Reading[]): boolean {
  const { strand, marker } = readings[node.at]!.paragraph;
  const own = pieces.find((p) => p.at === node.at)?.piece;
  const words = strand.text.slice(marker!.length, own?.start ?? strand.length);
  return words.length >= 2 && words.length <= 40 && !/[。；，]/.test(words.replace(/。$/, ''));
}

/**
 * Who leads in everything below a heading, where every item below divides its work itself and says nobody who leads: 一、A类（由甲局牵头）⏎1.…（责任单位：
 * 乙局）. Null where that is not so.
 */
export function leadsBelow(node: OutlineNode, cut: Cut, readings: readonly Reading[]): Item['pieces'] | null {
  const { parts } = cut.get(node)!;
  const [part] = parts;
  if (node.at < 0 || parts.length !== 1 || !part || !node.children.length) return null;
  if (!part.pieces.every(({ piece }) => areLeads(piece)) || !isHeadingWithDivision(node, part, readings)) return null;
  if (part.paragraphs.some((i) => i !== node.at && readings[i]!.kind !== 'line')) return null;
  return node.children.every((child) => isLedFromAbove(child, cut)) ? part.pieces : null;
}

const areLeads = ({ drafts, unread, times }: Part['pieces'][number]['piece']): boolean =>
  drafts.length > 0 && !unread.length && !times.length && drafts.every(({ role }) => role === 'lead');

/** An item with a division of its own in which nobody leads. */
function isLedFromAbove(child: OutlineNode, cut: Cut): boolean {
  const { parts } = cut.get(child)!;
  return (
    !child.children.length &&
    itemSchemes.has(child.marker!.scheme) &&
    parts.length > 0 &&
    parts.every(({ pieces }) => pieces.every(({ piece }) => piece.drafts.every(({ role }) => role !== 'lead')))
  );
}
