/**
 * Kinds of file that a link or a tab may hold and the reader opens, by extension: those of the registry that a browser
 * does not show as a page or a picture. A list of its own, for the background is not to carry the readers.
 */
export const attachmentKinds = [
  'pdf',
  'doc',
  'docx',
  'wps',
  'rtf',
  'odt',
  'ofd',
  'xlsx',
  'xlsm',
  'xls',
  'et',
  'ods',
  'csv',
  'txt',
  'md',
  'mht',
  'mhtml',
] as const;

/** Whether an address names such a file, by its path or, as download pages have it, at the end of its query. */
export function isAttachment(url: string): boolean {
  try {
    const { protocol, pathname, search } = new URL(url);
    if (!/^(?:https?|file):$/.test(protocol)) return false;
    return [pathname, search].some((part) => attachmentKinds.some((kind) => part.toLowerCase().endsWith(`.${kind}`)));
  } catch {
    return false;
  }
}

/** Match patterns of such addresses, for a context menu. Paths in patterns tell capitals apart. */
export const attachmentPatterns: readonly string[] = attachmentKinds
  .flatMap((kind) => [kind, kind.toUpperCase()])
  .flatMap((kind) => [`*://*/*.${kind}`, `*://*/*.${kind}?*`, `file:///*.${kind}`]);
