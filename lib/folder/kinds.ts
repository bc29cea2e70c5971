import { isTold } from '../formats/names';
import { formatOf } from '../formats/registry';

export { isArchive } from '../formats/names';

/**
 * Whether a file of a folder is worth a row: of a kind we read, or a document of a kind that we do not. Pictures, programs
 * and what offices leave behind (`~$方案.docx`, `.DS_Store`) are passed over.
 */
export function worthReading(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (/^(?:~\$|\.)/.test(base)) return false;
  const format = formatOf(base);
  if (format?.name === 'picture') return false;
  return format !== null || isTold(base);
}
