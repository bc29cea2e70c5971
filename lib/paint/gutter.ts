import type { DomText } from '../text/types';
import { washOf } from './colour';
import type { Mark, Painter } from './types';

/** Width of the map, and height of what stands for one passage, in CSS pixels. */
const WIDTH = 8;
const TICK = 3;
/** After the last change of the page's shape before the map is drawn anew, in milliseconds. */
const PAUSE = 300;

const INK = { mine: 'rgb(200 105 0 / 90%)', possible: 'rgb(200 105 0 / 35%)' } as const;

/**
 * A map of what is mine along the scrollbar. It is a canvas of one place and size on every page, whatever is drawn on it:
 * the page sees that it is there, and nothing that is on it. It takes no click.
 *
 * @param canvas Ours alone; fixed to the right edge by its style sheet.
 * @param mine The reader's own colour; null: the usual one.
 * @returns A painter that draws marks of kind `mine` and `possible` and passes over all others.
 */
export function createGutter(text: DomText, canvas: HTMLCanvasElement, mine: () => string | null): Painter {
  const document = canvas.ownerDocument;
  const view = document.defaultView as Window & typeof globalThis;
  const life = new AbortController();
  let marks: readonly Mark[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    const scroller = document.scrollingElement ?? document.documentElement;
    const { scrollTop, scrollHeight } = scroller;
    const height = view.innerHeight;
    const scale = Math.min(2, view.devicePixelRatio || 1);
    canvas.width = WIDTH * scale;
    canvas.height = height * scale;
    const context = canvas.getContext('2d');
    // A page that is seen whole needs no map.
    if (!context || scrollHeight <= height + 1) return;
    context.scale(scale, scale);
    for (const { kind, span } of marks) {
      const range = text.rangeOf({ start: span.start, end: span.start + 1 });
      const box = range?.getBoundingClientRect();
      if (!box || (box.width === 0 && box.height === 0)) continue;
      context.fillStyle = (kind === 'mine' && washOf(mine())) || INK[kind as keyof typeof INK];
      context.fillRect(0, Math.round(((box.top + scrollTop) / scrollHeight) * height), WIDTH, TICK);
    }
  };
  const drawSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => life.signal.aborted || draw(), PAUSE);
  };
  view.addEventListener('resize', drawSoon, { signal: life.signal, passive: true });
  const sizes = view.ResizeObserver ? new view.ResizeObserver(drawSoon) : null;
  for (const element of [document.documentElement, document.body]) if (element) sizes?.observe(element);

  return {
    paint(all) {
      // What only may be ours first: what is ours lies over it.
      marks = [...all.filter(({ kind }) => kind === 'possible'), ...all.filter(({ kind }) => kind === 'mine')];
      drawSoon();
    },
    flash: () => undefined,
    async settled() {
      clearTimeout(timer);
      if (!life.signal.aborted) draw();
    },
    clear() {
      life.abort();
      clearTimeout(timer);
      sizes?.disconnect();
      marks = [];
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

/** Two painters as one. */
export function paintBoth(first: Painter, second: Painter): Painter {
  return {
    paint(marks) {
      first.paint(marks);
      second.paint(marks);
    },
    flash(span) {
      first.flash(span);
      second.flash(span);
    },
    settled: async () => {
      await Promise.all([first.settled(), second.settled()]);
    },
    clear() {
      first.clear();
      second.clear();
    },
  };
}
