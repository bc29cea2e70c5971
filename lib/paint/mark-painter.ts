import MarkJs from 'mark.js';
import { BLOCK, nameOf } from '../text/tags';
import type { DomText } from '../text/types';
import { nearestFirst } from './near';
import { paintQueue } from './queue';
import type { Mark, Painter } from './types';

export interface MarkPainterOptions {
  /** Wraps every change of the DOM, so that whoever watches it can look away. */
  readonly change?: (work: () => void) => void;
}

/** One piece of a mark in one text node. */
interface Job {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
  /** Pieces of one mark share it. */
  readonly index: number;
  /** The mark ends with this piece. */
  readonly last: boolean;
}

/** A block of the page and what is to be painted in it. */
interface Patch {
  readonly context: Element;
  readonly jobs: Job[];
  readonly signature: string;
  /** For the order of painting. */
  readonly span: { readonly start: number; readonly end: number };
}

/** What painting a block added to the DOM, and the text nodes it split. */
interface Traces {
  readonly signature: string;
  readonly added: ChildNode[];
  readonly split: Map<Text, string>;
}

interface RangeWithJob extends MarkJs.Range {
  job: Job;
}

/**
 * Paints by `<mark data-dutymark="lead">` elements, put in place by mark.js block by block, what is in view first.
 * Overlapping marks nest. `clear` gives every text node of the page its data back and removes all else, so the DOM is
 * what it was, node for node (mark.js's own `unmark` would merge text nodes that were apart).
 */
export function createMarkPainter(text: DomText, { change = (work) => work() }: MarkPainterOptions = {}): Painter {
  const queue = paintQueue();
  const painted = new Map<Element, Traces>();

  const erase = (context: Element): void => {
    const traces = painted.get(context);
    if (!traces) return;
    painted.delete(context);
    for (const node of traces.added) node.remove();
    for (const [node, data] of traces.split) {
      node.data = data;
      text.split(node, [node]);
    }
  };

  const apply = ({ context, jobs, signature }: Patch): void => {
    const added: ChildNode[] = [];
    const split = new Map<Text, string>();
    for (const { node } of jobs) split.set(node, node.data);
    const ends = new Map<Job, Element>();
    for (const layer of layersOf(jobs)) {
      const starts = startsIn(context);
      const ranges = layer
        .filter((job) => starts.has(job.node))
        .map((job): RangeWithJob => ({ start: starts.get(job.node)! + job.start, length: job.end - job.start, job }));
      new MarkJs(context as HTMLElement).markRanges(ranges, {
        exclude: [],
        each(element, range) {
          const { job } = range as RangeWithJob;
          const { mark, index } = job;
          element.setAttribute('data-dutymark', mark.kind);
          element.setAttribute('data-dutymark-index', String(index));
          if (mark.colour) element.setAttribute('data-dutymark-colour', mark.colour);
          // A piece may become several elements; the number stands behind the last.
          if (job.last && mark.note !== undefined) {
            ends.get(job)?.removeAttribute('data-dutymark-note');
            element.setAttribute('data-dutymark-note', String(mark.note));
            ends.set(job, element);
          }
          added.push(element as ChildNode);
          if (element.nextSibling) added.push(element.nextSibling);
        },
      });
    }
    for (const [node, data] of split) text.split(node, piecesOf(context, node, data.length));
    painted.set(context, { signature, added, split });
  };

  return {
    paint(marks) {
      const patches = patchesOf(text, marks);
      const stale = [...painted.keys()].filter(
        (context) => painted.get(context)!.signature !== patches.get(context)?.signature,
      );
      const jobs = nearestFirst(
        text,
        [...patches.values()].filter(({ context }) => !painted.has(context) || stale.includes(context)),
      ).map((patch) => () => change(() => apply(patch)));
      change(() => {
        for (const context of stale) erase(context);
      });
      queue.run(jobs);
    },
    flash(span) {
      const blocks = new Set(text.slicesOf(span).map(({ node }) => contextOf(node)));
      for (const block of blocks) {
        block?.animate?.([{ backgroundColor: 'rgb(255 204 0 / 45%)' }, { backgroundColor: 'rgb(255 204 0 / 0%)' }], {
          duration: 1600,
          easing: 'ease-out',
        });
      }
    },
    settled: () => queue.settled(),
    clear() {
      queue.stop();
      change(() => {
        for (const context of [...painted.keys()]) erase(context);
      });
    },
  };
}

/** The block a text node stands in. */
function contextOf(node: Node): Element | null {
  let at = node.parentElement;
  while (at && !BLOCK.has(nameOf(at)) && at.parentElement) at = at.parentElement;
  return at;
}

function patchesOf(text: DomText, marks: readonly Mark[]): Map<Element, Patch> {
  const patches = new Map<Element, { context: Element; jobs: Job[]; signature: string; span: Mark['span'] }>();
  marks.forEach((mark, index) => {
    const slices = text.ownSlicesOf(mark.span);
    slices.forEach(({ node, start, end }, place) => {
      const context = contextOf(node);
      if (!context) return;
      let patch = patches.get(context);
      if (!patch) {
        patch = { context, jobs: [], signature: '', span: mark.span };
        patches.set(context, patch);
      }
      patch.jobs.push({ node, start, end, mark, index, last: place === slices.length - 1 });
      patch.signature += `${mark.kind} ${mark.span.start} ${mark.span.end} ${mark.colour ?? ''} ${mark.note ?? ''};`;
    });
  });
  return patches;
}

/** Jobs in layers without overlap: mark.js drops a range that overlaps one before it. */
function layersOf(jobs: readonly Job[]): Job[][] {
  const order = new Map<Text, number>();
  for (const { node } of jobs) if (!order.has(node)) order.set(node, order.size);
  const sorted = [...jobs].sort(
    (a, b) => order.get(a.node)! - order.get(b.node)! || a.start - b.start || b.end - a.end || a.index - b.index,
  );
  const layers: Job[][] = [];
  for (const job of sorted) {
    const free = layers.find((layer) => {
      const last = layer[layer.length - 1]!;
      return last.node !== job.node || last.end <= job.start;
    });
    if (free) free.push(job);
    else layers.push([job]);
  }
  return layers;
}

/** What mark.js leaves out whatever it is told; its offsets run over all other text nodes. */
const PASSED_OVER = new Set(['script', 'style', 'title', 'head', 'html']);

function startsIn(context: Element): Map<Text, number> {
  const starts = new Map<Text, number>();
  const nodes = context.ownerDocument.createNodeIterator(context, 4);
  let at = 0;
  for (let node = nodes.nextNode() as Text | null; node; node = nodes.nextNode() as Text | null) {
    if (node.parentElement && PASSED_OVER.has(nameOf(node.parentElement))) continue;
    starts.set(node, at);
    at += node.data.length;
  }
  return starts;
}

/** The text nodes that now hold the data of a split one: itself and those after it, up to its length. */
function piecesOf(context: Element, node: Text, length: number): Text[] {
  const walker = context.ownerDocument.createTreeWalker(context, 4);
  walker.currentNode = node;
  const pieces = [node];
  let held = node.data.length;
  while (held < length) {
    const next = walker.nextNode() as Text | null;
    if (!next) break;
    pieces.push(next);
    held += next.data.length;
  }
  return pieces;
}
