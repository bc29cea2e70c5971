import { escapeHtml } from '../escape';
import { type Align, blockHtml, type HtmlCell, isNumber, tableHtml } from '../markup';
import { child, childrenOf, descendants, textOf, type XmlElement } from '../xml';
import type { DocxContext } from './context';
import { controlText, isPrompt } from './controls';
import { alternative, collectRuns, Inline } from './runs';
import { numberReference, outlineLevel, toggle } from './styles';

/** Wrappers around blocks that print what they hold. */
const transparent = new Set([
  'sdt',
  'sdtContent',
  'customXml',
  'ins',
  'moveTo',
  'smartTag',
  // Of Word's XML of 2003.
  'sect',
  'sub-section',
]);

/** The blocks of a body, a cell, a note or a text box as HTML. */
export function blocksHtml(parent: XmlElement, context: DocxContext): string {
  return blocksOf(parent, context).out.join('');
}

function blocksOf(parent: XmlElement, context: DocxContext): BodyState {
  const state: BodyState = { out: [], pending: null, contents: false, bare: [] };
  walkBlocks(parent, context, state);
  if (state.pending) flush(state.pending, context, state);
  openContents(state, false);
  return state;
}

/** The blocks of a cell; one that holds nothing but numbers (a column of them is made by an empty list) shows these. */
function cellHtml(cell: XmlElement, context: DocxContext): string {
  const { out, bare } = blocksOf(cell, context);
  return (out.length > 0 ? out : bare.filter(isNumber).map((number) => blockHtml('p', escapeHtml(number.trim())))).join(
    '',
  );
}

interface BodyState {
  readonly out: string[];
  /** A paragraph whose end mark was deleted: its text runs on into the next one. */
  pending: PendingParagraph | null;
  /** Inside a table of contents, which is kept apart from the text. */
  contents: boolean;
  /** Numbers of paragraphs that print nothing else. */
  readonly bare: string[];
}

interface PendingParagraph {
  readonly inline: Inline;
  readonly number: string;
}

function walkBlocks(parent: XmlElement, context: DocxContext, state: BodyState): void {
  for (const node of childrenOf(parent)) {
    if (node.name === 'p') {
      context.step();
      paragraph(node, context, state);
    } else if (node.name === 'tbl') {
      openContents(state, false);
      state.out.push(table(node, context));
    } else if (node.name === 'AlternateContent') {
      walkBlocks(alternative(node), context, state);
    } else if (node.name === 'sdt') {
      control(node, context, state);
    } else if (node.name === 'altChunk') {
      const html = context.inserted(node.attributes.id);
      if (html === null) context.warn('inserted-left-out');
      else state.out.push(html);
    } else if (transparent.has(node.name)) {
      walkBlocks(node, context, state);
    }
  }
}

/** A content control around blocks: what it holds, or, where that is empty or a prompt, the value kept elsewhere. */
function control(node: XmlElement, context: DocxContext, state: BodyState): void {
  const before = state.out.length;
  if (!isPrompt(node)) walkBlocks(node, context, state);
  const value = state.out.length === before && !state.pending ? controlText(node, context) : '';
  if (value !== '') state.out.push(blockHtml('p', escapeHtml(value)));
}

