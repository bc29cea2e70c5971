import type { Marker } from '../text/numbering';
import { nodesOf, type OutlineNode } from './outline';
import type { Reading } from './readings';
import { isClosing, isPreamble } from './sections';

/** Headings under which work is divided by units: a unit at the head of a paragraph is enough there. */
const divides =
  /职责|分工|任务分解|责任(?:分解|清单|落实|体系)|牵头(?:工作|任务)|部门任务|成员单位|各部门任务|(?:工作|任务)(?:清单|分解)$/;
/** Headings whose paragraphs exhort everybody and divide nothing. */
const exhorts = /保障|要求|组织(?:领导|实施)|监督|宣传|考核|督[导查促]|机制|领导/;

/** Paragraphs of one list: siblings of one numbering, or unnumbered ones below one heading. */
interface List {
  readonly members: readonly number[];
  readonly numbered: boolean;
  /** The headings above, nearest first. */
  readonly above: readonly string[];
}

/**
 * Divisions by units (职责分工：1.市园林局：依据职能管护绿地。2.市水务局负责…): units at the head count where most of a list begins so,
 * or under a heading that says so. Unnumbered members become items of their own. Cost: linear.
 */
export function withUnitPoints(readings: readonly Reading[], roots: readonly OutlineNode[]): Reading[] {
  if (!readings.some((r) => r.head)) return [...readings];
  const out = [...readings];
  for (const list of listsOf(readings, roots)) {
    const heads = list.members.filter((i) => readings[i]!.head);
    if (!counts(list, heads.length, readings)) continue;
    for (const i of heads) out[i] = asDivision(out[i]!, list.numbered ? null : { ...unitMarker, value: i + 1 });
  }
  return out;
}

/** Takes no characters; its value is its place, so that no list of it begins again at one. */
const unitMarker: Marker = { scheme: 'unit', style: '', value: 1, number: '', length: 0 };

function asDivision(reading: Reading, marker: Marker | null): Reading {
  const pieces = [reading.head!, ...reading.pieces.filter((p) => p.start >= reading.head!.end)];
  if (!marker || reading.kind === 'node') return { ...reading, pieces };
  return { ...reading, kind: 'node', pieces, paragraph: { ...reading.paragraph, marker } };
}

function counts({ members, numbered, above }: List, heads: number, readings: readonly Reading[]): boolean {
  if (!heads) return false;
  if (above.slice(0, 2).some((heading) => divides.test(heading) && !exhorts.test(heading))) return true;
  if (heads < members.length && heads * 5 < members.length * 3) return false;
  if (above.some((heading) => exhorts.test(heading) || isPreamble(heading))) return false;
  if (!numbered) return heads >= 3 && heads * 5 >= members.length * 4 && said(members, readings);
  return heads >= 3 || (heads === members.length && heads >= 2 && said(members, readings));
}

/** A mark or a word of duty follows the units in every member that has them: no mere sentence about somebody. */
const said = (members: readonly number[], readings: readonly Reading[]): boolean =>
  members.every((i) => {
    const { head, paragraph } = readings[i]!;
    if (!head) return true;
    const { text } = paragraph.strand;
    const last = head.drafts.at(-1)!.end;
    return (
      head.end > last || /^(?:等[^，。]{0,6})?(?:负责|牵头|承担|要|应|须|必须|具体)/.test(text.slice(last, last + 12))
    );
  });

/** Lists of numbered siblings, and of unnumbered paragraphs below each heading. */
function listsOf(readings: readonly Reading[], roots: readonly OutlineNode[]): List[] {
  const out: List[] = [];
  const heading = (node: OutlineNode | null): string =>
    node && node.at >= 0 ? readings[node.at]!.paragraph.strand.text.slice(node.marker!.length).slice(0, 60) : '';
  const above = (node: OutlineNode | null): string[] => {
    const names: string[] = [];
    for (let n = node; n; n = n.parent) names.push(heading(n));
    return names;
  };
  const add = (members: readonly number[], numbered: boolean, node: OutlineNode | null): void => {
    if (members.some((i) => readings[i]!.head)) out.push({ members, numbered, above: above(node) });
  };
  const plain = (own: readonly number[]): number[] =>
    own.filter((i) => readings[i]!.kind === 'text' && !skipped(readings[i]!));
  for (const root of roots) {
    const nodes = nodesOf(root);
    if (!nodes.length) add(plain(root.own), false, null);
    add(
      root.children.map((c) => c.at),
      true,
      null,
    );
    for (const node of nodes) {
      if (node.children.length)
        add(
          node.children.map((c) => c.at),
          true,
          node,
        );
      add(plain(node.own.slice(1)), false, node);
    }
  }
  return out;
}

/** What stands among paragraphs and is none of their list: a signature, a footer, a closing word. */
const skipped = ({ paragraph }: Reading): boolean =>
  paragraph.furniture || paragraph.align === 'right' || isClosing(paragraph.strand.text) || paragraph.strand.length < 4;
