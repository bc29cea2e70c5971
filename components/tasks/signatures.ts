/** Columns of the signatures: of a text of a thousand signs, a fifth of them are set. A power of two. */
const COLUMNS = 4096;
/** Records whose signatures stand together; their columns (2 MB) fit into a processor's cache. */
const ROWS = 4096;
const WORDS = ROWS / 32;

/** A column for each sign and each pair of neighbouring signs, shared by many. */
const columnOf = (first: number, second: number): number =>
  (Math.imul(first * 31 + second, 0x9e3779b1) >>> 20) % COLUMNS;

/** Calls back with the column of every sign and pair of a text, as `columnOf` numbers them. */
function eachColumn(text: string, found: (column: number) => void): void {
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    found(columnOf(sign, 0));
    if (at > 0) found(columnOf(before, sign));
    before = sign;
  }
}

/**
 * Which of many texts may hold some words, told without looking at the texts: superimposed codes, stored column by column.
 * A text that holds a word has all columns of that word; one in a few that has them does not hold it, and has to be looked
 * at. 13 kB a column for 100,000 texts; a question reads a few columns.
 */
export class Signatures {
  #blocks: Uint32Array[] = [];

  /** Adds what a text holds to a row; what the row held before stays in it. @param text In lower case. */
  add(row: number, text: string): void {
    const number = Math.floor(row / ROWS);
    const block = this.#blocks[number] ?? new Uint32Array(COLUMNS * WORDS);
    this.#blocks[number] = block;
    const [word, bit] = [(row % ROWS) >>> 5, 1 << (row & 31)];
    eachColumn(text, (column) => {
      const at = column * WORDS + word;
      block[at] = (block[at] ?? 0) | bit;
    });
  }

  /** The rows that may hold a word, as a bit each. */
  mayHold(word: string): Uint32Array {
    const columns = new Set<number>();
    eachColumn(word, (column) => columns.add(column));
    const rows = new Uint32Array(this.#blocks.length * WORDS);
    this.#blocks.forEach((block, number) => {
      const part = rows.subarray(number * WORDS, (number + 1) * WORDS).fill(-1);
      for (const column of columns) {
        const from = column * WORDS;
        for (let at = 0; at < WORDS; at++) part[at] = part[at]! & block[from + at]!;
      }
    });
    return rows;
  }
}
