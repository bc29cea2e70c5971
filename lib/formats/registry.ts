import { html } from './html';
import { lazy } from './lazy';
import { extensionOf, openWith } from './open';
import { threaded } from './threaded';
import type { Format, FormatOptions, LocalDocument } from './types';

export { extensionOf, maxBytes } from './open';

/** Every format there is. A further one is one more entry here or in `threaded`. */
export const formats: readonly Format[] = [
  html,
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
export function openFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  options: FormatOptions = {},
): Promise<LocalDocument> {
  return openWith(formats, file, options);
}
