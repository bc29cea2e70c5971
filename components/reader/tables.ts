import { i18n } from '#i18n';

/** A table of so many columns does not fit on the paper. */
const WIDE = 7;
/** What is not to be broken over lines: dates, numbers, and names of a few signs. */
const SHORT = /^(?:[\d.,%:/\-—年月日号季度底前上下旬]{1,16}|[^\s，。；、]{1,7})$/;

/** Gives tables the means to stay readable: short cells on one line, wide tables in a box that scrolls. */
export function setTables(article: HTMLElement): void {
  for (const table of article.querySelectorAll('table')) {
    for (const cell of table.querySelectorAll('td, th')) {
      const lines = cell.children.length > 0 ? [...cell.children] : [cell];
      if (lines.every((line) => SHORT.test((line.textContent ?? '').trim()))) cell.classList.add('sheet-short');
    }
    const columns = Math.max(
      0,
      ...[...table.rows].map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)),
    );
    if (columns >= WIDE) enclose(table);
  }
}

/** A box that scrolls is to be reached by keys as well. */
function enclose(table: HTMLTableElement): void {
  const box = table.ownerDocument.createElement('div');
  box.className = 'sheet-wide';
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', i18n.t('reader.wideTable'));
  table.replaceWith(box);
  box.append(table);
}
