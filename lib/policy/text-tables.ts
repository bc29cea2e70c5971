import { readUnits } from '../names/coordination';
import { beginsLikeOrgan, isOrgan, isSentence } from '../names/organ';
import type { CellPosition } from '../text/types';
import { type Column, columnOf } from './columns';
import type { Paragraph } from './paragraphs';
import { isClosing } from './sections';
import { firstTables } from './table-numbers';
import { saysWhen } from './time/deadlines';

/** Longest heading of a column, longest list of units in a cell. */
const longestHeading = 14;
const longestUnits = 300;
/** How often every paragraph may be read in vain behind a head that comes to no table. */
const vain = 10;

/** What a paragraph could be as a cell, by its words alone. */
type CellKind = 'number' | 'units' | 'time' | 'dash' | 'text';

const number = /^(?:[（(]?\d{1,4}(?:[.．-]\d{1,3}){0,3}[）)]?[.．、]?|第?\d{1,12}号?|[A-Z]{1,3}-?\d{1,8})$/;
/** A cell that says that nothing stands in it. */
export const dash = /^[/／\\—–\-无]{1,4}$/;

/** What the words of a paragraph or line could be as a cell of a table. */
export function kindOf({ strand }: Pick<Paragraph, 'strand'>): CellKind {
  const { text } = strand;
  if (number.test(text)) return 'number';
  if (dash.test(text)) return 'dash';
  if (text.length <= 24 && saysWhen(text) && !/[。；].|[，].{8}/.test(text)) return 'time';
  return isUnits({ strand }) ? 'units' : 'text';
}

/** A list of organs and nothing else. */
export function isUnits({ strand }: Pick<Paragraph, 'strand'>): boolean {
  if (strand.length > longestUnits || /[。；：:].|[！？]/.test(strand.text)) return false;
  const { units } = readUnits(strand);
  // A task of few words may end like an organ: 修缮戏台。
  if (units.length === 1 && strand.text.endsWith('。') && !beginsLikeOrgan(units[0]!.name)) return false;
  return units.length > 0 && units.every(({ name }) => (isOrgan(name) && name.length <= 24) || isClass(name));
}

/** 各农贸市场, 各班组: a class, whatever its members are called. */
const isClass = (name: string): boolean => /^各[\u4e00-\u9fff]{2,8}$/.test(name) && !isSentence(name);

/** The headings of a table, one a paragraph, and where its body begins. */
interface Head {
  readonly columns: readonly (Column | null)[];
  readonly from: number;
}

/**
 * Paragraphs with tables that arrived as text, one cell a paragraph (what a page without a `<table>`, a PDF and the
 * clipboard leave), put back into rows and columns: a run of column headings, then cells that fit them in turn. Everything
 * else stays as it is. Cost: linear.
 */
export function withTextTables(paragraphs: readonly Paragraph[]): Paragraph[] {
  const out: Paragraph[] = [];
  let table = firstTables.text;
  /** Heads may be repeated without end, and each be read in vain to the end: so much may be, and then none inside is read again. */
  let left = vain * paragraphs.length;
  let barren = 0;
  for (let i = 0; i < paragraphs.length; ) {
    const head = i < barren ? null : headAt(paragraphs, i);
    const body = head && new Body(paragraphs, head, table);
    if (head && body?.read()) {
      head.columns.forEach((_, column) => {
        out.push(body.cell(paragraphs[i + column]!, 0, column));
      });
      out.push(...body.cells);
      i = body.end;
      table++;
    } else {
      if (body) left -= body.end - i;
      if (body && left < 0) barren = body.end;
      out.push(paragraphs[i++]!);
    }
  }
  return out;
}

