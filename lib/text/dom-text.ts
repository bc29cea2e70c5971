import type { DomText, PageMeta, Span } from './types';
import type { Walked } from './walk';

/** Index of the last element that is ≤ value; -1 when all are greater. */
export function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Joins what a walk found with the conversions between offsets and places in nodes. */
export function domText(root: Node, walked: Walked, meta: PageMeta): DomText {
  const { text, blocks, nodes, starts } = walked;
  let places: Map<Node, number> | null = null;

  const slicesOf = (span: Span): { node: Text; start: number; end: number }[] => {
    const slices: { node: Text; start: number; end: number }[] = [];
    for (let at = Math.max(0, lastAtMost(starts, span.start)); at < nodes.length && starts[at]! < span.end; at++) {
      const node = nodes[at]!;
      const start = Math.max(0, span.start - starts[at]!);
      const end = Math.min(lengthAt(at), span.end - starts[at]!);
      if (start < end) slices.push({ node, start, end });
    }
    return slices;
  };

  /** The data as it was read; a node may have changed since. */
  const lengthAt = (at: number): number =>
    Math.min(nodes[at]!.data.length, (starts[at + 1] ?? text.length) - starts[at]!);

  /** Index of the first node at or after a place that is in no indexed node. */
  const firstAfter = (container: Node, offset: number): number => {
    const child = container.nodeType === 3 ? null : (container.childNodes[offset] ?? null);
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(nodes[middle]!, container, child)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    text,
    blocks,
    origin: 'dom',
    meta,
    root,
    slicesOf,
    rangeOf(span) {
      const slices = slicesOf(span);
      const head = slices[0];
      const tail = slices[slices.length - 1];
      const document = root.ownerDocument ?? (root as Document);
      if (!head || !tail) return null;
      const range = document.createRange();
      range.setStart(head.node, head.start);
      range.setEnd(tail.node, tail.end);
      return range;
    },
    offsetOf(node, offset) {
      if (!places) {
        places = new Map();
        for (let at = 0; at < nodes.length; at++) places.set(nodes[at]!, at);
      }
      const known = places.get(node);
      if (known !== undefined) return starts[known]! + Math.min(Math.max(0, offset), lengthAt(known));
      if (!root.contains(node)) return null;
      const next = firstAfter(node, offset);
      return next < nodes.length ? starts[next]! : text.length;
    },
  };
}

/** Whether `node` stands before the place in `container` in front of `child` (null: at its end). */
function isBefore(node: Node, container: Node, child: Node | null): boolean {
  const against = child ?? container;
  const order = against.compareDocumentPosition(node);
  // (2: preceding, 16: contained by.)
  if (child) return (order & 2) !== 0;
  // At the end of the container: all that it holds, and all that precedes it, is before the place.
  return (order & 2) !== 0 || (order & 16) !== 0;
}
