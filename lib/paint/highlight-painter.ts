import type { DomText, Span } from '../text/types';
import { nearestFirst } from './near';
import { paintQueue } from './queue';
import type { Mark, Painter } from './types';

/** Later ones are drawn over earlier ones where they overlap. */
const ORDER = [
  'measure',
  'responsible',
  'participant',
  'lead',
  'deadline',
  'possible',
  'mine',
  'task',
  'annotation',
  'draft',
  'hit',
  'hit-now',
  'flash',
] as const;

/** Ranges made at a time: small enough for one slice, large enough that the clock is not asked for each. */
const BATCH = 100;
/** From this many on, what is in view comes first; fewer are done before the page is drawn anyway. */
const MANY = 2500;

const FLASH_MS = 1600;

/** Whether the view has the CSS Custom Highlight API. */
export function hasHighlights(view: Window | null | undefined): boolean {
  const global = view as (Window & typeof globalThis) | null | undefined;
  return typeof global?.Highlight === 'function' && global.CSS?.highlights !== undefined;
}

/** All names a highlight of ours may have, without the prefix. */
const NAMES = [...ORDER, ...['green', 'blue', 'red', 'purple'].map((colour) => `annotation-${colour}`)];

/**
 * Takes away what an earlier version of the extension left painted when it was updated under the page. Name by name:
 * a content script of Firefox cannot iterate over the page's registry.
 */
export function removeStaleHighlights(view: Window): void {
  if (!hasHighlights(view)) return;
  const registry = (view as Window & typeof globalThis).CSS.highlights;
  for (const name of NAMES) registry.delete(`dutymark-${name}`);
}

/**
 * Paints by CSS Custom Highlights: no node of the page is touched. Needs the rules of `paint.css` in the page. Our names
 * alone are registered and removed; the page's own highlights stay.
 */
export function createHighlightPainter(text: DomText): Painter {
  const document = (text.root.ownerDocument ?? text.root) as Document;
  const view = document.defaultView as Window & typeof globalThis;
  const registry = view.CSS.highlights;
  const highlights = new Map<string, Highlight>();
  const queue = paintQueue();
  /** What is painted, by highlight and place: a repeated paint touches only what differs. */
  let painted = new Map<string, { name: string; range: Range }>();
  let flashing: ReturnType<typeof setTimeout> | undefined;

  const highlight = (name: string): Highlight => {
    let found = highlights.get(name);
    if (!found) {
      found = new view.Highlight();
      found.priority =
        ORDER.findIndex((kind) => name === kind || name.startsWith(`${kind}-`)) + (name.includes('-') ? 10 : 0);
      highlights.set(name, found);
      registry.set(`dutymark-${name}`, found);
    }
    return found;
  };

  const unpaint = (entries: Iterable<{ name: string; range: Range }>): void => {
    for (const { name, range } of entries) highlights.get(name)?.delete(range);
  };

  const paint = (marks: readonly Mark[]): void => {
    const before = painted;
    const after = new Map<string, { name: string; range: Range }>();
    const fresh: { key: string; name: string; span: Span }[] = [];
    const counts = new Map<string, number>();
    for (const mark of marks) {
      for (const name of namesOf(mark)) {
        const place = `${name} ${mark.span.start} ${mark.span.end}`;
        const count = (counts.get(place) ?? 0) + 1;
        counts.set(place, count);
        const key = `${place} ${count}`;
        const known = before.get(key);
        if (known) {
          after.set(key, known);
          before.delete(key);
        } else fresh.push({ key, name, span: mark.span });
      }
    }
    unpaint(before.values());
    painted = after;
    const ordered = fresh.length > MANY ? nearestFirst(text, fresh) : fresh;
    const jobs: (() => void)[] = [];
    for (let at = 0; at < ordered.length; at += BATCH) {
      jobs.push(() => {
        for (const { key, name, span } of ordered.slice(at, at + BATCH)) {
          const range = text.rangeOf(span);
          if (!range) continue;
          highlight(name).add(range);
          after.set(key, { name, range });
        }
      });
    }
    queue.run(jobs);
  };

  const endFlash = (): void => {
    clearTimeout(flashing);
    const shown = highlights.get('flash');
    shown?.clear();
  };

  return {
    paint,
    flash(span) {
      endFlash();
      const range = text.rangeOf(span);
      if (!range) return;
      highlight('flash').add(range);
      flashing = setTimeout(endFlash, FLASH_MS);
    },
    settled: () => queue.settled(),
    clear() {
      queue.stop();
      endFlash();
      for (const [name, ours] of highlights) {
        ours.clear();
        if (registry.get(`dutymark-${name}`) === ours) registry.delete(`dutymark-${name}`);
      }
      highlights.clear();
      painted = new Map();
    },
  };
}

/** An annotation in another colour is painted under both names: the plain one is stable, the other brings the colour. */
function namesOf({ kind, colour }: Mark): string[] {
  return kind === 'annotation' && colour && colour !== 'yellow' ? [kind, `${kind}-${colour}`] : [kind];
}
