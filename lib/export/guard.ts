/**
 * What a spreadsheet program may take for a formula, with any guard already before it; see the README for the rule.
 * OWASP, "CSV Injection": = + - @ TAB CR; a line feed is added, for programs that drop it at the start of a cell.
 */
export const formula = /^'*[=+\-@\t\r\n]/;

/** A cell as it was before it was written; the reverse of the guard that `toCsv` puts on. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
