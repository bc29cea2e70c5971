/**
 * What a spreadsheet program may take for a formula, with any guard already before it; see the README for the rule.
 * OWASP, "CSV Injection": = + - @ TAB CR, and their full-width forms, which some programs fold; a line feed is added, for
 * programs that drop it at the start of a cell, and blanks, control signs (NUL) and signs that print nothing (marks of
 * direction, soft hyphens) before any of these, for those that drop them.
 */
export const formula = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠\t\r\n]/u;

/** A cell as it was before it was written; the reverse of the guard that `toCsv` puts on. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
