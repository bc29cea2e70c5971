import type { Page } from 'playwright-core';
import { placeOfWords } from './place-of-words';

/** Waits for what the extension says of the page. */
export async function becomes(page: Page, state: string, measures: number): Promise<void> {
  await page.waitForFunction(
    ([wanted, count]) => {
      const root = document.querySelector('dutymark-root');
      return root?.getAttribute('data-state') === wanted && root.getAttribute('data-measures') === String(count);
    },
    [state, measures] as const,
    { timeout: 15_000 },
  );
}

/** Drags over words of the page, as a reader selects them. */
export async function drag(page: Page, words: string): Promise<void> {
  const box = await page.evaluate(placeOfWords, words);
  if (!box) throw new Error(`not in the page: ${words}`);
  await page.mouse.move(box.left + 1, box.y);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.y, { steps: 4 });
  await page.mouse.up();
  const selected = await page.evaluate(() => String(getSelection()).trim());
  if (selected !== words) throw new Error(`selected “${selected}”, not “${words}”`);
}

/** A message as any page of ours sends it, to the background or to a tab; `from` is one of ours. */
export function send<Result>(from: Page, type: string, data?: unknown, tabId?: number): Promise<Result> {
  return from.evaluate(
    async ({ message, to }) => {
      const { runtime, tabs } = (
        globalThis as unknown as {
          chrome: Record<string, { sendMessage: (...args: unknown[]) => Promise<{ res?: unknown; err?: unknown }> }>;
        }
      ).chrome;
      const reply = to === undefined ? await runtime!.sendMessage(message) : await tabs!.sendMessage(to, message);
      if (reply?.err) throw new Error(JSON.stringify(reply.err));
      return reply?.res as never;
    },
    { message: { id: 1, type, data, timestamp: Date.now() }, to: tabId },
  );
}
