import type { DomText, Span } from '../text/types';
import { onDarkGround } from './ground';
import { flashInk, type Ink, inkOf } from './ink';
import { sheetOf } from './sheet';
import type { Painter } from './types';

const FLASH_MS = 1600;
/** Between two looks whether the text has moved under the sheet, in milliseconds; a look costs one box. */
const LOOK_MS = 700;
/** Marks in a row that lie off the sheet before the rest of them counts as off it: columns and tables go up again. */
const PATIENCE = 60;

interface Entry {
  readonly span: Span;
  readonly ink: Ink;
}

/**
 * Paints on a canvas that lies over the page's text and takes no click. Nothing of what is drawn can be read from the
 * page: no name is registered, no text or element stands where a mark does. The canvas is ours alone to place.
 *
 * @param mine The reader's own colour for what is mine, asked at every paint.
 */
export function createCanvasPainter(
  text: DomText,
  canvas: HTMLCanvasElement,
  mine: () => string | null = () => null,
): Painter {
  const document = canvas.ownerDocument;
  const view = document.defaultView as Window & typeof globalThis;
  const sheet = sheetOf(canvas);
  const life = new AbortController();
  let entries: readonly Entry[] = [];
  let flashed: Span | null = null;
  let flashing: ReturnType<typeof setTimeout> | undefined;
  let due: Promise<void> | null = null;
  /** The first thing drawn, and where it stood on the sheet: whether the text has moved is asked of it. */
  let witness: { readonly span: Span; readonly left: number; readonly top: number } | null = null;

  const boxesOf = (span: Span): DOMRect[] =>
    text.slicesOf(span).flatMap(({ node, start, end }) => {
      const range = document.createRange();
      range.setStart(node, Math.min(start, node.length));
      range.setEnd(node, Math.min(end, node.length));
      return [...range.getClientRects()];
    });

  const draw = (): void => {
    witness = null;
    const standing = text.rangeOf(entries[0]?.span ?? flashed ?? { start: 0, end: 1 })?.startContainer.parentElement;
    // Ink that darkens the ground, or lights up a dark one, leaves the letters their colour.
    canvas.style.mixBlendMode = onDarkGround(standing ?? null) ? 'screen' : 'multiply';
    const laid = sheet.lay(levelOf(text, entries[0]?.span ?? flashed));
    if (!laid) return;
    const { box, context } = laid;
    const put = ({ span, ink }: Entry): 'on' | 'above' | 'below' | 'nowhere' => {
      const boxes = boxesOf(span);
      const [first] = boxes;
      if (!first) return 'nowhere';
      if (first.top > box.bottom) return 'below';
      if (boxes[boxes.length - 1]!.bottom < box.top) return 'above';
      witness ??= { span, left: first.left - box.left, top: first.top - box.top };
      for (const each of boxes) inkIn(context, ink, each.left - box.left, each.top - box.top, each.width, each.height);
      return 'on';
    };
    const from = firstOn(entries, box.top, boxesOf);
    for (let at = from, off = 0; at < entries.length && off < PATIENCE; at++) {
      off = put(entries[at]!) === 'below' ? off + 1 : 0;
    }
    if (flashed) put({ span: flashed, ink: flashInk });
  };

  const drawSoon = (): void => {
    due ??= new Promise((resolve) => {
      const now = () => {
        clearTimeout(late);
        view.cancelAnimationFrame(frame);
        due = null;
        if (!life.signal.aborted) draw();
        resolve();
      };
      const frame = view.requestAnimationFrame(now);
      // A page in the background draws no frames.
      const late = setTimeout(now, 250);
    });
  };

  const moved = (): boolean => {
    if (!witness) return false;
    const [first] = boxesOf(witness.span);
    const box = sheet.box();
    if (!first) return true;
    return Math.abs(first.left - box.left - witness.left) + Math.abs(first.top - box.top - witness.top) > 1;
  };
  const look = (): void => {
    if (document.visibilityState !== 'hidden' && (moved() || !sheet.covers())) drawSoon();
  };

  const { signal } = life;
  const quiet = { signal, capture: true, passive: true };
  document.addEventListener('scroll', look, quiet);
  for (const type of ['load', 'transitionend', 'animationend', 'toggle']) document.addEventListener(type, look, quiet);
  view.addEventListener('resize', drawSoon, quiet);
  const sizes = view.ResizeObserver ? new view.ResizeObserver(look) : null;
  for (const element of [document.documentElement, document.body]) if (element) sizes?.observe(element);
  const looking = setInterval(look, LOOK_MS);

  const endFlash = (): void => {
    clearTimeout(flashing);
    flashed = null;
  };

  return {
    paint(marks) {
      entries = marks
        .flatMap((mark): Entry[] => {
          const ink = inkOf(mark, mine());
          return ink ? [{ span: mark.span, ink }] : [];
        })
        .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
      drawSoon();
    },
    flash(span) {
      endFlash();
      flashed = span;
      drawSoon();
      flashing = setTimeout(() => {
        endFlash();
        drawSoon();
      }, FLASH_MS);
    },
    async settled() {
      await due;
    },
    clear() {
      life.abort();
      endFlash();
      clearInterval(looking);
      sizes?.disconnect();
      entries = [];
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

/** Index of the first entry that ends at or below a height, by halves: text goes down the page, tables a little up again. */
function firstOn(entries: readonly Entry[], top: number, boxesOf: (span: Span) => DOMRect[]): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const boxes = boxesOf(entries[middle]!.span);
    const last = boxes[boxes.length - 1];
    if (last && last.bottom < top) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - PATIENCE);
}

function inkIn(
  context: CanvasRenderingContext2D,
  { wash, wave }: Ink,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  if (wash) {
    context.fillStyle = wash;
    context.fillRect(left, top, width, height);
  }
  if (!wave) return;
  context.strokeStyle = wave;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(left, top + height);
  for (let x = 0, up = true; x < width; x += 3, up = !up) context.lineTo(left + x + 3, top + height - (up ? 3 : 0));
  context.stroke();
}

/** The z-index among which the text stands: what the page lays over its text lies over our sheet as well. */
function levelOf(text: DomText, span: Span | null): number {
  const range = span && text.rangeOf({ start: span.start, end: span.start + 1 });
  const view = (text.root.ownerDocument ?? (text.root as Document)).defaultView;
  let level = 0;
  for (let at = range?.startContainer.parentElement ?? null; at && view; at = at.parentElement) {
    const { zIndex } = view.getComputedStyle(at);
    if (zIndex !== 'auto') level = Number(zIndex) || 0;
  }
  return Math.max(0, level);
}
