import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bare, faultOf, faults, forgetFaults, note } from '../../lib/diagnostics';

beforeEach(() => {
  fakeBrowser.reset();
  // One after another, as the browser's locks are.
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
});

it.each([
  ["Cannot read properties of undefined (reading 'span')", 'Cannot read properties of undefined (reading …)'],
  ['县民政局负责的任务没有找到', '…'],
  ['Failed to fetch https://oa.example/secret?id=7 now', 'Failed to fetch … now'],
  ['bad note “先会商” in row 3', 'bad note … in row 3'],
])('%s is kept as %s', (said, kept) => {
  expect(bare(said)).toBe(kept);
});

it('keeps where in our code, not where on whose site', () => {
  const error = new TypeError('x is not a function');
  error.stack =
    'TypeError\n at f (chrome-extension://abc/chunks/tasks-1.js:1:22)\n at https://oa.example/县/a.html:3:4';
  const fault = faultOf('tasks', error, new Date(0));
  expect(fault).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    surface: 'tasks',
    name: 'TypeError',
    message: 'x is not a function',
    where: ['tasks-1.js:1:22', 'a.html:3:4'],
  });
  expect(faultOf('tasks', '县民政局').message).toBe('');
});

it('keeps the last two hundred, and none when told', async () => {
  for (let index = 0; index < 205; index++) await note('tasks', new Error(`number ${index}`));
  const kept = await faults();
  expect([kept.length, kept[0]?.message, kept.at(-1)?.message]).toEqual([200, 'number 5', 'number 204']);
  await forgetFaults();
  expect(await faults()).toEqual([]);
});
