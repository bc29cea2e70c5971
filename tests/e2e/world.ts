import type { CDPSession, Page } from 'playwright-core';

/** Runs code where our content scripts run in a page: what a page can do that has taken over its own renderer. */
export async function inOurWorld<Result>(page: Page, code: string): Promise<Result> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const ours = contexts.find(({ origin }) => origin.startsWith('chrome-extension:'));
  if (!ours) throw new Error('no content script of ours runs in this page');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: ours.id,
    expression: code,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as Result;
}
