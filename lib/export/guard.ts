/**
 * What a spreadsheet program may take for a formula, with any guard already before it; see the README for the rule.
 * OWASP, "CSV Injection": = + - @ TAB CR, and their full-width forms, which some programs fold; a line feed is added, for
 * programs that drop it at the start of a cell, and blanks, control signs (NUL) and signs that print nothing (marks of
 * direction, soft hyphens) before any of these, for those that drop them.
 */
export const formula = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠\t\r\n]/u;

/**
 * What a spreadsheet program takes for a number, a day, an hour or a word of its own and then shows otherwise: 1-1 and 3/4 (days),
 * 001 and 3.10 (zeros), 1e5, (3), numbers longer than it counts. Whole days as we write them (2026-06-30) are to be days.
 */
const MISTAKEN =
  /^(?!\d{4}-\d\d-\d\d$)(?:0\d+|\d{16,}|\d+(?:[-/]\d+){1,2}|\d*\.\d*0|\.\d+|\d+\.|\d+(?::\d+){1,2}|\d+(?:\.\d+)?e\d+|\(\d+(?:\.\d+)?\)|\d+ \d+\/\d+|(?:\d{1,2}[- ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?:[- ]?\d{1,4})?|true|false)$/i;

/** A cell as it is written: what is no formula and no number to us is none to a spreadsheet program either. */
export function guarded(cell: string): string {
  if (formula.test(cell)) return `'${cell}`;
  return MISTAKEN.test(cell) ? `\t${cell}` : cell;
}

/** A cell as it was before it was written; the reverse of `guarded`. */
export function unguarded(cell: string): string {
  if (cell.startsWith('\t') && MISTAKEN.test(cell.slice(1))) return cell.slice(1);
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