/** A run of column headings that begins at `at`: two known ones, who does it and what, or its number, among them. */
function headAt(paragraphs: readonly Paragraph[], at: number): Head | null {
  const columns: (Column | null)[] = [];
  for (let i = at; i < paragraphs.length && columns.length < 12; i++) {
    const { strand, cell, furniture } = paragraphs[i]!;
    const heading = strand.text.replace(/^20\d\d年度?|[（(][^（()）]{1,6}[）)]$/g, '');
    if (cell || furniture || heading.length > longestHeading || /[。；，、：:\d]/.test(heading)) break;
    const column = columnOf(strand.text);
    if (!column && (!columns.length || heading.length > 8 || isOrgan(heading))) break;
    columns.push(column);
  }
  while (columns.length && !columns.at(-1)) columns.pop();
  const has = (...kinds: Column['kind'][]): boolean => columns.some((c) => c && kinds.includes(c.kind));
  if (columns.length < 2 || !has('role', 'unit') || !has('text', 'title', 'number')) return null;
  return { columns, from: at + columns.length };
}

/** The body of a table while its paragraphs are dealt out to columns. */
class Body {
  readonly cells: Paragraph[] = [];
  /** Index behind its last paragraph. */
  end: number;
  private row = 0;
  /** Next column to be filled; past the last: the row is full. */
  private next: number;
  private readonly numbered: boolean;
  private units = 0;
  /** The number of the row; 0 before the first. */
  private last = 0;

  constructor(
    private readonly paragraphs: readonly Paragraph[],
    private readonly head: Head,
    private readonly table: number,
  ) {
    this.end = head.from;
    this.next = head.columns.length;
    const first = paragraphs.slice(head.from, head.from + 2).map(kindOf);
    this.numbered = head.columns.some((c) => c?.kind === 'number') || first.includes('number');
  }

  /** Deals out paragraphs as long as they fit. False where no row with units came of it. */
  read(): boolean {
    for (let i = this.head.from; i < this.paragraphs.length; i++) {
      const paragraph = this.paragraphs[i]!;
      if (paragraph.cell || paragraph.furniture || !this.take(paragraph, this.kindAt(i), i)) break;
      this.end = i + 1;
    }
    return this.units > 0;
  }

  /** 新建蔬菜基地: a task may end like an organ; behind it stands a cell of units for every column that asks for them, or more of what is to be done. */
  private kindAt(at: number): CellKind {
    const kind = kindOf(this.paragraphs[at]!);
    const asked = this.head.columns[this.next]?.kind;
    if (kind !== 'units' || !this.numbered || (asked !== 'text' && asked !== 'title')) return kind;
    const roles = this.head.columns.filter((c) => c?.kind === 'role').length;
    const behind = this.paragraphs.slice(at + 1, at + 1 + roles);
    const more = this.head.columns[this.next + 1]?.kind;
    const said = (more === 'text' || more === 'title') && behind[0] !== undefined && kindOf(behind[0]) === 'text';
    const named = roles > 0 && behind.length === roles && behind.every((p) => kindOf(p) === 'units');
    return said || named ? 'text' : kind;
  }

  cell(paragraph: Paragraph, row: number, column: number, columnSpan = 1): Paragraph {
    const cell: CellPosition = { table: this.table, row, column, rowSpan: 1, columnSpan, header: row === 0 };
    return { ...paragraph, cell, marker: null };
  }

  private take(paragraph: Paragraph, kind: CellKind, at: number): boolean {
    if (kind === 'number' && this.numbered) return this.takeNumber(paragraph);
    const column = this.columnFor(kind, paragraph.strand.length);
    const words = kind === 'text' || (kind === 'time' && column === null);
    if (words && this.numbered && this.isFull()) return this.takeGroup(paragraph, at);
    if (column === null) return this.takeAgain(paragraph, kind, at);
    return this.put(paragraph, kind, column);
  }

