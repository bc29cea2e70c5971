import type { RefObject } from 'preact';
import type { Wanted } from './useCursor';

export interface Sight {
  readonly list: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Height at the top of the scroller that something covers, in CSS pixels. */
  readonly covered: number;
  /** The same at its bottom. */
  readonly below: number;
  readonly wanted: Wanted;
  /** It was brought into view. */
  readonly onSeen: () => void;
}

/** As many frames are given to a list to draw a row and to lay it out. */
const FRAMES = 40;
/** A row that stood still for so many frames has the height it is going to have. */
const STILL = 3;
/** Between a row and the edge, in CSS pixels. */
const GAP = 2;

/**
 * Brings a row wholly between what covers the top and the bottom; a row that is taller begins at the top. A row comes
 * into the DOM a frame or two after the list was scrolled to it, and takes its height after that: it is looked at until
 * it stands still.
 *
 * @returns how to stop.
 */
export function keepInSight({ list, scroller, covered, below, wanted, onSeen }: Sight): () => void {
  let [frames, still] = [FRAMES, 0];
  let focused = !wanted.focus;
  let frame = 0;
  const look = () => {
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.key)}"]`);
    const box = scroller.current;
    if (row && box) {
      const by = wanted.align === 'start' ? 0 : missing(typedInto(row) ?? row, box, covered, below);
      still = by === 0 ? still + 1 : 0;
      if (by !== 0) box.scrollTop += by;
      if (!focused) {
        row.querySelector<HTMLElement>('[data-main]')?.focus({ preventScroll: true });
        focused = true;
      }
      onSeen();
    }
    if (still < STILL && frames-- > 0) frame = requestAnimationFrame(look);
  };
  // At once where it is drawn already: the focus must not fall to the body in between.
  look();
  return () => cancelAnimationFrame(frame);
}

/** The field of the row that is being typed into: it may stand a screen below the row's beginning. */
function typedInto(row: HTMLElement): HTMLElement | null {
  const active = row.ownerDocument.activeElement;
  return active instanceof HTMLElement && row.contains(active) && active.matches('[data-field]') ? active : null;
}

/** How far to scroll, in CSS pixels; 0 where the row is in sight. */
function missing(row: HTMLElement, box: HTMLElement, covered: number, under: number): number {
  const view = box.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  const above = top - (view.top + covered);
  const below = bottom - (view.top + box.clientHeight - under);
  const by = above < 0 ? above - GAP : below > 0 ? Math.min(below + GAP, above - GAP) : 0;
  if (by < 0 && box.scrollTop <= 0) return 0;
  if (by > 0 && box.scrollTop + box.clientHeight >= box.scrollHeight - 1) return 0;
  return Math.abs(by) < 1 ? 0 : Math.trunc(by) || Math.sign(by);
}
