/** Archives whose bytes hang on nothing but the bytes and names of what is in them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** The oldest day a zip can tell, in local time as fflate writes it: the same bytes in every zone and at every hour. */
const day = () => new Date(1980, 0, 1);

/**
 * Every file under a folder.
 *
 * @param skip Names of folders at its top that are left out.
 * @returns `{'a/b.js': Uint8Array}`, sorted by name, with `/` on every system.
 */
export function filesIn(folder, { prefix = '', skip = [] } = {}) {
  const found = {};
  const names = readdirSync(join(folder, prefix)).filter((name) => prefix || !skip.includes(name));
  for (const name of names.sort()) {
    const path = prefix ? `${prefix}/${name}` : name;
    const full = join(folder, path);
    if (statSync(full).isDirectory()) Object.assign(found, filesIn(folder, { prefix: path }));
    else found[path] = new Uint8Array(readFileSync(full));
  }
  return found;
}

/** @param files As `filesIn` gives them. */
export function zip(files) {
  const sorted = Object.fromEntries(
    Object.keys(files)
      .sort()
      .map((path) => [path, files[path]]),
  );
  return zipSync(sorted, { level: 9, mtime: day() });
}

/** The files of an extension with its manifest changed. @param change Gets the manifest, returns the new one. */
export function withManifest(files, change) {
  const manifest = change(JSON.parse(new TextDecoder().decode(files['manifest.json'])));
  return { ...files, 'manifest.json': new TextEncoder().encode(JSON.stringify(manifest)) };
}
