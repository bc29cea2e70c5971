import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readState, type Stage, stage, tabOf } from './fixture';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

/** A command of the browser, as its key would give it. */
async function command(name: string, tabId: number): Promise<void> {
  const worker = await at.worker();
  await worker.evaluate(
    ([command, id]) => {
      interface Commands {
        onCommand: { dispatch(command: string, tab: { id: number }): void };
      }
      (globalThis as unknown as { chrome: { commands: Commands } }).chrome.commands.onCommand.dispatch(
        command as string,
        { id: id as number },
      );
    },
    [name, tabId],
  );
}

describe('what is ours in a page', () => {
  it('is gone to by a command, one after the other, and back; the page hears no key', async () => {
    const page = await at.open('/policy.html');
    await readState(page);
    const tabId = await tabOf(at, page);
    const panel = await at.context.newPage();
    await panel.goto(at.url(`sidepanel.html?tab=${tabId}`));
    await panel.getByRole('tab', { name: /^举措/ }).waitFor();
    await panel.keyboard.press('u');
    await panel.getByPlaceholder('输入单位名称查找').fill('县民政局');
    await panel.keyboard.press('Enter');
    await panel.locator('[data-current]').waitFor();
    await page.bringToFront();
    await page.evaluate(() => addEventListener('keydown', (event) => console.error(`heard ${event.key}`), true));
    const heard: string[] = [];
    page.on('console', (line) => heard.push(line.text()));
    const place = () => page.evaluate(() => scrollY);
    const start = await place();
    await command('next-mine', tabId);
    await expect.poll(place).toBeGreaterThan(start);
    const first = await place();
    await command('next-mine', tabId);
    await expect.poll(place).toBeGreaterThan(first);
    await command('previous-mine', tabId);
    await expect.poll(place).toBe(first);
    expect(heard).toEqual([]);
    // The map along the scrollbar takes no click and has no name.
    const under = await page.evaluate(() => document.elementFromPoint(innerWidth - 4, innerHeight / 2)?.localName);
    expect(under).not.toBe('dutymark-root');
    await page.close();
    await panel.close();
  });
});
