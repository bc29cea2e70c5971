import { FormatError } from '../../../formats/types';
import { cellText, place, sharedStrings, styleFormats, type Workbook } from '../../../formats/xlsx/cells';
import { child, childrenOf, parseXml, type XmlElement } from '../../../formats/xml';
import { openZip, relativePath, type ZipParts } from '../../../formats/zip';
import type { Area, Grid, GridCell } from './grid';
import { emptyCell } from './grid';

/** More than any ledger has; keeps a file from eating the memory. */
const most = { rows: 50_000, columns: 300 };

/**
 * The sheets of a workbook as tables. Hidden rows and columns are read, too: a colleague's filter hides rows, and our own
 * columns stand hidden. Hidden sheets are not.
 *
 * @throws FormatError for what is no workbook.
 */
export function xlsxGrids(bytes: Uint8Array): Grid[] {
  const zip = openZip(bytes, (path) => /^xl\/.*\.(?:xml|rels)$/i.test(path) && !/drawings|theme/i.test(path));
  const root = part(zip, 'xl/workbook.xml');
  const sheets = sheetsOf(zip, root);
  // What was cut off on its way has lost its end: parts are missing that it names, or what names them.
  if (!root || zip.truncated || sheets.some(({ path }) => !zip.get(path))) throw new FormatError('damaged');
  const book: Workbook = {
    strings: sharedStrings(part(zip, 'xl/sharedStrings.xml')),
    formats: styleFormats(part(zip, 'xl/styles.xml')),
    from1904: ['1', 'true'].includes(child(root, 'workbookPr')?.attributes.date1904 ?? ''),
  };
  return sheets.map(({ name, path }) => gridOf(name, part(zip, path), book));
}

function part(zip: ZipParts, path: string): XmlElement | null {
  const bytes = zip.get(path);
  return bytes ? parseXml(bytes).root : null;
}

function sheetsOf(zip: ZipParts, root: XmlElement | null): { name: string; path: string }[] {
  const links = new Map(
    childrenOf(part(zip, 'xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id ?? '',
      relativePath('xl/workbook.xml', attributes.Target ?? ''),
    ]),
  );
  return childrenOf(child(root, 'sheets'), 'sheet')
    .filter(({ attributes }) => !/hidden/i.test(attributes.state ?? ''))
    .map(({ attributes }, at) => ({
      name: attributes.name ?? '',
      path: links.get(attributes.id ?? '') ?? `xl/worksheets/sheet${at + 1}.xml`,
    }));
}

function gridOf(name: string, root: XmlElement | null, book: Workbook): Grid {
  const rows: GridCell[][] = [];
  let next = 0;
  for (const row of childrenOf(child(root, 'sheetData'), 'row')) {
    const index = Number(row.attributes.r ?? next + 1) - 1;
    next = index + 1;
    if (index >= most.rows) break;
    const cells: GridCell[] = [];
    let column = 0;
    for (const cell of childrenOf(row, 'c')) {
      column = place(cell.attributes.r)?.column ?? column;
      if (column >= most.columns) break;
      while (cells.length < column) cells.push(emptyCell);
      cells[column++] = cellOf(cell, book);
    }
    while (rows.length < index) rows.push([]);
    rows[index] = cells;
  }
  return { name, rows, merged: mergedAreas(root) };
}

function cellOf(cell: XmlElement, book: Workbook): GridCell {
  const text = cellText(cell, book);
  if (text === '') return emptyCell;
  switch (cell.attributes.t) {
    case 's':
    case 'str':
    case 'inlineStr':
      return { text, kind: 'text' };
    case 'd':
      return { text: text.slice(0, 10), kind: 'date' };
    case undefined:
    case 'n':
      return { text, kind: /^\d{4}-\d\d-\d\d$/.test(text) ? 'date' : 'number' };
    default:
      return { text, kind: 'text' };
  }
}

function mergedAreas(root: XmlElement | null): Area[] {
  return childrenOf(child(root, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => {
    const [from, to] = (attributes.ref ?? '').split(':').map(place);
    return from && to ? [{ top: from.row, bottom: to.row, left: from.column, right: to.column }] : [];
  });
}
