import { afterEach, describe, expect, it } from 'vitest';
import { dayOf, throughTheDay, twoOfMarch } from './day-of';
import { type Stage, stage } from './fixture';
import { send } from './hand';

let at: Stage | null = null;
const zone = process.env.TZ;
afterEach(async () => {
  await at?.close();
  at = null;
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('by the clock of a reader in China', () => {
  it('the icon is true over midnight, and a reminder comes at its hour, once', async () => {
    // Another zone is gone through in Firefox (way-firefox.test.ts).
    process.env.TZ = 'Asia/Shanghai';
    at = await stage({ granted: ['notifications'] });
    const options = await at.context.newPage();
    await options.goto(at.url('options.html'));
    await send(options, 'callStore', { method: 'merge', args: [twoOfMarch] });
    await options.getByRole('checkbox', { name: '每天提醒逾期和今天到期的任务' }).check();
    await options.locator('.office-hour:enabled').waitFor();
    const worker = await at.worker();
    expect(await worker.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('Asia/Shanghai');
    await throughTheDay(
      dayOf((work, argument) => worker.evaluate(work as never, argument as never)),
      '政笺 · 逾期 2',
    );
  });
});