function paragraph(element: XmlElement, context: DocxContext, state: BodyState): void {
  const properties = child(element, 'pPr');
  const style = context.styles.of(child(properties, 'pStyle')?.attributes.val);
  const mark = child(properties, 'rPr');
  const carried = state.pending;
  state.pending = null;
  const inline = carried?.inline ?? new Inline();
  collectRuns(element, style, inline, context);
  const deleted = child(mark, 'del') ?? child(mark, 'moveFrom');
  const gone = inline.finish() === '' && inline.boxes.length === 0;
  if (deleted) context.warn('changes-accepted');
  // Of what was deleted or hidden altogether nothing is left to take a number, nor of a mark that only ends a section.
  if (gone && !carried && (deleted || toggle(mark, 'vanish') || endsSection(element, properties))) return;
  // A paragraph continued by another keeps its own number; the second was none of its own.
  const number =
    carried?.number ?? printedNumber(properties) ?? context.numbering.next(numberReference(properties), style);
  if (deleted) {
    state.pending = { inline, number };
    return;
  }

  const text = inline.finish();
  const align = alignOf(child(properties, 'jc')?.attributes.val ?? style?.align);
  openContents(state, /^(?:toc|目录) ?\d$/i.test(style?.name ?? ''));
  const tag = headingTag(outlineLevel(properties) ?? style?.outline, style?.name, text);
  if (hasPrint(text)) state.out.push(blockHtml(tag, escapeHtml(number) + text, align));
  else state.bare.push(number);
  for (const box of inline.boxes) state.out.push(boxHtml(box, context));
}

/** A paragraph without any content that carries the end of a section is none to Word. */
function endsSection(element: XmlElement, properties: XmlElement | undefined): boolean {
  const isFull = (name: string) => descendants(element, name).some((node) => name !== 't' || textOf(node) !== '');
  return child(properties, 'sectPr') !== undefined && !content.some(isFull);
}

/** What fills a paragraph, be it only with a break. */
const content = ['t', 'br', 'tab', 'sym', 'drawing', 'pict', 'object', 'fldChar', 'oMath'];

/** Word's XML of 2003 has the number that it printed beside the reference to the list. */
function printedNumber(properties: XmlElement | undefined): string | undefined {
  const printed = child(child(properties, 'listPr'), 't')?.attributes.val;
  return printed === undefined || /[\ue000-\uf8ff]/.test(printed) ? undefined : printed;
}

function flush(pending: PendingParagraph, context: DocxContext, state: BodyState): void {
  const text = pending.inline.finish();
  if (hasPrint(text)) state.out.push(blockHtml('p', escapeHtml(pending.number) + text));
  for (const box of pending.inline.boxes) state.out.push(boxHtml(box, context));
}

const hasPrint = (html: string) => /\S/.test(html.replace(/<[^<>]*>/g, ''));

/** A table of contents repeats the headings; `<nav>` tells readers so. */
function openContents(state: BodyState, inside: boolean): void {
  if (inside === state.contents) return;
  state.out.push(inside ? '<nav>\n' : '</nav>\n');
  state.contents = inside;
}

/**
 * Outline levels are a fair sign of a heading, but many authors set whole paragraphs in a heading style to get its number;
 * a sentence is no heading.
 */
function headingTag(outline: number | undefined, styleName: string | undefined, html: string): string {
  const text = html.replace(/<[^<>]*>/g, '').trim();
  if (text.length > 80 || (text.length > 40 && /[。；]$/.test(text)) || /。./.test(text)) return 'p';
  if (/^(?:title|标题)$/i.test(styleName ?? '')) return 'h1';
  if (outline === undefined || outline < 0 || outline > 8) return 'p';
  return `h${Math.min(outline + 1, 6)}`;
}

function alignOf(value: string | undefined): Align {
  if (value === 'center') return 'center';
  return value === 'right' || value === 'end' ? 'right' : null;
}

/** The text of a text box, wherever in a drawing it stands; pictures give nothing. */
function boxHtml(drawing: XmlElement, context: DocxContext): string {
  const boxes = descendants(drawing, 'txbxContent');
  const words = boxes.length === 0 ? drawnWords(drawing, context) : '';
  if (words !== '') return words;
  if (boxes.length === 0 && (descendants(drawing, 'blip').length > 0 || descendants(drawing, 'imagedata').length > 0))
    context.warn('pictures-left-out');
  if (
    boxes.length === 0 &&
    ['OLEObject', 'control', 'chart', 'relIds'].some((name) => descendants(drawing, name).length > 0)
  )
    context.warn('objects-left-out');
  return boxes.map((box) => blocksHtml(box, context)).join('');
}

