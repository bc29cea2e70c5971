import { afterEach, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { SITE, type Stage, stage } from './fixture';
import { becomes, drag } from './hand';
import { inside } from './inside';

/** What only chrome://extensions may do. */
interface Developer {
  updateExtensionConfiguration(change: object, done: () => void): void;
  updateProfileConfiguration(change: object, done: () => void): void;
  reload(id: string, how: object, done: () => void): void;
}
declare const chrome: {
  readonly developerPrivate: Developer;
  readonly windows: { create(how: object): Promise<unknown> };
  readonly storage: { readonly local: { get(key: string): Promise<{ tally?: Record<string, number> }> } };
};

let at: Stage;
afterEach(() => at.close());

/** Does something on chrome://extensions. */
async function manage(work: (id: string) => Promise<void>): Promise<void> {
  const page = await at.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(work, at.id);
  await page.close();
}

it('a visit in a private window leaves nothing, and what is taken on there is kept', async () => {
  at = await stage();
  // It starts anew with that right, under the same id.
  const anew = at.context.waitForEvent('serviceworker');
  await manage(
    (id) =>
      new Promise((done) =>
        chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true }, done),
      ),
  );
  await anew;
  const ours = await at.context.newPage();
  await expect
    .poll(() =>
      ours.goto(at.url('tasks.html')).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  const tally = () => ours.evaluate(async () => (await chrome.storage.local.get('tally')).tally);
  const coming = at.context.waitForEvent('page');
  await ours.evaluate(
    (url) => chrome.windows.create({ incognito: true, url }).then(() => undefined),
    `${SITE}/policy.html`,
  );
  const page = await coming;
  await becomes(page, 'task-policy', sample.measures.length);
  await page.waitForTimeout(1000);
  expect(await tally()).toMatchObject({ documents: 0, tasks: 0, annotations: 0 });
  await page.bringToFront();
  await drag(page, '便民服务热线');
  await (await inside(page)).click('领为任务');
  await expect.poll(tally).toMatchObject({ documents: 1, tasks: 1 });
}, 90_000);

it('a note that is being typed outlives the extension being loaded anew', async () => {
  at = await stage();
  const page = await at.context.newPage();
  const begin = async () => {
    await becomes(page, 'task-policy', sample.measures.length);
    await page.bringToFront();
    await drag(page, '便民服务热线');
    return inside(page);
  };
  await page.goto(`${SITE}/policy.html`);
  const bar = await begin();
  await bar.click('批注');
  await page.keyboard.type('没写完的话', { delay: 30 });
  await bar.holds('没写完的话');
  await manage(
    (id) =>
      new Promise((done) =>
        // An extension that no shop has brought is put out of use where it is loaded anew without that.
        chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, () =>
          chrome.developerPrivate.reload(id, { failQuietly: true }, done),
        ),
      ),
  );
  await expect.poll(() => page.locator('dutymark-root').count()).toBe(0);
  await page.reload();
  await (await begin()).holds('没写完的话');
}, 90_000);
