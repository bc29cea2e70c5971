import type { RowShape } from '../doc/paragraphs';
import type { DocRow } from '../doc/rows';

type CellShape = RowShape['cells'][number];
const alone: CellShape = { merged: false, below: 'none' };

/** Gathers the rows of a table: their definition stands before their cells or after them. */
export class RowBuilder {
  private rows: DocRow[] = [];
  private cells: string[] = [];
  private content = '';
  private left = 0;
  private edges: number[] = [];
  private shapes: CellShape[] = [];
  private next: CellShape = alone;

  /** Whether the word defines a row. */
  word(word: string, value: number | null): boolean {
    if (word === 'trowd') {
      this.left = 0;
      this.edges = [];
      this.shapes = [];
      this.next = alone;
    } else if (word === 'trleft') this.left = value ?? 0;
    else if (word === 'clvmgf') this.next = { ...this.next, below: 'starts' };
    else if (word === 'clvmrg') this.next = { ...this.next, below: 'goes on' };
    else if (word === 'clmrg') this.next = { ...this.next, merged: true };
    else if (word === 'cellx') {
      this.edges.push(value ?? 0);
      this.shapes.push(this.next);
      this.next = alone;
    } else return false;
    return true;
  }

  /** Nothing stands in the cell at hand. */
  get isEmpty(): boolean {
    return this.content === '';
  }

  inCell(html: string): void {
    this.content += html;
  }

  cell(html: string): void {
    this.cells.push(this.content + html);
    this.content = '';
  }

  row(): void {
    const shape = this.edges.length > 0 ? { edges: [this.left, ...this.edges], cells: [...this.shapes] } : null;
    if (this.cells.length > 0) this.rows.push({ cells: this.cells, shape });
    this.cells = [];
    this.content = '';
  }

  /** The rows so far; none are left. */
  take(): DocRow[] {
    if (this.cells.length > 0) this.row();
    const { rows } = this;
    this.rows = [];
    return rows;
  }
}
