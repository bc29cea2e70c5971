/** Share of the viewport's height that a sheet reaches beyond it above and below: scrolling so far needs no drawing. */
const BEYOND = 0.5;
/** Pixels a sheet may hold; a larger one is drawn coarser. */
const MOST_PIXELS = 16_000_000;

/** A canvas that lies over what is seen of a document, and scrolls with it. */
export interface Sheet {
  /** Lays it over what is seen now; everything drawn is gone. @returns where it lies in the viewport, null: nowhere. */
  lay(level: number): { readonly box: DOMRect; readonly context: CanvasRenderingContext2D } | null;
  /** Whether what is seen still lies under it. */
  covers(): boolean;
  /** Where it lies in the viewport now. */
  box(): DOMRect;
}

/**
 * A sheet always covers all that is seen, whatever is drawn on it: a page can find out that something lies over its text
 * (an IntersectionObserver tells), so that must be true of every word alike.
 */
export function sheetOf(canvas: HTMLCanvasElement): Sheet {
  const document = canvas.ownerDocument;
  const view = document.defaultView as Window & typeof globalThis;
  const scroller = () => document.scrollingElement ?? document.documentElement;

  const covers = (): boolean => {
    const { top, bottom, left, right } = canvas.getBoundingClientRect();
    const end = Math.min(view.innerHeight, scroller().getBoundingClientRect().bottom);
    return top <= Math.max(0, -scroller().scrollTop) && left <= 0 && bottom >= end - 1 && right >= view.innerWidth - 20;
  };

  return {
    covers,
    box: () => canvas.getBoundingClientRect(),
    lay(level) {
      const { style } = canvas;
      style.display = 'none';
      const { scrollTop, scrollLeft, clientWidth, scrollHeight } = scroller();
      const height = view.innerHeight;
      const top = Math.max(0, scrollTop - height * BEYOND);
      // Never beyond the document's own end: the page must not become longer by us.
      const bottom = Math.min(Math.max(scrollHeight, height), scrollTop + height * (1 + BEYOND));
      style.display = 'block';
      style.zIndex = String(level);
      style.width = `${clientWidth}px`;
      style.height = `${bottom - top}px`;
      style.left = `${scrollLeft}px`;
      style.top = `${top}px`;
      let box = canvas.getBoundingClientRect();
      // What it is placed in need not begin where the document does.
      const [dx, dy] = [box.left, box.top - (top - scrollTop)];
      if (dx || dy) {
        style.left = `${scrollLeft - dx}px`;
        style.top = `${top - dy}px`;
        box = canvas.getBoundingClientRect();
      }
      if (box.width < 1 || box.height < 1) return null;
      const wanted = Math.min(2, view.devicePixelRatio || 1);
      const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (box.width * box.height)));
      canvas.width = Math.ceil(box.width * scale);
      canvas.height = Math.ceil(box.height * scale);
      const context = canvas.getContext('2d');
      context?.scale(scale, scale);
      return context && { box, context };
    },
  };
}
