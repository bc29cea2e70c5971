/** A canvas that pdf.js draws on, and its context. */
interface Drawable {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** Canvases of a thread: pdf.js asks the page for its own. What is drawn is read at once, so it stays out of the graphics card. */
class ThreadCanvases {
  create(width: number, height: number): Drawable {
    if (!(width > 0 && height > 0)) throw new Error('a canvas without area');
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: Drawable, width: number, height: number): void {
    if (!(canvas && width > 0 && height > 0)) throw new Error('a canvas without area');
    canvas.width = width;
    canvas.height = height;
  }

  destroy(drawable: Drawable): void {
    if (drawable.canvas) {
      drawable.canvas.width = 0;
      drawable.canvas.height = 0;
    }
    drawable.canvas = null;
    drawable.context = null;
  }

  getNoAlphaContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D | null {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }
}

/** Filters are SVG of a page. Without one pdf.js counts masks itself, pixel by pixel, as it does in its own thread that draws. */
class NoFilters {
  addFilter = () => 'none';
  addHCMFilter = () => 'none';
  addAlphaFilter = () => 'none';
  addLuminosityFilter = () => 'none';
  addKnockoutFilter = () => 'none';
  addHighlightHCMFilter = () => 'none';
  addSelectionHCMFilter = () => 'none';
  addSelectionFilter = () => 'none';
  createSelectionStyle = () => null;
  destroy = () => undefined;
}

/** What pdf.js takes from the page's document when it draws in a page, for a thread of ours; the fonts are the thread's. */
export function inPlaceOfPage() {
  const { fonts } = globalThis as unknown as { readonly fonts?: FontFaceSet };
  return {
    CanvasFactory: ThreadCanvases,
    FilterFactory: NoFilters,
    ownerDocument: { fonts } as unknown as HTMLDocument,
    // Where a thread knows no fonts, signs are drawn as shapes.
    disableFontFace: !fonts,
  };
}
