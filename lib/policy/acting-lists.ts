import { unitsAtHead } from '../names/at-head';
import { clauseHeads } from './clause-heads';
import { isAnybody, isBody, isDoer, isNamed, isOffice } from './doers';
import type { OutlineNode } from './outline';
import type { Reading } from './readings';

/** Fewer units may as well be what the paper is about. */
const fewestUnits = 3;

/** What is known of the numbers of a paper. */
interface Known {
  readonly readings: readonly Reading[];
  /** Does a division of work stand in it? */
  readonly divides: (node: OutlineNode) => boolean;
  /** It is no place for tasks: an aim, a look back, what is asked of everybody. */
  readonly none: (node: OutlineNode) => boolean;
}

/**
 * Points of a paper that lays work out which say in sentences, with whatever verb, what units do (3.1 监测预报：县自然资源局建立群测群防体系。), where
 * half of the points beside them do so or divide work: whoever they name has to do it. None where they name one unit alone, or where units
 * named so and points that divide work are fewer than three. Cost: linear.
 */
export function actingPoints(nodes: readonly OutlineNode[], known: Known): ReadonlySet<OutlineNode> {
  const lists = new Map<OutlineNode | null, OutlineNode[]>();
  for (const node of nodes) {
    if (node.children.length || known.none(node)) continue;
    const list = lists.get(node.parent);
    if (list) list.push(node);
    else lists.set(node.parent, [node]);
  }
  const acting = new Set<OutlineNode>();
  const names = new Set<string>();
  for (const list of lists.values()) {
    const told = list.map((node) => (known.divides(node) ? [] : namedIn(node, known.readings)));
    const count = list.filter((node, k) => told[k]!.length > 0 || known.divides(node)).length;
    if (count * 2 < list.length) continue;
    list.forEach((node, k) => {
      if (told[k]!.length) acting.add(node);
      for (const name of told[k]!) names.add(name);
    });
  }
  const divided = nodes.filter(known.divides).length;
  return names.size > 1 && names.size + divided >= fewestUnits ? acting : new Set();
}

/** Whom the sentences of a point ask for something, by name. */
const namedIn = (node: OutlineNode, readings: readonly Reading[]): readonly string[] =>
  node.own.flatMap((at) => doersOf(readings[at]!));

/** A unit by name, or an office of one: 县水利局, 采购中心. */
const isOne = (name: string): boolean =>
  isBody(name) && (isNamed(name) || isOffice(name) || (isDoer(name) && name.length >= 4)) && !isAnybody(name);

/** Words behind which is told what was done, and those behind which it is told no more. */
const turns =
  /(去年|上年|往年|前期|近年来?|截至|目前|此前|已经|今年(?:以?来|[一上]|前|1)|(?:上半年|前\S季度)以?来|以来)|今年|下一步|下步|本年/g;

/** Whom a point names at the heads of its clauses and with whom they do it, but for what they have done. Cost: linear. */
export function doersOf({ paragraph: { strand, marker } }: Reading): string[] {
  const { text } = strand;
  const said = [...text.matchAll(turns)];
  let ago = false;
  let k = 0;
  return [...clauseHeads(strand, marker?.length ?? 0, false)].flatMap(({ units, end }) => {
    for (; k < said.length && said[k]!.index < end; k++) ago = said[k]![1] !== undefined;
    const did = ago || /^[^，。；]{0,12}(?:了|已)/.test(text.slice(end, end + 14));
    if (did) return [];
    const partners = text.startsWith('会同', end) ? unitsAtHead(strand, end + 2) : null;
    return [...units, ...(partners?.units ?? [])].flatMap(({ name }) => (isOne(name) ? [name] : []));
  });
}
