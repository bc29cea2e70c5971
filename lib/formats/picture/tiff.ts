import { decode, decodeImage, type IFD, toRGBA8 } from 'utif2';
import { slicer } from '../slices';
import { FormatError } from '../types';
import { pngOf } from './png';
import { isTooLarge } from './size';

/** A page of a TIFF file; `data` is a PNG of it, null where it cannot be decoded. Sides in points. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | null;
}

/** How pages may be pressed: not at all, CCITT in three ways, LZW, JPEG in two, Deflate in two, packed bits. */
const KNOWN = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 32946, 32773]);
/** More pages than any fax has. */
const MOST_PAGES = 500;
/** Dots an inch where the file does not say. */
const USUAL = 200;

/** Tags of TIFF 6.0 as the library names them. */
const KIND = 't254';
const WIDTH = 't256';
const HEIGHT = 't257';
const PRESSED = 't259';
const ACROSS = 't282';
const DOWN = 't283';
const UNIT = 't296';

/**
 * The pages of a TIFF file, as faxes and scanners write them (CCITT, LZW, JPEG, packed bits), by utif2 (MIT; 110 kB with
 * pako, loaded when the first such file is opened). No browser but one shows them, so they are made PNG. A page
 * that is damaged costs no other page. Small pictures of pages that lie beside them are passed over.
 *
 * @throws FormatError `broken-picture` where there is no page at all, `too-many-pixels`
 */
export async function tiffPages(
  bytes: Uint8Array,
  { signal, onProgress }: { readonly signal?: AbortSignal; onProgress?(fraction: number): void } = {},
): Promise<{ pages: readonly TiffPage[]; cut: boolean }> {
  const { bounded, cut } = withoutCircles(bytes);
  const all = directories(bounded);
  const shown = all.filter((page) => (numberIn(page, KIND) & 1) === 0 && numberIn(page, WIDTH) > 0);
  if (shown.length === 0) throw new FormatError('broken-picture', 'no page');
  const slice = slicer(signal);
  const pages: TiffPage[] = [];
  for (const page of shown) {
    await slice();
    pages.push(pageOf(bounded, page));
    onProgress?.(pages.length / shown.length);
  }
  return { pages, cut };
}

function directories(bounded: ArrayBuffer): IFD[] {
  try {
    return decode(bounded);
  } catch (error) {
    throw new FormatError('broken-picture', error instanceof Error ? error.message : '');
  }
}

/** A number, or a fraction as its two parts. */
function numberIn(page: IFD, tag: string): number {
  const value = (page as unknown as Record<string, readonly unknown[] | undefined>)[tag]?.[0];
  if (Array.isArray(value)) return Number(value[0]) / Number(value[1]) || 0;
  return typeof value === 'number' ? value : 0;
}

function pageOf(bytes: ArrayBuffer, page: IFD): TiffPage {
  const size = { width: numberIn(page, WIDTH), height: numberIn(page, HEIGHT) };
  if (isTooLarge(size)) throw new FormatError('too-many-pixels', `${size.width} × ${size.height} pixels`);
  // Faxes have fewer rows than columns an inch: what they mean is a sheet of paper.
  const scale = numberIn(page, UNIT) === 3 ? 2.54 : 1;
  const dots = (tag: string) => numberIn(page, tag) * scale || USUAL;
  const [across, down] = [dots(ACROSS), dots(DOWN)];
  const honest = Math.min(across, down) >= 50 && Math.max(across, down) <= 2400;
  return {
    width: (72 * size.width) / (honest ? across : USUAL),
    height: (72 * size.height) / (honest ? down : USUAL),
    data: pngIn(bytes, page),
  };
}

function pngIn(bytes: ArrayBuffer, page: IFD): Uint8Array | null {
  if (!KNOWN.has(numberIn(page, PRESSED))) return null;
  try {
    decodeImage(bytes, page);
    const rgba = toRGBA8(page);
    if (rgba.length < 4 * page.width * page.height) return null;
    const png = pngOf(page.width, page.height, rgba);
    // The library keeps the pixels with the page.
    page.data = new Uint8Array();
    return png;
  } catch {
    return null;
  }
}

/**
 * The same file with its pages in a chain that ends: each says where the next one begins, and the library follows that
 * for ever.
 */
function withoutCircles(bytes: Uint8Array): { bounded: ArrayBuffer; cut: boolean } {
  const little = bytes[0] === 0x49;
  const bounded = bytes.slice().buffer as ArrayBuffer;
  const view = new DataView(bounded);
  const seen = new Set<number>();
  let from = 4;
  for (let at = next(view, from, little); at !== 0; at = next(view, from, little)) {
    const count = at + 2 <= bounded.byteLength ? view.getUint16(at, little) : 0;
    const end = at + 2 + 12 * count;
    if (seen.has(at) || seen.size >= MOST_PAGES || count === 0 || end + 4 > bounded.byteLength) {
      view.setUint32(from, 0, little);
      return { bounded, cut: true };
    }
    seen.add(at);
    from = end;
  }
  return { bounded, cut: false };
}

const next = (view: DataView, at: number, little: boolean): number =>
  at + 4 <= view.byteLength ? view.getUint32(at, little) : 0;
