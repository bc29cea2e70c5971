import { extensionOf, formatOf } from '../formats/registry';

/** What opens to nothing, but the reader is to know that it is there: slides, templates, archives of attachments. */
const TOLD = new Set(['ppt', 'pptx', 'wpt', 'zip', 'rar', '7z']);

/**
 * Whether a file of a folder is worth a row: of a kind we read, or a document of a kind that we do not. Pictures, programs
 * and what offices leave behind (`~$方案.docx`, `.DS_Store`) are passed over.
 */
export function worthReading(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (/^(?:~\$|\.)/.test(base)) return false;
  const format = formatOf(base);
  if (format?.name === 'picture') return false;
  return format !== null || TOLD.has(extensionOf(base));
}

/** Whether a file may be an archive that stands open: by its name, for a document may be packed the same way. */
export const isArchive = (name: string): boolean => /\.zip$/i.test(name);
