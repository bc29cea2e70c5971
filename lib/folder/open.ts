import { declaredEncoding, decode } from '../formats/encoding';
import { lazy } from '../formats/lazy';
import { openWith } from '../formats/open';
import { threaded } from '../formats/threaded';
import type { Format, FormatOptions, LocalDocument } from '../formats/types';

/**
 * Pages as they are: in a thread they are read without a browser's DOM, where no script runs and nothing loads, and they
 * are never shown. What is shown is cleaned by the reader when it opens the file.
 */
const page = (
  name: string,
  extensions: readonly string[],
  contentOf: (bytes: Uint8Array) => Promise<string>,
): Format => ({
  name,
  extensions,
  types: [],
  open: async (bytes, file) => ({ name: file, format: name, title: null, html: await contentOf(bytes), fields: {} }),
});

const formats: readonly Format[] = [
  page('html', ['html', 'htm', 'xhtml', 'shtml'], async (bytes) => decode(bytes, declaredEncoding(bytes)).text),
  ...threaded,
  lazy('pdf', ['pdf'], [], () => import('../formats/pdf')),
  page('mhtml', ['mhtml', 'mht'], async (bytes) => (await import('../formats/mhtml')).pageIn(bytes)),
];

/** `openFile` for a thread. @throws FormatError, or the abort reason. */
export const openInThread = (file: File, options: FormatOptions = {}): Promise<LocalDocument> =>
  openWith(formats, file, options);
