import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseHTML } from 'linkedom';
import { declaredEncoding, decode } from '../formats/encoding';
import { pageIn } from '../formats/mhtml';
import { formats } from '../formats/registry';
import { sniff } from '../formats/sniff';
import { fromPlain } from '../text/plain';
import { read } from '../text/read';
import type { LinearText } from '../text/types';

/** Read here without a browser's DOM: pages by linkedom, text as it is. */
const own = new Set(['txt', 'text', 'html', 'htm', 'xhtml', 'shtml']);

/** Extensions of files worth opening in a folder, with their dot. */
export const readable: ReadonlySet<string> = new Set(
  formats.flatMap((format) => format.extensions.map((extension) => `.${extension}`)),
);

/**
 * A file as text, by its content and, where that does not say, its name.
 *
 * @throws FormatError for what cannot be read.
 */
export async function load(path: string): Promise<LinearText> {
  const bytes = new Uint8Array(readFileSync(path));
  const extension = extname(path).slice(1).toLowerCase();
  const kind = sniff(bytes) ?? extension;
  if (kind === 'mhtml' || kind === 'mht') return readHtml(await pageIn(bytes));
  const format = formats.find(({ name, extensions }) => name === kind || extensions.includes(kind));
  if (format && !own.has(kind)) return readHtml((await format.open(bytes, path)).html);
  if (/html?$/.test(kind)) return readHtml(decode(bytes, declaredEncoding(bytes)).text);
  return fromPlain(decode(bytes).text);
}

function readHtml(html: string): LinearText {
  // linkedom makes a document only of what looks like one.
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return read(parseHTML(whole).document as unknown as Document);
}
