import { escapeHtml } from '../escape';
import { blockHtml, type HtmlCell, tableHtml } from '../markup';
import { slicer } from '../slices';
import type { FixedItem, FixedPage } from '../types';
import { type BareShape, bareTables } from './bare-table';
import { readingLines } from './columns';
import { furnitureOf } from './furniture';
import { fill, gridsOf } from './grid';
import { gapBefore, piecesOf, tidy } from './lines';
import { pageMargins } from './margins';
import { cellParagraphs, type PlacedLine, paragraphsOf } from './paragraphs';
import { joinTables } from './tables';
import type { Grid, Line, Piece, RawPage } from './types';

interface PageParts {
  readonly page: RawPage;
  readonly pieces: readonly Piece[];
  readonly grids: readonly Grid[];
  readonly lines: readonly Line[];
  /** Tables that could not be rebuilt. */
  readonly unsure: number;
  /** Of a table without rules that may go on to the next page. */
  readonly open: BareShape | null;
}

/** What a page gives to the flow, top to bottom. */
type Part = { readonly placed: PlacedLine } | { readonly table: readonly Grid[] };

export interface Flow {
  readonly html: string;
  readonly pages: readonly FixedPage[];
}

/**
 * Pages of text and rules as running text: paragraphs over page breaks, tables, nothing of the pages' furniture. Pages
 * are added as they are read; the work is done in slices, so that a page that calls this stays responsive.
 */
export class PageFlow {
  private readonly pages: PageParts[] = [];

  add(page: RawPage): void {
    this.pages.push(partsOf(page, this.pages.at(-1)?.open ?? null));
  }

  /** Pages without any text. */
  get blank(): number {
    return this.pages.filter(({ pieces }) => pieces.length === 0).length;
  }

  /** Tables without rules that stayed text, because their rows and columns were not sure. */
  get unsureTables(): number {
    return this.pages.reduce((sum, { unsure }) => sum + unsure, 0);
  }

  /** @param withPages Also give the geometry. */
  async finish(withPages: boolean, signal?: AbortSignal): Promise<Flow> {
    const slice = slicer(signal);
    const heights = this.pages.map(({ page, lines }) => ({ height: page.height, lines }));
    const furniture = furnitureOf(heights);
    const writer = new Writer();
    let run: PlacedLine[] = [];
    const close = async () => {
      for (const { lines, align } of paragraphsOf(run)) {
        writer.paragraph(lines, align);
        await slice();
      }
      run = [];
    };
    for (const part of joinTables(sequence(this.pages, furniture))) {
      if ('placed' in part) run.push(part.placed);
      else {
        await close();
        writer.table(part.table);
        await slice();
      }
    }
    await close();
    return { html: writer.html, pages: withPages ? this.pages.map((page) => fixed(page, writer)) : [] };
  }
}

function partsOf(page: RawPage, before: BareShape | null): PageParts {
  const grids = gridsOf(page.rules);
  const { rest, pieces } = fill(grids, piecesOf(page.items));
  const filled = grids.filter((grid) => grid.cells.filter((cell) => cell.lines.length > 0).length > 0);
  const { tables, unsure, open } = bareTables(rest, page.height, before);
  const used = new Set(tables.flatMap((table) => [...table.used]));
  const bare = tables.map(({ grid }) => grid);
  return {
    page,
    pieces,
    grids: bare.length > 0 ? [...filled, ...bare].sort((a, b) => a.top - b.top) : filled,
    lines: readingLines(used.size > 0 ? rest.filter((piece) => !used.has(piece)) : rest, page.width),
    unsure,
    open,
  };
}

function sequence(pages: readonly PageParts[], furniture: ReadonlySet<Line>): Part[] {
  const parts: Part[] = [];
  const bodies = pages.map(({ lines }) => lines.filter((line) => !furniture.has(line)));
  const margins = pageMargins(bodies.map((lines, index) => ({ lines, width: pages[index]!.page.width })));
  for (const [number, { grids }] of pages.entries()) {
    const waiting = [...grids];
    for (const line of bodies[number]!) {
      while (waiting.length > 0 && waiting[0]!.top < line.y) parts.push({ table: [waiting.shift()!] });
      parts.push({ placed: { line, margins: margins[number]!, page: number } });
    }
    for (const grid of waiting) parts.push({ table: [grid] });
  }
  return parts;
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

  private inline(lines: readonly Line[]): string {
    let text = '';
    for (const line of lines) {
      const joint = lineJoint(text, line.text);
      text += joint;
      for (const [index, piece] of line.pieces.entries()) {
        this.ink.set(piece, this.printed);
        this.printed += inkOf(piece.text);
        text += gapBefore(line.pieces, index) + tidy(piece.text);
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
  const { number, turn, width, height, rules, pictures } = page;
  return {
    number,
    turn,
    width,
    height,
    rules,
    ...(pictures && { pictures }),
    items: pieces.map((piece): FixedItem => {
      const { space: _, ...item } = piece;
      return { ...item, ink: writer.ink.get(piece) ?? null };
    }),
  };
}
