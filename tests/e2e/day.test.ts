import { afterEach, describe, expect, it } from 'vitest';
import { dayOf, throughTheDay, withReminder } from './day-of';
import { type Stage, stage } from './fixture';

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
    const worker = await withReminder(at);
    expect(await worker.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('Asia/Shanghai');
    await throughTheDay(
      dayOf((work, argument) => worker.evaluate(work as never, argument as never)),
      '政笺 · 逾期 2',
    );
  });
});
