import { MOST_OF_OURS, tagsWithin } from './bounds';
import { extensionOf, maxBytes } from './names';
import { nestedWithin } from './nesting';
import { withPrivateSeen } from './private-signs';
import { isPage, isTabbed, sniff, textKind } from './sniff';
import { type Format, FormatError, type FormatErrorCode, type FormatOptions, type LocalDocument } from './types';

/** Kinds that are not read but can be saved as one that is: that is told, instead of a list of what is read. */
const old: Readonly<Record<string, FormatErrorCode>> = {
  wpt: 'old-word',
  dot: 'old-word',
  xlt: 'old-excel',
  zip: 'archive',
  rar: 'archive',
  '7z': 'archive',
  tar: 'archive',
  gz: 'archive',
};

/** Kinds that any text may be: their name decides, for what they say of themselves is nothing. */
const textual = new Set(['txt', 'csv', 'md', 'html', 'mhtml']);

/**
 * The format of a file: by its first bytes; else by its name, where that is of a textual kind; else, under the name of a
 * binary kind or without one, as the text that it may be.
 *
 * @throws FormatError where it is none that we know.
 */
export function formatFor(formats: readonly Format[], bytes: Uint8Array, name: string): Format {
  const extension = extensionOf(name);
  const named = formats.find((format) => format.extensions.includes(extension));
  const byName = (kind: string | null) => formats.find((format) => format.name === kind);
  const found = byName(sniff(bytes));
  if (found) return found;
  if (named?.name === 'csv' && isPage(bytes)) return byName('html') ?? named;
  if (named?.name === 'txt' && isTabbed(bytes)) return byName('csv') ?? named;
  if (named && textual.has(named.name)) return named;
  const text = byName(textKind(bytes));
  if (text) return text;
  if (named) return named;
  throw notRead(extension);
}

/** Why files of this ending are not read. */
export const notRead = (extension: string): FormatError => new FormatError(old[extension] ?? 'unsupported', extension);

/**
 * Opens a file with one of the formats given. Its content decides which; its name where the content does not say.
 *
 * @throws FormatError and nothing else, apart from the reason of an abort.
 */
export async function openWith(
  formats: readonly Format[],
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  options: FormatOptions = {},
): Promise<LocalDocument> {
  if (file.size > maxBytes) throw new FormatError('too-large', String(file.size));
  if (file.size === 0) throw new FormatError('empty', 'no-bytes');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const format = formatFor(formats, bytes, file.name);
    options.signal?.throwIfAborted();
    const document = withPrivateSaid(await format.open(bytes, file.name, options));
    options.signal?.throwIfAborted();
    const tags = tagsWithin(document.html, MOST_OF_OURS);
    // Pages have been bounded before they were parsed.
    const nested = format.name === 'html' || format.name === 'mhtml' ? tags : nestedWithin(tags.text);
    if (!tags.cut && !nested.cut) return document;
    const said = (document.warnings ?? []).filter(({ code }) => code !== 'limit-reached');
    return { ...document, html: nested.text, warnings: [...said, { code: 'limit-reached' }] };
  } catch (error) {
    if (error instanceof FormatError || options.signal?.aborted) throw error;
    throw new FormatError('damaged', error instanceof Error ? error.message : String(error));
  }
}

/** Of PDF and OFD, which have pages with places in their text, it is said where their fonts are judged. */
function withPrivateSaid(document: LocalDocument): LocalDocument {
  if (['pdf', 'ofd', 'picture'].includes(document.format)) return document;
  const { html, count } = withPrivateSeen(document.html);
  return count === 0
    ? document
    : { ...document, html, warnings: [...(document.warnings ?? []), { code: 'font-unreadable', count }] };
}
