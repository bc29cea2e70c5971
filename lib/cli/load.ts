import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseHTML } from 'linkedom';
import { filesInZip } from '../formats/archive';
import { decode } from '../formats/encoding';
import { maxBytes } from '../formats/names';
import { formatFor } from '../formats/open';
import { FormatError, type FormatWarning } from '../formats/types';
import { openUnseen, unseenFormats } from '../formats/unseen';
import { wholePage } from '../formats/whole-page';
import { fromPlain } from '../text/plain';
import { read } from '../text/read';
import type { LinearText } from '../text/types';

/** Extensions of files worth opening in a folder, with their dot. */
export const readable: ReadonlySet<string> = new Set(
  unseenFormats.flatMap((format) => format.extensions.map((extension) => `.${extension}`)),
);

/** A file as text, and what was left out of it. */
export interface Loaded {
  readonly text: LinearText;
  readonly warnings: readonly FormatWarning[];
}

/** A file to be read: its name as it is told, and its reading. */
export interface Source {
  readonly name: string;
  read(): Promise<Loaded>;
}

/** A file, or the files packed into an archive, each under the archive's name; one that cannot be unpacked is told itself. */
export function sourcesOf(path: string): Source[] {
  const alone = { name: path, read: () => load(path) };
  if (!/\.zip$/i.test(path) || !existsSync(path) || statSync(path).size > maxBytes) return [alone];
  try {
    const worth = (name: string) => readable.has(extname(name).toLowerCase()) && !/(?:^|\/)(?:~\$|\.)/.test(name);
    const files = filesInZip(new Uint8Array(readFileSync(path)), worth);
    if (!files || files.length === 0) return [alone];
    return files.map((file) => ({
      name: `${path}/${file.path}`,
      read: async () => withText(await loadBytes(file.bytes, basename(file.path))),
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
export async function load(path: string): Promise<Loaded> {
  if (statSync(path).size > maxBytes) throw new FormatError('too-large');
  const bytes = new Uint8Array(readFileSync(path));
  return withText(await loadBytes(bytes, basename(path)));
}

/** @throws FormatError where nothing to read stands in it. */
function withText(loaded: Loaded): Loaded {
  if (!loaded.text.blocks.some(({ start, end }) => /[\p{L}\p{N}]/u.test(loaded.text.text.slice(start, end))))
    throw new FormatError('empty');
  return loaded;
}

async function loadBytes(bytes: Uint8Array, name: string): Promise<Loaded> {
  // Plain text is read as it is: its line ends say more than paragraphs made of them.
  if (bytes.length > 0 && formatFor(unseenFormats, bytes, name).name === 'txt') {
    const { text, warnings } = decode(bytes);
    return { text: fromPlain(text), warnings };
  }
  const file = { name, size: bytes.length, arrayBuffer: async () => bytes.buffer as ArrayBuffer };
  const { html, warnings = [] } = await openUnseen(file);
  return { text: read(parseHTML(wholePage(html)).document as unknown as Document), warnings };
}
