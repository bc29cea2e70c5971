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

/** Ranges made at a time: small enough for one slice, large enough that the clock is not asked for each. Divides NEAR. */
const BATCH = 100;
/** From this many on, what is in view comes first; fewer are done before the page is drawn anyway. */
const MANY = 2500;
/** Of many, so many are shown as soon as they are made: more than a screen holds. */
const NEAR = 1000;
/** Of the rest, so many are shown at a time. The browser goes through all ranges anew for each frame that has others. */
const REST = 20_000;

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
  let painted: readonly Entry[] = [];
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

  const make = (entries: readonly Entry[], from: number, ranges: (Range | null)[]): void => {
    for (let at = from; at < entries.length && at < from + BATCH; at++) ranges[at] = text.rangeOf(entries[at]!.span);
  };

  const show = (entries: readonly Entry[], from: number, to: number, ranges: readonly (Range | null)[]): void => {
    for (let at = from; at < entries.length && at < to; at++) {
      const entry = entries[at]!;
      entry.range = ranges[at]!;
      if (entry.range) highlight(entry.name).add(entry.range);
    }
  };

  /** What is in view is made and shown first; of the rest all is made, then shown. */
  const jobsOf = (entries: readonly Entry[]): (() => void)[] => {
    const ranges: (Range | null)[] = [];
    const jobs: (() => void)[] = [];
    const near = entries.length > MANY ? NEAR : entries.length;
    for (let at = 0; at < entries.length; at += BATCH) {
      jobs.push(() => {
        make(entries, at, ranges);
        if (at < near) show(entries, at, at + BATCH, ranges);
      });
    }
    for (let at = near; at < entries.length; at += REST) jobs.push(() => show(entries, at, at + REST, ranges));
    return jobs;
  };

  /** A repeated paint touches only what differs. */
  const paint = (marks: readonly Mark[]): void => {
    const before = painted.length > 0 ? shelved(painted) : null;
    const entries: Entry[] = [];
    const fresh: Entry[] = [];
    for (const mark of marks) {
      for (const name of namesOf(mark)) {
        const known = before ? taken(before, name, mark.span) : null;
        const entry = known ?? { name, span: mark.span, range: null, next: null, stays: false };
        entry.stays = true;
        entries.push(entry);
        if (!entry.range) fresh.push(entry);
      }
    }
    for (const { name, range, stays } of painted) if (!stays && range) highlights.get(name)?.delete(range);
    for (const entry of entries) entry.stays = false;
    painted = entries;
    queue.run(jobsOf(fresh.length > MANY ? nearestFirst(text, fresh) : fresh));
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
      painted = [];
    },
  };
}

/** What is painted, or waits to be: one place in one highlight. */
interface Entry {
  readonly name: string;
  readonly span: Span;
  /** null until it is painted, and where the text holds no such place. */
  range: Range | null;
  /** Another one of the same name that begins at the same place. */
  next: Entry | null;
  /** It is painted still after the paint under way. */
  stays: boolean;
}

/** By name and by where they begin. */
type Shelf = Map<string, Map<number, Entry>>;

function shelved(entries: readonly Entry[]): Shelf {
  const shelf: Shelf = new Map();
  for (const entry of entries) {
    let own = shelf.get(entry.name);
    if (!own) {
      own = new Map();
      shelf.set(entry.name, own);
    }
    entry.next = own.get(entry.span.start) ?? null;
    own.set(entry.span.start, entry);
  }
  return shelf;
}

/** Takes one of this name and place off the shelf; null where there is none (left). */
function taken(shelf: Shelf, name: string, { start, end }: Span): Entry | null {
  const own = shelf.get(name);
  let before: Entry | null = null;
  for (let entry = own?.get(start) ?? null; entry; before = entry, entry = entry.next) {
    if (entry.span.end !== end) continue;
    if (before) before.next = entry.next;
    else if (entry.next) own?.set(start, entry.next);
    else own?.delete(start);
    return entry;
  }
  return null;
}

const colourless: Readonly<Partial<Record<Mark['kind'], readonly string[]>>> = Object.fromEntries(
  ORDER.map((kind) => [kind, [kind]]),
);

/** An annotation in another colour is painted under both names: the plain one is stable, the other brings the colour. */
function namesOf({ kind, colour }: Mark): readonly string[] {
  return kind === 'annotation' && colour && colour !== 'yellow' ? [kind, `${kind}-${colour}`] : colourless[kind]!;
}
