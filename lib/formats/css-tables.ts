import type { StyleRule } from '../text/css';
import { matching } from '../text/generated';

const DISPLAY = /(?:^|;)\s*display\s*:\s*(?:inline-)?(table[a-z-]*)/i;

/**
 * Boxes that a style sets as tables (`display: table-cell`), as tables: a reader sees columns, and their words written one
 * behind the other are none. Changes the document.
 */
export function boxesAsTables(document: Document, rules: readonly StyleRule[]): void {
  const set = new Map<Element, string>();
  for (const { selector, pseudo, declarations } of rules) {
    const display = /^(?:inline-)?(table[a-z-]*)/i.exec(declarations.get('display') ?? '')?.[1];
    if (pseudo || !display) continue;
    for (const element of matching(document, selector)) set.set(element, display.toLowerCase());
  }
  for (const element of document.querySelectorAll('[style*="table"]')) {
    const display = DISPLAY.exec(element.getAttribute('style') ?? '')?.[1];
    if (display) set.set(element, display.toLowerCase());
  }
  const is = (element: Element, display: string): boolean =>
    set.get(element) === display && !/^t(?:able|body|head|foot|[rdh])$/.test(element.localName);
  for (const element of set.keys()) {
    if (!is(element, 'table')) continue;
    const rows = inside(element, (other) => is(other, 'table-row'));
    const cells = rows.map((row) => inside(row, (other) => is(other, 'table-cell')));
    if (rows.length < 2 || cells.filter((row) => row.length > 1).length < 2) continue;
    element.replaceWith(tableOf(document, cells));
  }
}

/** The nearest elements of a kind below another. */
function inside(element: Element, wanted: (element: Element) => boolean): Element[] {
  return [...element.children].flatMap((child) => (wanted(child) ? [child] : inside(child, wanted)));
}

function tableOf(document: Document, rows: readonly (readonly Element[])[]): Element {
  const table = document.createElement('table');
  for (const cells of rows) {
    const row = document.createElement('tr');
    for (const cell of cells) {
      const made = document.createElement('td');
      made.append(...cell.childNodes);
      row.append(made);
    }
    table.append(row);
  }
  return table;
}
