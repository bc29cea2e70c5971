/**
 * A folder of our own origin's private file system: files on the disk that no page and no other program sees. What is written
 * into it stands there only when all of it is written.
 */
export interface OwnFolder {
  /** Names and sizes in bytes of the files in it; one of no size was begun and never ended. */
  list(): Promise<{ readonly name: string; readonly size: number }[]>;
  /** null where there is none. */
  read(name: string): Promise<File | null>;
  /**
   * @param fill Writes the file through what it is given, which has taken the bytes when it resolves. A failure leaves what was
   *   there before.
   */
  write(
    name: string,
    fill: (write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<void>,
    how?: { zipped: boolean },
  ): Promise<void>;
  remove(name: string): Promise<void>;
}

/** @throws where the browser has no such file system, or gives no room. */
export async function ownFolder(folder: string): Promise<OwnFolder> {
  const directory = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
  const fileOf = async (name: string): Promise<File | null> => {
    try {
      return await (await directory.getFileHandle(name)).getFile();
    } catch {
      return null;
    }
  };
  return {
    async list() {
      const files = [];
      for await (const [name, handle] of directory as unknown as AsyncIterable<[string, FileSystemHandle]>) {
        if (handle.kind !== 'file') continue;
        const file = await fileOf(name);
        if (file) files.push({ name, size: file.size });
      }
      return files;
    },
    read: fileOf,
    async write(name, fill, { zipped } = { zipped: false }) {
      const stream = await (await directory.getFileHandle(name, { create: true })).createWritable();
      try {
        if (zipped) {
          const zip = new CompressionStream('gzip');
          const written = zip.readable.pipeTo(stream);
          const writer = zip.writable.getWriter();
          const filled = fill((bytes) => writer.write(bytes)).then(() => writer.close());
          await Promise.all([filled, written]);
        } else {
          await fill((bytes) => stream.write(bytes));
          await stream.close();
        }
      } catch (error) {
        await stream.abort?.().catch(() => undefined);
        await directory.removeEntry(name).catch(() => undefined);
        throw error;
      }
    },
    remove: (name) => directory.removeEntry(name),
  };
}
