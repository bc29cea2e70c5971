import { readdirSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isArchive, isTold } from '../formats/names';

/** What is to be read of what was named on the command line. */
export interface Found {
  /** In order; a name that is not there is kept, so that it is reported. */
  readonly files: readonly string[];
  /** Documents of kinds that are not read, in folders. */
  readonly passedOver: readonly string[];
  /** Folders that hold nothing to be read, or could not be looked into, and why. */
  readonly unread: readonly { readonly path: string; readonly reason: unknown }[];
}

/** What programs leave behind: locks of files that are open, and hidden files. */
const isLeftBehind = (name: string): boolean => /^(?:~\$|\.)/.test(name);

/**
 * Files named, and files in folders named, by name. A folder is looked into once, wherever links lead.
 *
 * @param wanted endings, with their dot
 */
export function filesIn(paths: readonly string[], wanted: ReadonlySet<string>): Found {
  const files: string[] = [];
  const passedOver: string[] = [];
  const unread: { path: string; reason: unknown }[] = [];
  const seen = new Set<string>();
  const walk = (folder: string): void => {
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of namesIn(folder, unread)) {
      if (isLeftBehind(name)) continue;
      const path = join(folder, name);
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) walk(path);
      else if (wanted.has(extname(name).toLowerCase()) || isArchive(name)) files.push(path);
      else if (isTold(name)) passedOver.push(path);
    }
  };
  for (const path of paths) {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) files.push(path);
    else {
      const before = files.length + unread.length;
      walk(path);
      if (files.length + unread.length === before) unread.push({ path, reason: null });
    }
  }
  return { files, passedOver, unread };
}

function namesIn(folder: string, unread: { path: string; reason: unknown }[]): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (reason) {
    unread.push({ path: folder, reason });
    return [];
  }
}
