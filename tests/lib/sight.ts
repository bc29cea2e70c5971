import type { Page } from 'playwright-core';

/** How many rows of records stand in sight from edge to edge, under nothing else. */
export const rowsInSight = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('[data-dutymark-row]')].filter((row) => {
        const { left, top, bottom } = row.getBoundingClientRect();
        const seen = (y: number) => row.contains(document.elementFromPoint(left + 20, y));
        return seen(top + 1) && seen(bottom - 2);
      }).length,
  );
