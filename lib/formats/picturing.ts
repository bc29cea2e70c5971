import type { PagePictures } from './pdf/drawing';
import { isTooLarge, pictureSize } from './picture/size';
import { readingScale } from './scale';
import { type FixedPage, type FixedPicture, FormatError, type FormatErrorCode } from './types';

/** As much of a page as drawing it needs: what is written on it stays where it is. */
export type BarePage = Pick<FixedPage, 'number' | 'width' | 'height' | 'pictures'>;

/** To the thread that draws pages to be read: one file first, then its pages, one at a time. */
export type Order =
  | { readonly kind: 'open'; readonly file: Blob; readonly format: string; readonly password?: string | undefined }
  | { readonly kind: 'draw'; readonly page: BarePage };

/** From it, for each order. The picture is given away. */
export type Answer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'drawn'; readonly picture: ImageBitmap }
  | { readonly kind: 'failed'; readonly message: string; readonly code?: FormatErrorCode };

/** Draws pages of a file as they lie, at a resolution good for reading. */
export interface PageSource {
  /** @throws Error when the page cannot be drawn; FormatError where its pictures are broken or too large. */
  draw(page: BarePage): Promise<ImageBitmap>;
}

/** Opens a file to draw its pages in this thread. @param format `LocalDocument.format`. @throws what pdf.js throws. */
export async function openPages(file: Blob, format: string, password?: string): Promise<PageSource> {
  if (format !== 'pdf') return { draw: assembled };
  const { openPictures } = await import('./pdf/drawing');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pages: PagePictures<OffscreenCanvas> = await openPictures(bytes, password, canvasOf);
  return { draw: async ({ number }) => (await pages.draw(number)).transferToImageBitmap() };
}

const canvasOf = (width: number, height: number) => new OffscreenCanvas(width, height);

/** A page's pictures, each in its place, as the page lies. */
async function assembled(page: BarePage): Promise<ImageBitmap> {
  const scale = readingScale(page.width, page.height);
  const canvas = canvasOf(Math.round(page.width * scale), Math.round(page.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const { data, x, y, width, height } of page.pictures ?? []) {
    const picture = await decoded(data);
    context.drawImage(picture, x * scale, y * scale, width * scale, height * scale);
    picture.close();
  }
  return canvas.transferToImageBitmap();
}

async function decoded(data: FixedPicture['data']): Promise<ImageBitmap> {
  const size = pictureSize(new Uint8Array(await data.slice(0, 1 << 20).arrayBuffer()));
  if (size && isTooLarge(size)) throw new FormatError('too-many-pixels');
  return createImageBitmap(data).catch(() => {
    throw new FormatError('broken-picture');
  });
}
