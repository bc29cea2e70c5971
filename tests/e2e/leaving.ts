import type { Page } from 'puppeteer-core';

/**
 * Ways of leaving a page of Firefox in the turn after the last key, without a word to anybody. A reload that is asked of the driver comes
 * later than that, and quitting the browser, or the extension's being replaced, no driver can do here.
 */
export const ways: Readonly<Record<string, (page: Page, ours: Page) => Promise<unknown>>> = {
  'closing the tab': (page) => page.close({ runBeforeUnload: false }),
  'loading the page anew': (page) => page.evaluate(() => void setTimeout(() => location.reload())),
  'going to another page': (page) => page.goto('about:blank').catch(() => null),
  'going by script': (page) => page.evaluate(() => void setTimeout(() => location.assign('about:blank'))),
  'closing by script': (page) => page.evaluate(() => void setTimeout(() => window.close())).catch(() => null),
  'being replaced by script': (page) => page.evaluate(() => void setTimeout(() => location.replace('about:blank'))),
  'the browser closing its tab': (page, ours) => browserDoes(page, ours, 'remove'),
  'the browser loading it anew': (page, ours) => browserDoes(page, ours, 'reload'),
  'the browser sending it elsewhere': (page, ours) => browserDoes(page, ours, 'update', { url: 'about:blank' }),
  'the browser putting it away to save memory': (page, ours) => browserDoes(page, ours, 'discard'),
};

type Done = 'remove' | 'reload' | 'update' | 'discard';

interface Api {
  readonly tabs: {
    query(filter: object): Promise<{ id: number; discarded: boolean }[]>;
  } & Readonly<Record<Done, (id: number, how?: object) => Promise<unknown>>>;
}

/** What the browser does to the tab in front, asked for by a page of ours, which is in front afterwards: what is in front is not put away. */
async function browserDoes(page: Page, ours: Page, what: Done, how?: object): Promise<void> {
  await page.bringToFront();
  const id = await ours.evaluate(async () => {
    const [tab] = await (globalThis as unknown as { browser: Api }).browser.tabs.query({ active: true });
    return tab!.id;
  });
  await ours.bringToFront();
  const discarded = await ours.evaluate(
    async (id, what, how) => {
      const { tabs } = (globalThis as unknown as { browser: Api }).browser;
      await tabs[what](id, ...(how ? [how] : []));
      return (await tabs.query({})).find((tab) => tab.id === id)?.discarded ?? false;
    },
    id,
    what,
    how,
  );
  if (discarded !== (what === 'discard')) throw new Error(`${what}: discarded ${discarded}`);
}
