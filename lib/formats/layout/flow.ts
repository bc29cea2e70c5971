import { escapeHtml } from '../escape';
import { blockHtml, type HtmlCell, tableHtml } from '../markup';
import { slicer } from '../slices';
import type { FixedItem, FixedPage, FormatWarning, RecognisedInk } from '../types';
import { type BareShape, bareTables } from './bare-table';
import { type ColumnShape, isGrid, readingOrder } from './columns';
import { furnitureOf } from './furniture';
import { fill, gridsOf } from './grid';
import { gapBefore, lineOf, piecesOf, textAt, tidy } from './lines';
import { pageMargins } from './margins';
import { cellParagraphs, type PlacedLine, paragraphsOf } from './paragraphs';
import { tablesAmong } from './rows-alike';
import { halved, whole } from './spread';
import { joinTables } from './tables';
import type { Grid, Line, Piece, RawPage } from './types';
import { withoutWatermarks } from './watermark';

interface PageParts {
  readonly page: RawPage;
  readonly pieces: readonly Piece[];
  readonly order: readonly (Line | Grid)[];
  /** Tables that could not be rebuilt. */
  readonly unsure: number;
  /** The page may be set in columns, and was read across. */
  readonly unsureColumns: boolean;
  /** Turned text that stands beside the rest. */
  readonly aside: readonly Line[];
  /** Of a table without rules that may go on to the next page. */
  readonly open: BareShape | null;
  readonly columns: ColumnShape | null;
}

/** What a page gives to the flow, top to bottom. */
type Part = { readonly placed: PlacedLine } | { readonly table: readonly Grid[] };

export interface Flow {
  readonly html: string;
  readonly pages: readonly FixedPage[];
  /** Pages without any text. */
  readonly blank: number;
  /** Absent where all of it is text in its file. */
  readonly recognised?: readonly RecognisedInk[];
  readonly warnings: readonly FormatWarning[];
}

/**
 * Pages of text and rules as running text: paragraphs over page breaks, tables, nothing of the pages' furniture and
 * watermarks. Pages are added as they are read; the work is done in slices, so that a page that calls this stays
 * responsive.
 */
export class PageFlow {
  private readonly raw: RawPage[] = [];

  add(page: RawPage): void {
    this.raw.push(page);
  }

  /** @param withPages Also give the geometry. */
  async finish(withPages: boolean, signal?: AbortSignal): Promise<Flow> {
    const slice = slicer(signal);
    const { pages: put, corrected } = await putRight(this.raw);
    const { pages: clean, words } = withoutWatermarks(put);
    const pages: PageParts[] = [];
    const halves = clean.flatMap(halved);
    for (const page of halves) {
      pages.push(partsOf(page, pages.at(-1)));
      await slice();
    }
    const furniture = furnitureOf(pages.map(({ page, order }) => ({ height: page.height, lines: linesIn(order) })));
    const writer = new Writer();
    let run: PlacedLine[] = [];
    const close = async () => {
      for (const { lines, align } of paragraphsOf(run)) {
        writer.paragraph(lines, align);
        await slice();
      }
      run = [];
    };
    for (const part of joinTables(sequence(pages, furniture))) {
      if ('placed' in part) run.push(part.placed);
      else {
        await close();
        writer.table(part.table);
        await slice();
      }
    }
    await close();
    const recognised = writer.recognised();
    return {
      html: writer.html,
      ...(recognised.length > 0 && { recognised }),
      pages: withPages
        ? whole(
            pages.map((page) => fixed(page, writer)),
            halves,
            clean,
          )
        : [],
      blank: pages.filter(({ pieces }) => pieces.length === 0).length,
      warnings: [...corrected, ...warningsOf(pages, words)],
    };
  }
}

/** So many corrected names are said one by one. */
const MOST_SAID = 8;

/** Names that were misread, put right by how they are printed elsewhere; loaded only where a sign is in doubt. */
async function putRight(pages: readonly RawPage[]): Promise<{ pages: readonly RawPage[]; corrected: FormatWarning[] }> {
  if (!pages.some(({ items }) => items.some(({ doubts }) => doubts))) return { pages, corrected: [] };
  const { spelt } = await import('./spelling');
  const { pages: put, corrected } = spelt(pages);
  const said = [...new Set(corrected.map(({ from, to }) => `${from} → ${to}`))].slice(0, MOST_SAID).join('、');
  return {
    pages: put,
    corrected: corrected.length > 0 ? [{ code: 'names-corrected', count: corrected.length, where: said }] : [],
  };
}

function warningsOf(pages: readonly PageParts[], watermarks: readonly string[]): FormatWarning[] {
  const warnings: FormatWarning[] = [];
  const where = [...new Set([...watermarks, ...slanted(pages)])];
  if (where.length > 0) warnings.push({ code: 'watermark-left-out', where: where.slice(0, 5).join('、') });
  const tables = pages.reduce((sum, { unsure }) => sum + unsure, 0);
  if (tables > 0) warnings.push({ code: 'table-unsure', count: tables });
  for (const { page, unsureColumns, aside } of pages) {
    if (unsureColumns) warnings.push({ code: 'columns-unsure', page: page.number });
    const words = aside.map(({ text }) => text).join('；');
    if (words !== '') warnings.push({ code: 'turned-aside', page: page.number, where: words.slice(0, 60) });
  }
  return warnings;
}

