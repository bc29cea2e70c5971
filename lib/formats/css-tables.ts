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
    const find = (within: Element, display: string) =>
      inside(
        within,
        (other) => is(other, display),
        (other) => is(other, 'table'),
      );
    const cells = find(element, 'table-row').map((row) => find(row, 'table-cell'));
    if (cells.length < 2 || cells.filter((row) => row.length > 1).length < 2) continue;
    element.replaceWith(tableOf(document, cells));
  }
}

type Judge = (element: Element) => boolean;

/** The nearest elements of a kind below another; what stands in a box that `shut` names is its own, and is gone through there alone. */
function inside(element: Element, wanted: Judge, shut: Judge): Element[] {
  return [...element.children].flatMap((child) => {
    if (wanted(child)) return [child];
    return shut(child) ? [] : inside(child, wanted, shut);
  });
}

function tableOf(document: Document, rows: readonly (readonly Element[])[]): Element {
  const table = document.createElement('table');
  for (const cells of rows) {
    const row = document.createElement('tr');
    for (const cell of cells) {
      const made = document.createElement('td');
      while (cell.firstChild) made.append(cell.firstChild);
      row.append(made);
    }
    table.append(row);
  }
  return table;
}
