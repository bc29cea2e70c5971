import { withTagsEnded } from './as-written';
import { cutSaid } from './bounds';
import { declaredEncoding, decode } from './encoding';
import { lazy } from './lazy';
import { pageWithin } from './nesting';
import { openWith } from './open';
import { threaded } from './threaded';
import type { Format, FormatOptions, FormatWarning, LocalDocument } from './types';

/**
 * Pages as they are: without a browser's DOM, in a thread or in Node, no script runs and nothing loads, and they are never
 * shown. What is shown is cleaned by the reader when it opens the file.
 */
const page = (
  name: string,
  extensions: readonly string[],
  contentOf: (bytes: Uint8Array) => Promise<{ html: string; warnings: readonly FormatWarning[] }>,
): Format => ({
  name,
  extensions,
  types: [],
  open: async (bytes, file) => ({ name: file, format: name, title: null, fields: {}, ...(await contentOf(bytes)) }),
});

/** Every format there is, for files that are read and never shown. */
export const unseenFormats: readonly Format[] = [
  page('html', ['html', 'htm', 'xhtml', 'shtml'], async (bytes) => {
    const { text, warnings } = decode(bytes, declaredEncoding(bytes));
    const { unseenPage } = await import('./unseen-page');
    const within = pageWithin(withTagsEnded(text));
    const seen = await unseenPage(within.text);
    return { html: seen.html, warnings: [...warnings, ...cutSaid(within, seen.warnings), ...seen.warnings] };
  }),
  ...threaded,
  lazy('pdf', ['pdf'], [], () => import('./pdf')),
  page('mhtml', ['mhtml', 'mht'], async (bytes) => {
    const { isCut, pageIn } = await import('./mhtml-page');
    const { unseenPage } = await import('./unseen-page');
    const mail = await pageIn(bytes);
    const within = pageWithin(mail.html);
    const { html, warnings } = await unseenPage(within.text);
    const cut: FormatWarning[] = isCut(bytes) ? [{ code: 'truncated' }] : [];
    return { html, warnings: [...cut, ...mail.warnings, ...cutSaid(within, warnings), ...warnings] };
  }),
];

/** `openFile` without a browser's DOM. @throws FormatError, or the abort reason. */
export const openUnseen = (
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  options: FormatOptions = {},
): Promise<LocalDocument> => openWith(unseenFormats, file, options);
