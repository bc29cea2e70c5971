import { lazy } from './lazy';
import { extensionOf } from './names';
import { threaded } from './threaded';
import type { Format, FormatOptions, LocalDocument } from './types';

export { extensionOf, maxBytes } from './names';

/** Every format there is. A further one is one more entry here or in `threaded`. */
export const formats: readonly Format[] = [
  lazy('html', ['html', 'htm', 'xhtml', 'shtml'], ['text/html', 'application/xhtml+xml'], () => import('./html')),
  ...threaded,
  lazy('pdf', ['pdf'], ['application/pdf'], () => import('./pdf')),
  lazy('mhtml', ['mhtml', 'mht'], ['multipart/related', 'message/rfc822'], () => import('./mhtml')),
];

/** The format that opens files of this name; null when there is none. */
export function formatOf(name: string): Format | null {
  const extension = extensionOf(name);
  return formats.find((format) => format.extensions.includes(extension)) ?? null;
}

/** For the `accept` of a file dialog. */
export const accept = formats
  .flatMap((format) => [...format.extensions.map((extension) => `.${extension}`), ...format.types])
  .join(',');

/**
 * Opens a local file on this machine.
 *
 * @throws FormatError and nothing else, apart from the reason of an abort.
 */
export async function openFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  options: FormatOptions = {},
): Promise<LocalDocument> {
  // Telling kinds and encodings apart is loaded with the first file.
  const { openWith } = await import('./open');
  return openWith(formats, file, options);
}
