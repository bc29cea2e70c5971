/** Largest file that is opened, in bytes: far over any policy, well under what would fill the memory of an old machine. */
export const maxBytes = 50 * 1024 * 1024;

/** `方案.最终.HTML` → `html`; '' where there is no extension. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** What opens to nothing, but whoever reads a folder is to know that it is there: slides, templates, archives of attachments. */
const TOLD = new Set(['ppt', 'pptx', 'wpt', 'zip', 'rar', '7z']);

/** Whether a file is a document of a kind that is not read: it is told that it is there. */
export const isTold = (name: string): boolean => TOLD.has(extensionOf(name));

/** Whether a file may be an archive that stands open: by its name, for a document may be packed the same way. */
export const isArchive = (name: string): boolean => /\.zip$/i.test(name);