/** Words set along a path, as red heads are drawn; those of a watermark behind the text are none of it. */
function drawnWords(drawing: XmlElement, context: DocxContext): string {
  return descendants(drawing, 'shape')
    .flatMap((shape) => {
      const words = descendants(shape, 'textpath').flatMap(({ attributes }) => attributes.string?.trim() || []);
      if (!/watermark/i.test(`${shape.attributes.id} ${shape.attributes.spid}`)) return words;
      for (const word of words) context.watermarks.add(word);
      return [];
    })
    .map((word) => blockHtml('p', escapeHtml(word), 'center'))
    .join('');
}

interface GridCell {
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  readonly html: string;
  readonly header: boolean;
}

/** Rows and cells of a table; Word writes a cell that spans rows as one cell that begins and others that continue. */
function table(element: XmlElement, context: DocxContext): string {
  const rows: GridCell[][] = [];
  /** The cell that spans down, by the column it starts in. */
  const spanning = new Map<number, GridCell>();
  let onlyHeaders = true;
  for (const row of rowsOf(element)) {
    context.step();
    const properties = child(row, 'trPr');
    if (child(properties, 'del')) {
      context.warn('changes-accepted');
      continue;
    }
    onlyHeaders &&= toggle(properties, 'tblHeader') ?? false;
    rows.push(readRow(row, properties, onlyHeaders, spanning, context));
  }
  const cells: HtmlCell[][] = rows.filter((row) => row.length > 0);
  return cells.length > 0 ? tableHtml(cells) : '';
}

function readRow(
  row: XmlElement,
  properties: XmlElement | undefined,
  header: boolean,
  spanning: Map<number, GridCell>,
  context: DocxContext,
): GridCell[] {
  const cells: GridCell[] = [];
  let column = positive(child(properties, 'gridBefore')?.attributes.val, 0);
  // A row that is set in leaves room for what it has not.
  if (column > 0) cells.push({ column: 0, columnSpan: column, rowSpan: 1, html: '', header });
  const touched = new Set<number>();
  for (const cell of cellsOf(row)) {
    const cellProperties = child(cell, 'tcPr');
    if (child(cellProperties, 'cellDel')) {
      context.warn('changes-accepted');
      continue;
    }
    const columnSpan = positive(child(cellProperties, 'gridSpan')?.attributes.val, 1);
    const merge = child(cellProperties, 'vMerge');
    const above = spanning.get(column);
    touched.add(column);
    if (merge && merge.attributes.val !== 'restart' && above && above.columnSpan === columnSpan) {
      // The text of a continued cell is hidden behind the one above; reading it keeps the counting of numbers right.
      blocksHtml(cell, context);
      above.rowSpan++;
    } else {
      const read: GridCell = { column, columnSpan, rowSpan: 1, html: cellHtml(cell, context), header };
      cells.push(read);
      if (merge) spanning.set(column, read);
      else spanning.delete(column);
    }
    column += columnSpan;
  }
  for (const start of spanning.keys()) if (!touched.has(start)) spanning.delete(start);
  return cells;
}

function positive(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return number > 0 && number < 1000 ? number : otherwise;
}

const rowsOf = (table: XmlElement) => partsOf(table, 'tr');
const cellsOf = (row: XmlElement) => partsOf(row, 'tc');

/** A row or cell that holds nothing but a prompt keeps its place. */
const emptied = ({ name, attributes, children }: XmlElement): XmlElement => ({
  name,
  attributes,
  children: children.flatMap((node): XmlElement[] => {
    if (typeof node === 'string') return [];
    if (/Pr$/.test(node.name)) return [node];
    return node.name === 'tc' ? [emptied(node)] : [];
  }),
});

/** Rows of a table or cells of a row, also those inside content controls and accepted insertions. */
function partsOf(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((node) => {
    if (node.name === name) return [node];
    if (node.name === 'sdt' && isPrompt(node)) return partsOf(node, name).map(emptied);
    return transparent.has(node.name) ? partsOf(node, name) : [];
  });
}
