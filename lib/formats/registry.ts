import { html } from './html';
import { sniff } from './sniff';
import { txt } from './txt';
import { type Format, FormatError, type FormatOptions, type LocalDocument } from './types';

/** A format whose reader is loaded when the first such file is opened: some readers weigh more than all the rest of us. */
const lazy = (
  name: string,
  extensions: readonly string[],
  types: readonly string[],
  load: () => Promise<{ open: Format['open'] }>,
): Format => ({
  name,
  extensions,
  types,
  open: async (bytes, file, options) => (await load()).open(bytes, file, options),
});

const office = 'application/vnd.openxmlformats-officedocument';

/** Every format there is. A further one is one more entry here. */
export const formats: readonly Format[] = [
  html,
  txt,
  lazy('docx', ['docx', 'docm', 'dotx'], [`${office}.wordprocessingml.document`], () => import('./docx')),
  lazy('pdf', ['pdf'], ['application/pdf'], () => import('./pdf')),
  lazy('ofd', ['ofd'], ['application/ofd'], () => import('./ofd')),
  lazy('md', ['md', 'markdown'], ['text/markdown'], () => import('./md')),
  lazy('mhtml', ['mhtml', 'mht'], ['multipart/related', 'message/rfc822'], () => import('./mhtml')),
  lazy('xlsx', ['xlsx', 'xlsm'], [`${office}.spreadsheetml.sheet`], () => import('./xlsx')),
  lazy('csv', ['csv', 'tsv'], ['text/csv', 'text/tab-separated-values'], () => import('./csv')),
];

/** Largest file that is opened, in bytes: far over any policy, well under what would fill the memory of an old machine. */
export const maxBytes = 50 * 1024 * 1024;

/** `方案.最终.HTML` → `html`; '' where there is no extension. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

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
 * Opens a local file on this machine. Its content decides what it is; its name where the content does not say.
 *
 * @throws FormatError and nothing else, apart from the reason of an abort.
 */
export async function openFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  options: FormatOptions = {},
): Promise<LocalDocument> {
  if (!formatOf(file.name)) throw new FormatError('unsupported', extensionOf(file.name));
  if (file.size > maxBytes) throw new FormatError('too-large', String(file.size));
  if (file.size === 0) throw new FormatError('empty');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const found = sniff(bytes);
    const format = formats.find((known) => known.name === found) ?? formatOf(file.name)!;
    options.signal?.throwIfAborted();
    const document = await format.open(bytes, file.name, options);
    options.signal?.throwIfAborted();
    return document;
  } catch (error) {
    if (error instanceof FormatError || options.signal?.aborted) throw error;
    throw new FormatError('damaged', error instanceof Error ? error.message : String(error));
  }
}
