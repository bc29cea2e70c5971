import { PageFlow } from '../layout/flow';
import { recognisedPage } from '../layout/recognised';
import { type FixedPage, type Format, FormatError, type FormatOptions, type FormatWarning } from '../types';
import { isTooLarge, type PictureKind, pictureSize } from './size';

/** Sides of a sheet of A4, in points: pictures of pages are mostly of one, and what else they are of nobody says. */
const SHORT = 595.3;
const LONG = 841.9;

const TYPES: Readonly<Record<PictureKind, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  bmp: 'image/bmp',
  gif: 'image/gif',
};

/**
 * A picture as a document of one page, or a fax of several. Its text is what was read on it; before that there are pages to
 * look at, and nothing to read.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const { pages: drawn, warnings: own } = isTiff(bytes) ? await faxPages(bytes, options) : pictureOf(bytes);
  const document = { name, format: 'picture', title: null, fields: {} };
  const left = drawn.filter(({ number }) => !options.recognised?.has(number)).map(({ number }) => number);
  if (left.length === drawn.length) {
    if (!options.pages) throw new FormatError('no-text', 'a picture');
    return { ...document, html: '', pages: drawn, scans: left, warnings: own };
  }
  const flow = new PageFlow();
  for (const page of drawn) {
    const read = options.recognised?.get(page.number);
    flow.add(read ? recognisedPage(page, read) : page);
  }
  const { html, pages, recognised, warnings } = await flow.finish(options.pages ?? false, options.signal);
  if (html === '') throw new FormatError('no-text', 'nothing was read on it');
  const said: FormatWarning[] = left.length > 0 ? [{ code: 'pages-without-text', count: left.length }] : [];
  return {
    ...document,
    html,
    warnings: [...own, ...said, { code: 'recognised', count: drawn.length - left.length }, ...warnings],
    pages: options.pages ? pages : undefined,
    ...(left.length > 0 && { scans: left }),
    ...(recognised && { recognised }),
  };
};

interface Drawn {
  readonly pages: readonly FixedPage[];
  readonly warnings: readonly FormatWarning[];
}

function pictureOf(bytes: Uint8Array): Drawn {
  const size = pictureSize(bytes);
  if (!size) throw new FormatError('broken-picture', 'a picture without a size');
  if (isTooLarge(size)) throw new FormatError('too-many-pixels', `${size.width} × ${size.height} pixels`);
  const scale = Math.min(size.width > size.height ? LONG / size.width : SHORT / size.width, 4);
  return {
    pages: [pageWith(1, size.width * scale, size.height * scale, bytes, TYPES[size.kind])],
    warnings: [],
  };
}

/** The library that reads such files is loaded with the first of them. */
async function faxPages(bytes: Uint8Array, options: FormatOptions): Promise<Drawn> {
  const { tiffPages } = await import('./tiff');
  const { pages, cut } = await tiffPages(bytes, options);
  if (pages.every(({ data }) => data === null)) throw new FormatError('broken-picture', 'no page can be decoded');
  const warnings: FormatWarning[] = pages.flatMap(({ data }, index) =>
    data ? [] : [{ code: 'page-unreadable', page: index + 1 }],
  );
  return {
    pages: pages.flatMap(({ width, height, data }, index) =>
      data ? [pageWith(index + 1, width, height, data, TYPES.png)] : [],
    ),
    warnings: cut ? [...warnings, { code: 'truncated' }] : warnings,
  };
}

const isTiff = ([first, second, third, fourth]: Uint8Array): boolean =>
  (first === 0x49 && second === 0x49 && third === 42 && fourth === 0) ||
  (first === 0x4d && second === 0x4d && third === 0 && fourth === 42);

/** Sides in points. */
function pageWith(number: number, width: number, height: number, bytes: Uint8Array, type: string): FixedPage {
  const data = new Blob([bytes as Uint8Array<ArrayBuffer>], { type });
  return { number, turn: 0, width, height, items: [], rules: [], pictures: [{ x: 0, y: 0, width, height, data }] };
}
