import type { Recognised } from '../../lib/formats/types';
import { shelf } from './shelf';

/** What was read on files of this page, whether they are kept or not. */
const here = new WeakMap<File, Recognised>();

/** Formats whose pages may be pictures, by the ends of names. */
const withPictures = /\.(?:pdf|ofd|png|jpe?g|webp|bmp|tiff?)$/i;

/** What was read on a file's pages, now or when it was kept; null for nothing. */
export async function knownFor(file: File): Promise<Recognised | null> {
  if (!withPictures.test(file.name)) return here.get(file) ?? null;
  const known = here.get(file) ?? (await shelf.recognised(file).catch(() => null));
  if (known) here.set(file, known);
  return known;
}

/** Keeps what was read with a file, on the shelf where the file is kept there. */
export async function remember(file: File, read: Recognised): Promise<void> {
  here.set(file, read);
  await shelf.keepRecognised(file, read).catch(() => undefined);
}

/** What was read in this page, for the shelf to keep with the file. */
export const readHere = (file: File): Recognised | undefined => here.get(file);
