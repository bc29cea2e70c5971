export interface SetText {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /** Degrees, counted against the clock: 90 runs up the page. */
  readonly turn?: number;
  /** How light it is drawn, 0 (black) to 1 (white). */
  readonly light?: number;
  /** Another font than the rest, by number. */
  readonly font?: number;
}

/** A fixed layout to be written as PDF or OFD: A4, points, y downwards. */
export interface Sheet {
  readonly texts: readonly SetText[];
  readonly rules: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[];
}

const left = 90;
const size = 16;
const perLine = 26;

type Block = string | { readonly center: string } | { readonly table: readonly (readonly string[])[] };

/** Sets paragraphs as an office would: 26 characters a line, first lines indented by two, a page number at the foot. */
export function set(blocks: readonly Block[], linesPerPage = 22): Sheet[] {
  const sheets: { texts: Sheet['texts'][number][]; rules: Sheet['rules'][number][] }[] = [];
  let line = linesPerPage;
  const next = () => {
    if (line >= linesPerPage) {
      sheets.push({ texts: [{ x: 280, y: 800, size: 14, text: `— ${sheets.length + 1} —` }], rules: [] });
      line = 0;
    }
    return 100 + 28 * line++;
  };
  for (const block of blocks) {
    if (typeof block === 'string') {
      let rest = `　　${block}`;
      for (; rest !== ''; rest = rest.slice(perLine)) {
        const y = next();
        const part = rest.slice(0, perLine);
        const indent = part.length - part.trimStart().length;
        sheets[sheets.length - 1]!.texts.push({ x: left + indent * size, y, size, text: part.trimStart() });
      }
    } else if ('center' in block) {
      const y = next();
      sheets[sheets.length - 1]!.texts.push({
        x: left + ((perLine - block.center.length * 1.25) / 2) * size,
        y,
        size: 20,
        text: block.center,
      });
    } else line = table(block.table, next, sheets, linesPerPage, line);
  }
  return sheets;
}

/** Ruled rows; a cell wraps inside its column, an empty first cell belongs to the one above. */
function table(
  rows: readonly (readonly string[])[],
  next: () => number,
  sheets: { texts: Sheet['texts'][number][]; rules: Sheet['rules'][number][] }[],
  linesPerPage: number,
  lineNow: number,
): number {
  let line = lineNow;
  const columns = rows[0]!.length;
  const width = (perLine * size) / columns;
  const fits = Math.floor((width - 12) / 12);
  for (const [index, row] of rows.entries()) {
    const wrapped = row.map((cell) => cell.match(new RegExp(`.{1,${fits}}`, 'gu')) ?? []);
    const height = Math.max(1, ...wrapped.map((cell) => cell.length));
    if (line + height > linesPerPage) line = linesPerPage;
    let top = 0;
    for (let at = 0; at < height; at++) {
      const y = next();
      if (at === 0) top = y - 20;
      line = line >= linesPerPage ? 1 : line + 1;
      for (const [column, cell] of wrapped.entries()) {
        const text = cell[at];
        if (text) sheets[sheets.length - 1]!.texts.push({ x: left + column * width + 6, y, size: 12, text });
      }
    }
    const { rules } = sheets[sheets.length - 1]!;
    const bottom = top + 28 * height;
    for (let column = 0; column <= columns; column++)
      rules.push({ x1: left + column * width, x2: left + column * width, y1: top, y2: bottom });
    const from = row[0] === '' && index > 0 ? left + width : left;
    rules.push({ x1: from, x2: left + columns * width, y1: top, y2: top });
    rules.push({ x1: left, x2: left + columns * width, y1: bottom, y2: bottom });
    const above = rows[index + 1];
    if (above && above[0] === '') rules.pop();
    if (above && above[0] === '') rules.push({ x1: left + width, x2: left + columns * width, y1: bottom, y2: bottom });
  }
  return line;
}
