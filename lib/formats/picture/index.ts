import { PageFlow } from '../layout/flow';
import { recognisedPage } from '../layout/recognised';
import { type FixedPicture, type Format, FormatError } from '../types';
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
 * A picture as a document of one page. Its text is what was read on it; before that there is a page to look at, and
 * nothing to read.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const size = pictureSize(bytes);
  if (!size) throw new FormatError('broken-picture', 'a picture without a size');
  if (isTooLarge(size)) throw new FormatError('too-many-pixels', `${size.width} × ${size.height} pixels`);
  const scale = Math.min(size.width > size.height ? LONG / size.width : SHORT / size.width, 4);
  const [width, height] = [size.width * scale, size.height * scale];
  const data = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: TYPES[size.kind] });
  const pictures: FixedPicture[] = [{ x: 0, y: 0, width, height, data }];
  const page = { number: 1, turn: 0, width, height, items: [], rules: [], pictures };
  const document = { name, format: 'picture', title: null, fields: {} };
  const read = options.recognised?.get(1);
  if (!read) {
    if (!options.pages) throw new FormatError('no-text', 'a picture');
    return { ...document, html: '', pages: [page], scans: [1] };
  }
  const flow = new PageFlow();
  flow.add(recognisedPage(page, read));
  const { html, pages, recognised, warnings } = await flow.finish(options.pages ?? false, options.signal);
  if (html === '') throw new FormatError('no-text', 'nothing was read on it');
  return {
    ...document,
    html,
    warnings: [{ code: 'recognised', count: 1 }, ...warnings],
    pages: options.pages ? pages : undefined,
    ...(recognised && { recognised }),
  };
};
