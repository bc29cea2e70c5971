/** A row's number by itself. */
const pureNumber = /^\d{1,3}[.．、]?$/;
const point = /^(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])/;
const figure = /^\d/;
/** So many rows say how long first cells are. */
const recent = 8;

/**
 * What the first cells of a table's rows are like, by which a broken row is told from a short one. The head's says nothing. Costs
 * the same for each row, however many there are: a text may hold hundreds of thousands.
 */
export class FirstCells {
  /** Whether the head has been seen. */
  private headed = false;
  private readonly lengths: number[] = [];
  private numbers = true;
  private figures = true;
  private points = false;

  push(text: string): void {
    if (this.headed) {
      this.numbers &&= pureNumber.test(text);
      this.figures &&= figure.test(text);
      this.points ||= point.test(text);
      if (this.lengths.push(text.length) > recent) this.lengths.shift();
    }
    this.headed = true;
  }

  /** Every row so far begins with its number alone. */
  areNumbered(): boolean {
    return this.lengths.length > 0 && this.numbers;
  }

  /**
   * Could a row begin so, as those before do: with a number, or with words as long as theirs?
   *
   * @param last the cell that was read last
   */
  mayBegin(first: string, last: string): boolean {
    // 1.清淤管网。⏎2.配备泵车。: points inside a cell are no rows.
    if (this.areNumbered()) return pureNumber.test(first);
    if (point.test(first) && point.test(last) && !this.points) return false;
    if (this.lengths.length === 0) return true;
    return this.figures ? figure.test(first) : first.length * 2 >= Math.min(...this.lengths);
  }
}
