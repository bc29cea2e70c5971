import { createRequire } from 'node:module';
import { isTooLarge, pictureSize } from '../formats/picture/size';
import { readingScale } from '../formats/scale';
import { FormatError, type Recognised } from '../formats/types';
import { type Raster, type ReadPage, readPage } from '../ocr';
import { networksInNode } from '../ocr/in-node';

/** As much of the canvas for Node as is used. */
interface NodeCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): {
    fillStyle: string;
    fillRect(x: number, y: number, width: number, height: number): void;
    drawImage(image: unknown, x: number, y: number, width: number, height: number): void;
    getImageData(x: number, y: number, width: number, height: number): Raster;
  };
}

interface CanvasPackage {
  createCanvas(width: number, height: number): NodeCanvas;
  loadImage(bytes: Uint8Array): Promise<{ readonly width: number; readonly height: number }>;
}

/** It comes with pdf.js, where its maker has built it for the machine. @throws FormatError where it has not. */
function canvasPackage(): CanvasPackage {
  try {
    const pdfjs = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    return createRequire(pdfjs)('@napi-rs/canvas') as CanvasPackage;
  } catch (error) {
    throw new FormatError(
      'no-text',
      `pictures cannot be drawn here: ${error instanceof Error ? error.message : error}`,
    );
  }
}

let reader: ReturnType<typeof networksInNode> | null = null;

/**
 * Reads pages from their pictures, one after the other; one that cannot be read costs no other.
 *
 * @param wanted Their numbers; absent: all of them.
 * @param onPage Called after each.
 * @throws FormatError where none could be read.
 */
export async function recognise(
  bytes: Uint8Array,
  format: string,
  wanted: readonly number[] | undefined,
  onPage: (done: number, of: number) => void,
  networks: typeof networksInNode = networksInNode,
): Promise<Recognised> {
  if (networks === networksInNode) reader ??= networks();
  const tools = await (networks === networksInNode ? reader! : networks());
  const source = format === 'pdf' ? await pdfPages(bytes) : await picturePages(bytes, format);
  const numbers = wanted ?? Array.from({ length: source.count }, (_, index) => index + 1);
  const read = new Map<number, ReadPage>();
  let reason: unknown = null;
  try {
    for (const [index, number] of numbers.entries()) {
      try {
        const raster = await source.raster(number);
        if (raster) read.set(number, await readPage(raster, tools));
      } catch (error) {
        // A damaged page costs no other one: it stays a page without text, which is said.
        reason = error;
      }
      onPage(index + 1, numbers.length);
    }
  } finally {
    source.close();
  }
  if (read.size === 0 && reason)
    throw reason instanceof FormatError ? reason : new FormatError('no-text', String(reason));
  return read;
}

interface Source {
  readonly count: number;
  raster(number: number): Promise<Raster | null>;
  close(): void;
}

async function pdfPages(bytes: Uint8Array): Promise<Source> {
  const { createCanvas } = canvasPackage();
  const { openPictures } = await import('../formats/pdf/drawing');
  const pages = await openPictures(bytes.slice(), undefined, createCanvas);
  return {
    count: pages.count,
    raster: async (number) => rasterOf(await pages.draw(number)),
    close: pages.close,
  };
}

const rasterOf = (canvas: NodeCanvas): Raster =>
  canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);

/** The pictures of a file that is set from its geometry. */
async function picturePages(bytes: Uint8Array, format: string): Promise<Source> {
  const { createCanvas, loadImage } = canvasPackage();
  const { open } = format === 'ofd' ? await import('../formats/ofd') : await import('../formats/picture');
  const { pages = [] } = await open(bytes, '', { pages: true });
  const raster = async (number: number): Promise<Raster | null> => {
    const page = pages.find((one) => one.number === number);
    if (!page?.pictures) return null;
    const scale = readingScale(page.width, page.height);
    const canvas = createCanvas(Math.round(page.width * scale), Math.round(page.height * scale));
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    for (const { data, x, y, width, height } of page.pictures) {
      const content = new Uint8Array(await data.arrayBuffer());
      const size = pictureSize(content);
      if (size && isTooLarge(size)) throw new FormatError('too-many-pixels');
      const image = await loadImage(content).catch(() => {
        throw new FormatError('broken-picture');
      });
      context.drawImage(image, x * scale, y * scale, width * scale, height * scale);
    }
    return rasterOf(canvas);
  };
  return { count: pages.length, raster, close: () => undefined };
}
