import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { load } from '../../../lib/cli/load';

const folder = mkdtempSync(join(tmpdir(), 'dutymark-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('signs by name in a plain text are the signs, as in the reader', async () => {
  const path = join(folder, 'a.txt');
  writeFileSync(path, '牵头单位：县水利局&nbsp;配合单位：县财政局');
  expect((await load(path)).text.text).toBe('牵头单位：县水利局 配合单位：县财政局');
});
