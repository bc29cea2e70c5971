import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chineseCopy } from '../lib/extension.mjs';
import { type Stage, stage } from './fixture';

const folder = mkdtempSync(join(tmpdir(), 'dutymark-fallen-'));
let at: Stage;
beforeAll(async () => {
  const copy = chineseCopy('chrome', folder);
  const chunks = join(copy.path, 'chunks');
  const engine = readdirSync(chunks).filter((name) => /^session-/.test(name));
  expect(engine).toHaveLength(1);
  rmSync(join(chunks, engine[0]!));
  at = await stage({ extension: copy.path });
});
afterAll(async () => {
  await at.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a reader whose engine does not come says so, and offers to load anew', async () => {
  const page = await at.context.newPage();
  await page.goto(at.url('reader.html?sample'));
  await page.getByRole('alert').waitFor();
  await page.getByRole('button', { name: '重新打开' }).or(page.locator('main.broken button')).first().waitFor();
  expect(await page.locator('main.broken h1').count()).toBe(1);
});
