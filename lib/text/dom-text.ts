import type { DomText, PageMeta, Span } from './types';
import type { Walked } from './walk';

interface Slice {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

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
  const document = (root.ownerDocument ?? root) as Document;
  let places: Map<Node, number> | null = null;
  /** Of split nodes: what holds their data now, and where in the node each piece starts. */
  const pieces = new Map<Text, readonly Text[]>();
  const within = new Map<Text, { node: Text; from: number }>();

  const ownSlicesOf = (span: Span): Slice[] => {
    const slices: Slice[] = [];
    for (let at = Math.max(0, lastAtMost(starts, span.start)); at < nodes.length && starts[at]! < span.end; at++) {
      const node = nodes[at]!;
      const start = Math.max(0, span.start - starts[at]!);
      const end = Math.min(lengthAt(at), span.end - starts[at]!);
      if (start < end) slices.push({ node, start, end });
    }
    return slices;
  };

  const slicesOf = (span: Span): Slice[] =>
    ownSlicesOf(span).flatMap((slice) => {
      const parts = pieces.get(slice.node);
      return parts ? slicesOfPieces(parts, slice.start, slice.end) : [slice];
    });

  /** The node that holds the character after an offset (`before`: the one before it); separators belong to none. */
  const placeOf = (offset: number, before: boolean): { at: number; offset: number } | null => {
    let at = lastAtMost(starts, before ? offset - 1 : offset);
    if (before) {
      while (at >= 0 && lengthAt(at) === 0) at--;
      return at < 0 ? null : { at, offset: Math.min(lengthAt(at), offset - starts[at]!) };
    }
    if (at < 0) at = 0;
    else if (offset - starts[at]! >= lengthAt(at)) at++;
    while (at < nodes.length && lengthAt(at) === 0) at++;
    return at < nodes.length ? { at, offset: Math.max(0, offset - starts[at]!) } : null;
  };

  /** The same in the piece that holds it, where a painter has split the node. */
  const pieceAt = (node: Text, offset: number, before: boolean): [Text, number] => {
    const parts = pieces.get(node);
    if (!parts) return [node, offset];
    let from = 0;
    for (const part of parts) {
      const end = from + part.data.length;
      if (before ? offset <= end && offset > from : offset < end) return [part, offset - from];
      from = end;
    }
    return [node, Math.min(offset, node.data.length)];
  };

  /** The data as it was read; a node may have become shorter since. */
  const lengthAt = (at: number): number => {
    const node = nodes[at]!;
    const parts = pieces.size ? pieces.get(node) : undefined;
    const whole = parts ? parts.reduce((sum, part) => sum + part.length, 0) : node.length;
    return Math.min(whole, (starts[at + 1] ?? text.length) - starts[at]!);
  };

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
    ownSlicesOf,
    rangeOf(span) {
      const head = placeOf(span.start, false);
      const tail = placeOf(span.end, true);
      if (!head || !tail || span.start >= span.end) return null;
      if (starts[head.at]! + head.offset >= starts[tail.at]! + tail.offset) return null;
      const range = document.createRange();
      if (pieces.size === 0) {
        range.setStart(nodes[head.at]!, head.offset);
        range.setEnd(nodes[tail.at]!, tail.offset);
        return range;
      }
      range.setStart(...pieceAt(nodes[head.at]!, head.offset, false));
      range.setEnd(...pieceAt(nodes[tail.at]!, tail.offset, true));
      return range;
    },
    split(node, parts) {
      for (const part of pieces.get(node) ?? []) within.delete(part);
      pieces.delete(node);
      if (parts.length < 2) return;
      pieces.set(node, parts);
      let from = 0;
      for (const part of parts) {
        within.set(part, { node, from });
        from += part.data.length;
      }
    },
    offsetOf(place, at) {
      const piece = within.get(place as Text);
      const node = piece?.node ?? place;
      const offset = piece ? piece.from + Math.min(at, (place as Text).data.length) : at;
      if (!places) {
        places = new Map();
        for (let index = 0; index < nodes.length; index++) places.set(nodes[index]!, index);
      }
      const known = places.get(node);
      if (known !== undefined) return starts[known]! + Math.min(Math.max(0, offset), lengthAt(known));
      if (!root.contains(node)) return null;
      const next = firstAfter(node, offset);
      return next < nodes.length ? starts[next]! : text.length;
    },
  };
}

function slicesOfPieces(parts: readonly Text[], start: number, end: number): Slice[] {
  const slices: Slice[] = [];
  let from = 0;
  for (const node of parts) {
    const head = Math.max(0, start - from);
    const tail = Math.min(node.data.length, end - from);
    if (head < tail) slices.push({ node, start: head, end: tail });
    from += node.data.length;
  }
  return slices;
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
