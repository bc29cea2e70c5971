import type { Page } from 'puppeteer-core';

/**
 * Ways of leaving a page of Firefox in the turn after the last key, without a word to anybody. A reload that is asked of the driver comes
 * later than that, and quitting the browser, or the extension's being replaced, no driver can do here.
 */
export const ways: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'closing the tab': (page) => page.close({ runBeforeUnload: false }),
  'loading the page anew': (page) => page.evaluate(() => void setTimeout(() => location.reload())),
  'going to another page': (page) => page.goto('about:blank').catch(() => null),
  'going by script': (page) => page.evaluate(() => void setTimeout(() => location.assign('about:blank'))),
  'closing by script': (page) => page.evaluate(() => void setTimeout(() => window.close())).catch(() => null),
};
