import type { Marker, Scheme } from '../text/numbering';
import type { Reading } from './readings';

/** A numbered paragraph with what belongs to it. */
export interface OutlineNode {
  readonly marker: Marker | null;
  /** Index of its numbered paragraph; -1 for the root. */
  readonly at: number;
  readonly parent: OutlineNode | null;
  readonly children: OutlineNode[];
  /** Indexes of its own paragraphs: the numbered one and what follows up to the next number. */
  readonly own: number[];
  readonly depth: number;
}

/** How high a numbering stands where the document does not say otherwise: 第一章, 一、, （一）, 1. and what is below. */
export const rank: Readonly<Record<Scheme, number>> = {
  part: 0,
  named: 1,
  han: 2,
  'han-paren': 3,
  stage: 0.5,
  unit: 1.5,
  roman: 2,
  letter: 5,
  article: 1,
  decimal: 4,
  arabic: 4,
  'arabic-paren': 5,
  circled: 6,
  is: 7,
};

/**
 * The outline, decided by the document itself: a numbering style met before is a sibling list on its level, a new one
 * opens a level below, unless the genre's usual order puts it above. A new title starts again from the top.
 */
export function outlineOf(readings: readonly Reading[], starts: ReadonlySet<number>): OutlineNode[] {
  const roots: OutlineNode[] = [];
  let root: OutlineNode = { marker: null, at: -1, parent: null, children: [], own: [], depth: -1 };
  roots.push(root);
  let stack: OutlineNode[] = [];
  for (let i = 0; i < readings.length; i++) {
    const { kind, paragraph } = readings[i]!;
    if (starts.has(i)) {
      root = { marker: null, at: -1, parent: null, children: [], own: [], depth: -1 };
      roots.push(root);
      stack = [];
    }
    if (kind === 'cell') continue;
    if (kind !== 'node') {
      (stack.at(-1) ?? root).own.push(i);
      continue;
    }
    const marker = paragraph.marker!;
    const level = levelOf(stack, marker);
    stack = stack.slice(0, level);
    const parent = stack.at(-1) ?? null;
    const node: OutlineNode = { marker, at: i, parent, children: [], own: [i], depth: level };
    (parent ?? root).children.push(node);
    stack.push(node);
  }
  return roots;
}

/** The style of the points that say what a meeting decided besides: they stand below none of the items above. */
export const meeting = 'meeting';

function levelOf(stack: readonly OutlineNode[], marker: Marker): number {
  for (let k = stack.length - 1; k >= 0; k--) {
    const m = stack[k]!.marker!;
    if (m.scheme === marker.scheme && m.style === marker.style) return k;
  }
  // The same list with another delimiter (1. 2、 3.): it goes on counting.
  for (let k = stack.length - 1; k >= 0; k--) {
    const m = stack[k]!.marker!;
    if (m.scheme === marker.scheme && marker.value === m.value + 1) return k;
  }
  let level = stack.length;
  // Units that no number parts from their heading stand below it, whatever its number.
  if (marker.scheme === 'unit') return marker.style === meeting ? 0 : level;
  // A phase lies inside whatever is open: the list above goes on behind it.
  if (marker.scheme === 'stage') return level;
  while (level > 0 && rank[stack[level - 1]!.marker!.scheme] > rank[marker.scheme]) level--;
  return level;
}

/** All nodes below, in document order. */
export function nodesOf(root: OutlineNode): OutlineNode[] {
  const out: OutlineNode[] = [];
  const gather = (node: OutlineNode): void => {
    for (const child of node.children) {
      out.push(child);
      if (child.children.length) gather(child);
    }
  };
  gather(root);
  return out;
}
