import type { Feature } from 'write-excel-file/universal';
import { getCellAddress, sanitizeAttributeValue, sanitizeTextContent } from 'write-excel-file/utility';
import type { Ledger, LedgerColumn, LedgerSheet } from '../types';
import type { Spread } from './heights';
import { linksOf, type SheetLink } from './links';
import { rowsAbove } from './rows';

/** Numbers of paper sizes in workbooks. */
const papers = { A4: 9, A3: 8 } as const;
/** Inches, narrow: a ledger needs the width. */
const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 };
/** Rows below the last one in which 状态 still offers its words: colleagues add rows. */
const spare = 200;

/**
 * What the writer of workbooks leaves to others: pages (paper, width, head on each page, page numbers), the head that stays
 * in view (its own names a pane at the right that there is not), filters, lists of words to choose from, links and hidden
 * columns. Its own hook puts them into the XML it writes.
 */
export function layout({ columns, sheets, paper }: Ledger, spreads: readonly Spread[]): Feature<Blob> {
  const links = sheets.map((sheet, at) => linksOf(columns, sheet, spreads[at]!));
  const heights = spreads.map(({ heights }) => heights);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes(tag, attributes, index, _, { sheetIndex }) {
            if (tag === 'pageMargins') return margins;
            if (tag === 'pageSetup') return { ...attributes, paperSize: papers[paper], fitToWidth: 1, fitToHeight: 0 };
            if (tag === 'col' && columns[index ?? -1]?.hidden) return { ...attributes, hidden: 1 };
            const height = tag === 'row' ? heights[sheetIndex]![(index ?? 0) - rowsAbove] : undefined;
            return height === undefined ? attributes : { ...attributes, ht: height };
          },
          transform: (xml, _, { sheetIndex }) =>
            withParts(xml, columns, heights[sheetIndex]!.length, links[sheetIndex]!),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) => links[sheetIndex]!.map(relationship).join(''),
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(
              '<definedNames/>',
              () => `<definedNames>${definedNames(columns, sheets, heights)}</definedNames>`,
            ),
        },
      },
    },
  };
}

/** Order counts: a workbook whose parts stand in another one is called broken. */
function withParts(xml: string, columns: readonly LedgerColumn[], rows: number, links: readonly SheetLink[]): string {
  const last = rowsAbove + rows - 1;
  const filter = `<autoFilter ref="${area(columns.length, Math.max(last, rowsAbove - 1))}"/>`;
  const pane = `<pane ySplit="${rowsAbove}" topLeftCell="A${rowsAbove + 1}" activePane="bottomLeft" state="frozen"/>`;
  const footer = '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>';
  return xml
    .replace('<sheetViews', () => '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews')
    .replace(/<sheetView ([^>]*)\/>/, (_, view) => `<sheetView ${view}>${pane}</sheetView>`)
    .replace('</sheetData>', () => `</sheetData>${filter}`)
    .replace('<pageMargins', () => `${validations(columns, last)}${hyperlinks(links)}<pageMargins`)
    .replace(/<pageSetup[^>]*\/>/, (setup) => setup + footer);
}

/** From the head down, all columns: what is filtered and sorted moves as one. */
const area = (columns: number, last: number): string =>
  `${getCellAddress(rowsAbove - 1, 0)}:${getCellAddress(last, columns - 1)}`;

function validations(columns: readonly LedgerColumn[], last: number): string {
  const lists = columns.flatMap(({ choices, open, heading }, at) => {
    if (!choices) return [];
    const cells = `${getCellAddress(rowsAbove, at)}:${getCellAddress(last + spare, at)}`;
    const words = `请从列表中选择：${choices.join('、')}`;
    const told = `${open ? 'errorStyle="warning" ' : ''}errorTitle="${sanitizeAttributeValue(heading.zh)}" error="${sanitizeAttributeValue(words)}"`;
    const list = sanitizeTextContent(`"${choices.join(',')}"`);
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${told} sqref="${cells}"><formula1>${list}</formula1></dataValidation>`,
    ];
  });
  return lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
}

function hyperlinks(links: readonly SheetLink[]): string {
  const each = links.map(
    ({ row, column }, at) => `<hyperlink ref="${getCellAddress(row, column)}" r:id="${linkId(at)}"/>`,
  );
  return each.length > 0 ? `<hyperlinks>${each.join('')}</hyperlinks>` : '';
}

const linkId = (at: number): string => `rIdLink${at + 1}`;

const relationship = ({ address }: SheetLink, at: number): string =>
  `<Relationship Id="${linkId(at)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${sanitizeAttributeValue(address)}" TargetMode="External"/>`;

/** For each sheet its filter, what is printed of it, and the head that is printed on each page. */
function definedNames(
  columns: readonly LedgerColumn[],
  sheets: readonly LedgerSheet[],
  heights: readonly (readonly number[])[],
): string {
  const shown = Math.max(1, columns.filter(({ hidden, beside }) => !hidden && !beside).length);
  return sheets
    .map(({ name }, at) => {
      const sheet = `'${name.replace(/'/g, "''")}'!`;
      const last = rowsAbove + heights[at]!.length;
      const end = (count: number, row: number) =>
        getCellAddress(row - 1, count - 1).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
      const names = [
        ['_xlnm._FilterDatabase', `$A$${rowsAbove}:${end(columns.length, last)}`, ' hidden="1"'],
        ['_xlnm.Print_Area', `$A$1:${end(shown, last)}`, ''],
        ['_xlnm.Print_Titles', `$${rowsAbove}:$${rowsAbove}`, ''],
      ] as const;
      return names
        .map(([key, range, more]) => {
          const text = sanitizeTextContent(sheet + range);
          return `<definedName name="${key}" localSheetId="${at}"${more}>${text}</definedName>`;
        })
        .join('');
    })
    .join('');
}