  /** A number begins a row; one that does not follow the last may be a year or an amount of the row. */
  private takeNumber(paragraph: Paragraph): boolean {
    const value = Number.parseInt(/\d+/.exec(paragraph.strand.text)?.[0] ?? '', 10);
    const column = this.head.columns.findIndex((c, k) => k >= this.next && c?.kind !== 'group');
    const asked = this.head.columns[column]?.kind ?? 'other';
    if (this.last > 0 && value !== this.last + 1 && column >= 0 && (asked === 'other' || asked === 'deadline'))
      return this.put(paragraph, 'number', column);
    this.last = value;
    return this.startRow(paragraph, this.numberColumn());
  }

  private put(paragraph: Paragraph, kind: CellKind, column: number): boolean {
    if (kind === 'units') this.units++;
    this.cells.push(this.cell(paragraph, this.row, column));
    this.next = column + 1;
    return true;
  }

  private startRow(paragraph: Paragraph, column: number): boolean {
    this.row++;
    this.next = column + 1;
    this.cells.push(this.cell(paragraph, this.row, column));
    return true;
  }

  /** Nothing behind fits: a new row where the first columns take it; else it goes on with the cell before. */
  private takeAgain(paragraph: Paragraph, kind: CellKind, at: number): boolean {
    if (this.numbered) return this.append(paragraph);
    this.next = 0;
    const column = this.columnFor(kind, paragraph.strand.length);
    const ends = kind === 'text' && (isClosing(paragraph.strand.text) || !this.unitsSoon(at));
    if (column === null || ends) return false;
    this.row++;
    return this.put(paragraph, kind, column);
  }

  private append(paragraph: Paragraph): boolean {
    const last = this.cells.at(-1)?.cell;
    if (!last) return false;
    this.cells.push(this.cell(paragraph, last.row, last.column));
    return true;
  }

  /** A line between two rows names the group of those below it; where no number follows soon the table is over. */
  private takeGroup(paragraph: Paragraph, at: number): boolean {
    const ahead = this.paragraphs.slice(at + 1, at + 5);
    const goesOn = ahead.some((p) => number.test(p.strand.text)) && paragraph.strand.length <= 120;
    if (!goesOn || isClosing(paragraph.strand.text)) return false;
    this.row++;
    this.cells.push(this.cell(paragraph, this.row, 0, this.head.columns.length));
    this.next = this.head.columns.length;
    return true;
  }

  /** All that says who does it is filled. */
  private isFull(): boolean {
    return !this.head.columns.slice(this.next).some((c) => c && c.kind !== 'deadline' && c.kind !== 'other');
  }

  private unitsSoon(at: number): boolean {
    return this.paragraphs.slice(at, at + 5).some((p) => isUnits(p));
  }

  /** The column of the numbers; one without a heading stands before the first column of text. */
  private numberColumn(): number {
    const own = this.head.columns.findIndex((c) => c?.kind === 'number');
    return own >= 0 ? own : Math.max(0, this.head.columns.findIndex((c) => c?.kind === 'text') - 1);
  }

  /** The next column that takes a cell of this kind; null where none behind the last does. */
  private columnFor(kind: CellKind, length: number): number | null {
    const { columns } = this.head;
    for (let k = this.next; k < columns.length; k++) {
      if (fits(columns[k] ?? null, kind, length)) return k;
      // What a row has to say is not passed over.
      if (kind === 'text' && (columns[k]?.kind === 'text' || columns[k]?.kind === 'title')) return null;
    }
    return null;
  }
}

/** Longest cell of a column of persons or remarks that is no text of its own. */
const longestAside = 16;

function fits(column: Column | null, kind: CellKind, length: number): boolean {
  const asked = column?.kind ?? 'other';
  if (kind === 'dash') return asked !== 'number' && asked !== 'text' && asked !== 'title';
  if (asked === 'role' || asked === 'unit') return kind === 'units';
  if (asked === 'deadline') return kind === 'time';
  if (asked === 'number') return kind === 'number';
  if (asked === 'place') return kind === 'units' || (kind === 'text' && length <= longestAside);
  if (asked === 'other') return kind === 'text' && length <= longestAside;
  return kind === 'text' || kind === 'time';
}
