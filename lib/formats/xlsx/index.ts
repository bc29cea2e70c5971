import { escapeHtml } from '../escape';
import { slicer } from '../slices';
import { type Format, FormatError, type FormatWarning } from '../types';
import { child, childrenOf, parseXml, type XmlElement } from '../xml';
import { openZip, relativePath, type ZipParts } from '../zip';
import { sharedStrings, styleFormats, type Workbook } from './cells';
import { sheetHtml } from './sheet';

/**
 * Spreadsheets (.xlsx): each visible sheet becomes a table, merged cells as spans. Read from the XML, because the readers
 * on the registry that fit a browser lose merged cells, and a task table lives by them.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const zip = openZip(
    bytes,
    (path) => /^(?:_rels|xl)\/.*\.(?:xml|rels)$/i.test(path) && !/theme|vmlDrawing/i.test(path),
  );
  /** Parts that end early, or are not there at all. */
  const broken = new Set<string>();
  const whole = (path: string): XmlElement | null => {
    const bytes = zip.get(path);
    const { root = null, malformed = true } = bytes ? parseXml(bytes) : {};
    if (malformed) broken.add(path);
    return root;
  };
  const root = part(zip, 'xl/workbook.xml');
  if (!root && !zip.truncated) throw new FormatError('damaged', 'a zip without a workbook in it');
  const book: Workbook = {
    strings: sharedStrings(zip.get('xl/sharedStrings.xml') ? whole('xl/sharedStrings.xml') : null),
    formats: styleFormats(part(zip, 'xl/styles.xml')),
    from1904: ['1', 'true'].includes(child(root, 'workbookPr')?.attributes.date1904 ?? ''),
  };
  const { sheets, hidden } = sheetsOf(zip, root);
  const warnings: FormatWarning[] = zip.truncated ? [{ code: 'truncated' }] : [];
  const slice = slicer(options.signal);
  const out: string[] = [];
  for (const [index, sheet] of sheets.entries()) {
    await slice();
    const { html, warnings: own } = sheetHtml(whole(sheet.path), book, sheet.name, roomOf(zip, sheet.path));
    warnings.push(...own);
    // A name that somebody gave, not one the program made.
    const named = sheets.length > 1 && !/^sheet\s?\d*$/i.test(sheet.name);
    if (/\S/.test(html)) out.push(`${named ? `<h2>${escapeHtml(sheet.name)}</h2>\n` : ''}${html}`);
    options.onProgress?.((index + 1) / sheets.length);
  }
  const unseen = hidden.filter(({ path }) => /\S/.test(sheetHtml(part(zip, path), book, '', roomOf(zip, path)).html));
  if (unseen.length > 0)
    warnings.push({
      code: 'sheets-hidden',
      count: unseen.length,
      where: unseen.map(({ name: own }) => own).join('、'),
    });
  if (broken.size > 0 && !zip.truncated) warnings.push({ code: 'malformed-part', count: broken.size });
  warnings.push(...besideSheets(zip));
  if (out.length === 0) throw new FormatError(zip.truncated ? 'truncated' : 'empty');
  return { name, format: 'xlsx', title: null, html: out.join('\n'), fields: {}, warnings };
};

/** Signs that a sheet may show beyond those that it has: what many cells share stands in the file once. */
const SHARED = 1_000_000;

const roomOf = (zip: ZipParts, path: string): number => SHARED + (zip.get(path)?.length ?? 0);

/** Notes on cells, and what lies on the sheets: embedded files, boxes with text. */
function besideSheets(zip: ZipParts): FormatWarning[] {
  const count = (path: RegExp, tag: RegExp) =>
    zip.names
      .filter((name) => path.test(name))
      .reduce((sum, name) => sum + (new TextDecoder().decode(zip.get(name)).match(tag)?.length ?? 0), 0);
  const notes = count(/^xl\/comments\/?\w*\.xml$/i, /<(?:\w+:)?comment[\s>]/g);
  const embedded = zip.names.filter((name) => /^xl\/embeddings\/[^/]+$/i.test(name)).length;
  const boxes = count(
    /^xl\/drawings\/drawing\d+\.xml$/i,
    /<(?:\w+:)?txBody[\s>](?=(?:(?!<\/(?:\w+:)?txBody>)[\s\S])*?<a:t>[^<]*\p{L})/gu,
  );
  return [
    ...(notes > 0 ? [{ code: 'comments-left-out', count: notes } as const] : []),
    ...(embedded + boxes > 0 ? [{ code: 'objects-left-out', count: embedded + boxes } as const] : []),
  ];
}

function part(zip: ZipParts, path: string): XmlElement | null {
  const bytes = zip.get(path);
  return bytes ? parseXml(bytes).root : null;
}

interface SheetPart {
  readonly name: string;
  readonly path: string;
}

function sheetsOf(zip: ZipParts, root: XmlElement | null): { sheets: SheetPart[]; hidden: SheetPart[] } {
  const links = new Map(
    childrenOf(part(zip, 'xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id ?? '',
      relativePath('xl/workbook.xml', attributes.Target ?? ''),
    ]),
  );
  const listed = childrenOf(child(root, 'sheets'), 'sheet').map(({ attributes }, index) => ({
    name: attributes.name ?? '',
    path: links.get(attributes.id ?? '') ?? `xl/worksheets/sheet${index + 1}.xml`,
    hidden: /hidden/i.test(attributes.state ?? ''),
  }));
  if (listed.length === 0 && zip.get('xl/worksheets/sheet1.xml'))
    return { sheets: [{ name: '', path: 'xl/worksheets/sheet1.xml' }], hidden: [] };
  return { sheets: listed.filter(({ hidden }) => !hidden), hidden: listed.filter(({ hidden }) => hidden) };
}
