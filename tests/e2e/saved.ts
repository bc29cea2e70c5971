import type { Page } from 'puppeteer-core';

/** Keeps at hand what a page saves: Firefox tells nobody of a download by BiDi. */
export const keepSaved = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { saved: blob });
      return make(blob);
    };
  });

/** What was saved, once something was. */
export async function bytesSaved(page: Page): Promise<Buffer> {
  await page.waitForFunction(() => 'saved' in globalThis);
  const base64 = await page.evaluate(async () => {
    const bytes = new Uint8Array(await (globalThis as unknown as { saved: Blob }).saved.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(base64, 'base64');
}
