import type { FixedPage } from './types';

/** Draws the pages of one original file. */
export interface Drawing {
  /**
   * Draws a page and sets the canvas' size to it.
   *
   * @param scale Canvas pixels a point.
   * @param options `idle`: after all that is not idle (thumbnails). An abort ends the work without an error.
   * @throws Error when the page cannot be drawn.
   */
  draw(
    page: FixedPage,
    canvas: HTMLCanvasElement,
    scale: number,
    options: { readonly signal: AbortSignal; readonly idle?: boolean },
  ): Promise<void>;
  /** Frees what the file holds in memory; drawings under way end. */
  close(): void;
}

/** A file whose original can be drawn. */
export interface OriginalFile {
  readonly file: Blob;
  /** `LocalDocument.format`. */
  readonly format: string;
  readonly password?: string | undefined;
}

/** Formats whose pages are drawn from the file itself; all others that have pages are set from their geometry. */
export const isDrawn = (format: string): boolean => format === 'pdf';

/**
 * Opens a PDF to draw its pages. It is loaded a second time for that: reading it does not keep it in memory.
 *
 * @throws what pdf.js throws; it was read before, so that is a file that has gone from the disk.
 */
export async function openDrawing({ file, password }: OriginalFile): Promise<Drawing> {
  const { open } = await import('./pdf/drawing');
  return open(new Uint8Array(await file.arrayBuffer()), password);
}

/** The pages of a PDF without text, to be shown all the same. */
export async function pagesOf({ file, password }: OriginalFile, signal: AbortSignal): Promise<FixedPage[]> {
  const { sizes } = await import('./pdf/drawing');
  return sizes(new Uint8Array(await file.arrayBuffer()), password, signal);
}
