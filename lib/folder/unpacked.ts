import { isArchive, worthReading } from './kinds';
import type { FoundFile } from './types';

/** Larger archives are not held in memory as a whole. */
const MOST = 200 * (1 << 20);

/**
 * Files with those packed into archives among them in their places, each under the archive's path; an archive that cannot be
 * opened, or that holds nothing worth reading, stands for itself. What unpacks is loaded with the first archive.
 */
export async function* unpacked(found: AsyncIterable<FoundFile>): AsyncGenerator<FoundFile> {
  for await (const one of found) {
    const { file, path } = one;
    const inner = file && isArchive(file.name) && file.size <= MOST ? await filesIn(file) : [];
    if (inner.length === 0) yield one;
    for (const each of inner) yield { file: each.file, path: `${path}/${each.path}` };
  }
}

async function filesIn(archive: File): Promise<{ file: File; path: string }[]> {
  try {
    const { filesInZip } = await import('../formats/archive');
    const files = filesInZip(new Uint8Array(await archive.arrayBuffer()), worthReading) ?? [];
    return files.map(({ path, bytes }) => ({
      path,
      file: new File([bytes as Uint8Array<ArrayBuffer>], path.slice(path.lastIndexOf('/') + 1), {
        lastModified: archive.lastModified,
      }),
    }));
  } catch {
    // It is listed itself, and says what is wrong.
    return [];
  }
}
