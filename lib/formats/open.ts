import { sniff } from './sniff';
import { type Format, FormatError, type FormatErrorCode, type FormatOptions, type LocalDocument } from './types';

/** Largest file that is opened, in bytes: far over any policy, well under what would fill the memory of an old machine. */
export const maxBytes = 50 * 1024 * 1024;

/** Kinds that are not read but can be saved as one that is: that is told, instead of a list of what is read. */
const old: Readonly<Record<string, FormatErrorCode>> = { xls: 'old-excel', et: 'old-excel', rtf: 'old-word' };

/** `方案.最终.HTML` → `html`; '' where there is no extension. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

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
  const named = formats.find((format) => format.extensions.includes(extensionOf(file.name)));
  if (!named) throw new FormatError(old[extensionOf(file.name)] ?? 'unsupported', extensionOf(file.name));
  if (file.size > maxBytes) throw new FormatError('too-large', String(file.size));
  if (file.size === 0) throw new FormatError('empty');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const found = sniff(bytes);
    const format = formats.find((known) => known.name === found) ?? named;
    options.signal?.throwIfAborted();
    const document = await format.open(bytes, file.name, options);
    options.signal?.throwIfAborted();
    return document;
  } catch (error) {
    if (error instanceof FormatError || options.signal?.aborted) throw error;
    throw new FormatError('damaged', error instanceof Error ? error.message : String(error));
  }
}
