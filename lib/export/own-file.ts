/** Of the File System standard; lib.dom has it only for threads. */
interface SyncAccessHandle {
  getSize(): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  flush(): void;
  close(): void;
}

type OwnFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccessHandle> };

/**
 * Writes on at the end of a file of our own origin's private file system, in place: what is written of a file that is not whole
 * yet is there at once. In a thread alone.
 *
 * @param at Where its end must be, in bytes.
 * @throws where a browser cannot (Chromium before 102, Firefox before 111), in a page, where there is no more room, and where
 *   the file ends elsewhere: someone else has written it.
 */
export async function append<Result>(
  folder: string,
  name: string,
  at: number,
  fill: (write: (bytes: Uint8Array<ArrayBuffer>) => void) => Promise<Result>,
): Promise<Result> {
  const directory = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
  const handle = await ((await directory.getFileHandle(name, { create: true })) as OwnFile).createSyncAccessHandle();
  try {
    if (handle.getSize() !== at) throw new DOMException(`${name} ends elsewhere`, 'InvalidStateError');
    let end = at;
    const result = await fill((bytes) => {
      // Less than all is written where the disk is full.
      const taken = handle.write(bytes, { at: end });
      if (taken < bytes.length) throw new DOMException('full', 'QuotaExceededError');
      end += taken;
    });
    handle.flush();
    return result;
  } finally {
    handle.close();
  }
}
