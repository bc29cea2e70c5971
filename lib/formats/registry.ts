import { html } from './html';
import { txt } from './txt';
import { type Format, FormatError, type LocalDocument } from './types';

/** Every format there is. A further one is one more entry here. */
export const formats: readonly Format[] = [html, txt];

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
 * Opens a local file on this machine.
 *
 * @throws FormatError and nothing else.
 */
export async function openFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<LocalDocument> {
  const format = formatOf(file.name);
  if (!format) throw new FormatError('unsupported', extensionOf(file.name));
  if (file.size > maxBytes) throw new FormatError('too-large', String(file.size));
  if (file.size === 0) throw new FormatError('empty');
  try {
    return await format.open(new Uint8Array(await file.arrayBuffer()), file.name);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('damaged', error instanceof Error ? error.message : String(error));
  }
}
