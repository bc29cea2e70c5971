import type { DomText, Span } from '../../text/types';
import type { OriginalLayer } from './layer';
import { type OriginalView, STAND } from './view';

/** Two panes that show the same text. */
export interface Panes {
  /** The scrolling box of the reading text. */
  readonly reading: HTMLElement;
  readonly original: OriginalView;
  readonly layer: OriginalLayer;
  /** Whether the reading text is seen; what is not seen follows once the reader has stopped. */
  readonly bothSeen: () => boolean;
}

/** How long nothing moves, in milliseconds, before a pane that is not seen follows. */
const REST = 250;

export interface Step {
  /** Brings the original to where the reading text is. */
  original(): void;
  /** Brings the reading text to where the original is. */
  reading(): void;
  stop(): void;
}

/**
 * Scrolls the reading text and the original in step: the one under the reader's hand leads, the other follows, so that
 * what stands at the height of the eye is the same in both. Who follows never leads, so they cannot drive each other.
 */
export function keepInStep({ reading, original, layer, bothSeen }: Panes): Step {
  const { scroller, frame } = original;
  const document = reading.ownerDocument;
  const end = new AbortController();
  const { signal } = end;
  let leader: 'reading' | 'original' | null = null;
  let waiting = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const follow = {
    reading() {
      const text = layer.text();
      const target = text && readingTop(text, reading, original, layer);
      if (target !== null) reading.scrollTop = target - reading.clientHeight * STAND;
    },
    original() {
      const text = layer.text();
      const target = text && originalTop(text, reading, original, layer);
      if (target !== null) scroller.scrollTop = target - scroller.clientHeight * STAND;
    },
  };
  const lead = ({ target }: Event): void => {
    if (!(target instanceof Node)) return;
    leader = reading.contains(target) ? 'reading' : frame.contains(target) ? 'original' : null;
  };
  for (const kind of ['wheel', 'pointerdown', 'touchstart', 'keydown']) {
    document.addEventListener(kind, lead, { signal, capture: true, passive: true });
  }
  const scrolled = (which: 'reading' | 'original') => () => {
    if (leader !== which) return;
    const move = () => {
      waiting = 0;
      if (leader === 'reading') follow.original();
      else if (leader === 'original') follow.reading();
    };
    if (bothSeen()) waiting ||= requestAnimationFrame(move);
    else {
      // To paint a long text that nobody sees would cost more than all the pages that are seen.
      clearTimeout(resting);
      resting = setTimeout(move, REST);
    }
  };
  reading.addEventListener('scroll', scrolled('reading'), { signal, passive: true });
  scroller.addEventListener('scroll', scrolled('original'), { signal, passive: true });

  return {
    ...follow,
    stop() {
      cancelAnimationFrame(waiting);
      clearTimeout(resting);
      end.abort();
    },
  };
}

/** Distance of a passage from the top of what a box scrolls; null where it is not printed. */
function topIn(box: HTMLElement, text: DomText, { start }: Pick<Span, 'start'>): number | null {
  const range = text.rangeOf({ start, end: start + 1 });
  return range ? range.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop : null;
}

/** Between two known heights, what corresponds to a height between two others. */
function between(at: number, from: readonly [number, number], to: readonly [number, number]): number {
  const length = from[1] - from[0];
  const share = length > 0 ? Math.min(1, Math.max(0, (at - from[0]) / length)) : 0;
  return to[0] + (to[1] - to[0]) * share;
}

/** What of the original stands where the eye rests in the reading text: paragraphs are matched, lines between shared out. */
function originalTop(text: DomText, reading: HTMLElement, original: OriginalView, layer: OriginalLayer): number | null {
  if (reading.scrollTop <= 1) return 0;
  const eye = reading.scrollTop + reading.clientHeight * STAND;
  const { blocks } = text;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((topIn(reading, text, blocks[middle]!) ?? 0) <= eye) low = middle + 1;
    else high = middle;
  }
  const here = blocks[Math.max(0, low - 1)];
  if (!here) return null;
  const next = blocks[low];
  const place = layer.placeOf(here.start);
  const top = topIn(reading, text, here);
  if (!place || top === null) return null;
  const nextPlace = next && layer.placeOf(next.start);
  const nextTop = next ? topIn(reading, text, next) : null;
  const own = original.topOf(place);
  if (!nextPlace || nextTop === null) return own + Math.max(0, eye - top);
  return between(eye, [top, nextTop], [own, Math.max(own, original.topOf(nextPlace))]);
}

/** The same the other way: lines of the original are matched. */
function readingTop(text: DomText, reading: HTMLElement, original: OriginalView, layer: OriginalLayer): number | null {
  const { scroller } = original;
  if (scroller.scrollTop <= 1) return 0;
  const eye = scroller.scrollTop + scroller.clientHeight * STAND;
  const { page, y } = original.placeAt(eye);
  const { before, after } = layer.places.around(page, y);
  const topOf = (ink: number): number | null => {
    const start = layer.offsetOf(ink);
    return start === null ? null : topIn(reading, text, { start });
  };
  const above = before && topOf(before.ink);
  const below = after && topOf(after.ink);
  if (before && above !== null && after && below !== null) {
    return between(eye, [original.topOf(before), original.topOf(after)], [above, Math.max(above, below)]);
  }
  return above ?? below;
}
