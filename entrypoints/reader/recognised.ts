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

/** Between two times that what was read is kept while more is being read, in milliseconds: each time the whole file is written. */
const EACH = 15_000;

/**
 * Keeps what is read on a file while it is being read: a tab that is closed in the middle costs some pages and not all.
 *
 * @param before What was read on it before. @param wait Between two times, in milliseconds.
 */
export function keeping(file: File, before: Recognised | null, wait = EACH) {
  let kept: Promise<void> = Promise.resolve();
  let last = Number.NEGATIVE_INFINITY;
  let open: Recognised | null = null;
  const write = () => {
    const all = open;
    if (!all) return;
    open = null;
    last = performance.now();
    kept = kept.then(() => remember(file, all));
  };
  return {
    /** Takes all that was read until now. */
    add(read: Recognised): void {
      open = new Map([...(before ?? []), ...read]);
      here.set(file, open);
      if (performance.now() - last >= wait) write();
    },
    /** Keeps what was not kept yet. */
    async end(): Promise<void> {
      write();
      await kept;
    },
  };
}

/** What was read in this page, for the shelf to keep with the file. */
export const readHere = (file: File): Recognised | undefined => here.get(file);
