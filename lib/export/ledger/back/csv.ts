import Papa from 'papaparse';
import { decode } from '../../../formats/encoding';
import { unguarded } from '../../guard';
import type { Grid } from './grid';

/** A CSV, of ours or of a spreadsheet program's (comma, tab or semicolon; UTF-8 or GB18030), as a table. */
export function csvGrid(bytes: Uint8Array): Grid {
  const { text } = decode(bytes);
  const { data } = Papa.parse<string[]>(text, { ...dialectOf(text), skipEmptyLines: false });
  return {
    name: '',
    rows: data.map((row) => row.map((cell) => ({ text: unguarded(cell), kind: 'text' }))),
    merged: [],
  };
}

const delimiters = [',', '\t', ';'] as const;

interface Dialect {
  readonly delimiter: (typeof delimiters)[number];
  readonly newline: '\r\n' | '\n' | '\r';
}

/**
 * What divides cells and lines, from the first line that divides anything: heads hold neither. Guessing it from all the
 * text, as the parser would, is led astray by what people write into cells.
 */
function dialectOf(text: string): Dialect {
  const counts = new Map<string, number>();
  let quoted = false;
  let newline: Dialect['newline'] = '\r\n';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '\r' || sign === '\n') {
      newline = sign === '\n' ? '\n' : text[at + 1] === '\n' ? '\r\n' : '\r';
      if (counts.size > 0) break;
    } else if ((delimiters as readonly string[]).includes(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const delimiter = delimiters.reduce((best, each) =>
    (counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best,
  );
  return { delimiter, newline };
}