/** Words across the page at an angle; single signs at angles are those of a seal. */
const slanted = (pages: readonly PageParts[]): string[] =>
  pages.flatMap(({ page }) =>
    (page.crossed ?? []).map(({ text }) => text.replace(/\s+/g, '')).filter((text) => text.length > 1),
  );

const linesIn = (order: readonly (Line | Grid)[]): Line[] => order.filter((part): part is Line => !isGrid(part));

function partsOf(page: RawPage, before: PageParts | undefined): PageParts {
  const grids = gridsOf(page.rules);
  const turned = piecesOf(page.turned ?? []);
  const { rest, pieces } = fill(grids, [...piecesOf(page.items), ...turned]);
  const filled = grids.filter((grid) => grid.cells.filter((cell) => cell.lines.length > 0).length > 0);
  // Turned text outside a table stands beside the text, in no line of it: it is read after it.
  const aside = rest.filter((piece) => turned.includes(piece)).map((piece) => lineOf([piece]));
  const upright = aside.length > 0 ? rest.filter((piece) => !turned.includes(piece)) : rest;
  const { tables, unsure, open } = bareTables(upright, page.height, before?.open ?? null);
  const used = new Set(tables.flatMap((table) => [...table.used]));
  const read = readingOrder(
    used.size > 0 ? upright.filter((piece) => !used.has(piece)) : upright,
    [...filled, ...tables.map(({ grid }) => grid)],
    page.width,
    before?.columns ?? null,
  );
  return {
    page,
    pieces,
    order: [...read.order, ...aside],
    aside,
    unsure: unsure || tablesAmong(linesIn(read.order)),
    unsureColumns: read.unsure,
    open,
    columns: read.columns,
  };
}

function sequence(pages: readonly PageParts[], furniture: ReadonlySet<Line>): Part[] {
  const bodies = pages.map(({ order }) => order.filter((part) => isGrid(part) || !furniture.has(part)));
  const margins = pageMargins(
    bodies.map((order, index) => {
      const { page, columns } = pages[index]!;
      return { lines: linesIn(order), width: page.width, columns };
    }),
  );
  return bodies.flatMap((order, page) =>
    order.map(
      (part): Part =>
        isGrid(part) ? { table: [part] } : { placed: { line: part, margins: margins[page]!(part), page } },
    ),
  );
}

/** Writes HTML and keeps, for each piece, at which printed character of it the piece stands. */
class Writer {
  private readonly out: string[] = [];
  readonly ink = new Map<Piece, number>();
  private printed = 0;

  get html(): string {
    return this.out.join('');
  }

  paragraph(lines: readonly Line[], align: 'center' | 'right' | null): void {
    this.out.push(blockHtml('p', this.inline(lines), align));
  }

  table(grids: readonly Grid[]): void {
    const rows: HtmlCell[][] = [];
    for (const grid of grids) {
      for (let row = 0; row < grid.rows.length - 1; row++) {
        const cells = grid.cells.filter((cell) => cell.row === row);
        rows.push(
          cells.map((cell) => ({
            rowSpan: cell.rowSpan,
            columnSpan: cell.columnSpan,
            html: cellParagraphs(cell.lines, cell.x0, cell.x1)
              .map((lines) => blockHtml('p', this.inline(lines)))
              .join(''),
          })),
        );
      }
    }
    this.out.push(tableHtml(rows));
  }

  /** What of it was read from pictures. */
  recognised(): RecognisedInk[] {
    return [...this.ink].flatMap(([{ text, certainty }, ink]) =>
      certainty === undefined ? [] : [{ ink, length: inkOf(text), certainty }],
    );
  }

  private inline(lines: readonly Line[]): string {
    let text = '';
    for (const line of lines) {
      const joint = lineJoint(text, line.text);
      text += joint;
      for (const [index, piece] of line.pieces.entries()) {
        this.ink.set(piece, this.printed);
        this.printed += inkOf(piece.text);
        text += gapBefore(line.pieces, index) + tidy(textAt(line.pieces, index));
      }
    }
    return escapeHtml(text);
  }
}

/** Words of letters need a blank where a line ended between them; Chinese needs none. */
function lineJoint(before: string, after: string): '' | ' ' {
  return /[A-Za-z,;]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';
}

export const inkOf = (text: string) => text.replace(/\s+/g, '').length;

function fixed({ page, pieces }: PageParts, writer: Writer): FixedPage {
  const { number, turn, width, height, rules, pictures, scan } = page;
  return {
    number,
    turn,
    width,
    height,
    rules,
    ...(pictures && { pictures }),
    ...(scan && { scan }),
    items: [...pieces, ...piecesOf([...(page.running ?? []), ...(page.crossed ?? [])])].map((piece): FixedItem => {
      const { space: _, ...item } = piece;
      return { ...item, ink: writer.ink.get(piece) ?? null };
    }),
  };
}
