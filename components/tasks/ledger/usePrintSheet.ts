import { useEffect, useRef } from 'preact/hooks';
import { ledgerHtml } from '../../../lib/export/ledger/html';
import type { Ledger } from '../../../lib/export/ledger/types';
import './print-sheet.css';

/**
 * What paper gets is the ledger itself, not the page that shows it: while the page is printed, a sheet with the table stands
 * in for everything else.
 *
 * @param make The ledger to print, asked for when printing begins; null: the page is printed as it is.
 */
export function usePrintSheet(make: () => Ledger | null): void {
  const latest = useRef(make);
  latest.current = make;
  useEffect(() => {
    let sheet: HTMLElement | null = null;
    const after = () => {
      sheet?.remove();
      sheet = null;
      document.documentElement.classList.remove('prints-sheet');
    };
    const before = () => {
      const ledger = latest.current();
      if (!ledger || document.querySelector('.print-sheet')) return;
      sheet = document.createElement('div');
      sheet.className = 'print-sheet';
      // Every text in it is escaped by who makes it.
      sheet.insertAdjacentHTML('beforeend', ledgerHtml(ledger));
      const paper = document.createElement('style');
      paper.textContent = `@page { size: ${ledger.paper} landscape; margin: 12mm; }`;
      sheet.append(paper);
      document.body.append(sheet);
      document.documentElement.classList.add('prints-sheet');
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
      after();
    };
  }, []);
}
