import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { filesInZip } from '../formats/archive';
import { withoutBoxes, withoutNames } from '../formats/as-written';
import { cutSaid, isNoise, linesWithin } from '../formats/bounds';
import { decode } from '../formats/encoding';
import { extensionOf, isTold, maxBytes } from '../formats/names';
import { formatFor, notRead } from '../formats/open';
import { withPrivateSeen } from '../formats/private-signs';
import {
  FormatError,
  type FormatOptions,
  type FormatWarning,
  type LocalDocument,
  type RecognisedInk,
} from '../formats/types';
import { openUnseen, unseenFormats } from '../formats/unseen';
import { wholePage } from '../formats/whole-page';
import { fromPlain } from '../text/plain';
import { read } from '../text/read';
import type { LinearText } from '../text/types';

/** Extensions of files worth opening in a folder, with their dot; pictures only where they are to be read. */
export const readable = (ocr: boolean): ReadonlySet<string> =>
  new Set(
    unseenFormats
      .filter(({ name }) => ocr || name !== 'picture')
      .flatMap((format) => format.extensions.map((extension) => `.${extension}`)),
  );

/** A file as text, and what was left out of it. */
export interface Loaded {
  readonly text: LinearText;
  readonly warnings: readonly FormatWarning[];
  /** What of it was read from pictures. */
  readonly recognised?: readonly RecognisedInk[];
}

export interface LoadOptions {
  /** Read pages without text from their pictures. */
  readonly ocr?: boolean;
  /** After each page that was read so. */
  onPage?(done: number, of: number): void;
}

/** A file to be read: its name as it is told, and its reading. */
export interface Source {
  readonly name: string;
  read(options?: LoadOptions): Promise<Loaded>;
}

/** A document of a kind that is not read, in a folder or an archive: it is told, and nothing has failed. */
export class PassedOver extends FormatError {}

/** Why a file of this name is not read. */
export function unread(path: string): PassedOver {
  const { code, message } = notRead(extensionOf(path));
  return new PassedOver(code, message);
}

/** A file, or the files packed into an archive, each under the archive's name; one that cannot be unpacked is told itself. */
export function sourcesOf(path: string, ocr = false): Source[] {
  const alone: Source = { name: path, read: (options) => load(path, options) };
  if (!/\.zip$/i.test(path) || !existsSync(path) || statSync(path).size > maxBytes) return [alone];
  try {
    const known = readable(ocr);
    const isRead = (name: string) => known.has(extname(name).toLowerCase());
    const worth = (name: string) => (isRead(name) || isTold(name)) && !/(?:^|\/)(?:~\$|\.|__MACOSX\/)/.test(name);
    const files = filesInZip(new Uint8Array(readFileSync(path)), worth);
    if (!files?.some((file) => isRead(file.path))) return [alone];
    return files.map((file) => ({
      name: `${path}/${file.path}`,
      read: async (options = {}) => {
        if (!isRead(file.path)) throw unread(file.path);
        return withText(await loadBytes(file.bytes, basename(file.path), options));
      },
    }));
  } catch (error) {
    return [{ name: path, read: () => Promise.reject(error) }];
  }
}

/**
 * A file as text, by its content and, where that does not say, its name.
 *
 * @throws FormatError for what cannot be read, and where nothing to read stands in it.
 */
export async function load(path: string, options: LoadOptions = {}): Promise<Loaded> {
  if (statSync(path).size > maxBytes) throw new FormatError('too-large');
  const bytes = new Uint8Array(readFileSync(path));
  return withText(await loadBytes(bytes, basename(path), options));
}

/** @throws FormatError where nothing to read stands in it. */
function withText(loaded: Loaded): Loaded {
  if (!loaded.text.blocks.some(({ start, end }) => /[\p{L}\p{N}]/u.test(loaded.text.text.slice(start, end))))
    throw new FormatError('empty');
  return loaded;
}

async function loadBytes(bytes: Uint8Array, name: string, options: LoadOptions): Promise<Loaded> {
  const format = bytes.length > 0 ? formatFor(unseenFormats, bytes, name).name : '';
  // Plain text is read as it is: its line ends say more than paragraphs made of them.
  if (format === 'txt') {
    const { text, warnings } = decode(bytes);
    if (isNoise(text)) throw new FormatError('damaged', 'not a text file');
    const within = linesWithin(withoutBoxes(withoutNames(text)));
    const { html: seen, count } = withPrivateSeen(within.text);
    const lost: FormatWarning[] = count > 0 ? [{ code: 'font-unreadable', count }] : [];
    return { text: fromPlain(seen), warnings: [...warnings, ...lost, ...cutSaid(within)] };
  }
  const open = (more: FormatOptions = {}) =>
    openUnseen({ name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer }, more);
  const {
    html,
    warnings = [],
    recognised,
  } = await (options.ocr && withPictures.has(format)
    ? openReading(open, (wanted) => pagesRead(bytes, format, wanted, options))
    : open());
  const text = read(parseHTML(wholePage(html)).document as unknown as Document);
  return { text, warnings, ...(recognised && { recognised }) };
}

/** Formats whose pages may be pictures. */
const withPictures: ReadonlySet<string> = new Set(['pdf', 'ofd', 'picture']);

async function pagesRead(
  bytes: Uint8Array,
  format: string,
  wanted: readonly number[] | undefined,
  { onPage }: LoadOptions,
) {
  const { recognise } = await import('./scans');
  return recognise(bytes, format, wanted, onPage ?? (() => undefined));
}

/** Opens a file, reads what pages of it have no text, and opens it again with that. */
async function openReading(
  open: (options?: FormatOptions) => Promise<LocalDocument>,
  pages: (wanted?: readonly number[]) => Promise<NonNullable<FormatOptions['recognised']>>,
): Promise<LocalDocument> {
  let wanted: readonly number[] | undefined;
  try {
    const document = await open();
    if (!document.scans) return document;
    wanted = document.scans;
  } catch (error) {
    const code = error instanceof FormatError ? error.code : null;
    if (code !== 'no-text' && code !== 'unreadable-font') throw error;
  }
  return open({ recognised: await pages(wanted) });
}
