import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../lib/setup.mjs';

const folder = mkdtempSync(join(tmpdir(), 'dutymark-extract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    execFile(process.execPath, ['--import', 'tsx', 'lib/cli/extract.ts', ...args], { cwd: root }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

const policy =
  '临澜县节水工作方案\n一、主要任务\n（一）改造管网。更换旧管。（牵头单位：县水利局；配合单位：县财政局）\n（二）=加强宣传。（责任单位：县融媒体中心）\n（三）严格考核。（责任单位：县水利局）\n';

describe('extract', { timeout: 60_000 }, () => {
  it('reads a folder, goes on after a file that is not there, and says so at the end', async () => {
    writeFileSync(join(folder, 'a.txt'), policy);
    const { code, out, err } = await run([join(folder, 'missing.txt'), folder]);
    expect(code).toBe(1);
    expect(err).toContain('missing.txt');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(1);
    expect(lines[0].document.class).toBe('task-policy');
    expect(lines[0].measures[0]).toMatchObject({
      path: ['一、主要任务'],
      number: '一',
      title: '改造管网',
      text: '更换旧管。',
      assignments: [
        { role: 'lead', unit: '县水利局', form: 'bracket' },
        { role: 'participant', unit: '县财政局', form: 'bracket' },
      ],
    });
  });

  it('prints the task table as CSV that a spreadsheet takes for text', async () => {
    writeFileSync(join(folder, 'b.txt'), policy);
    const { code, out } = await run(['--format', 'csv', join(folder, 'b.txt')]);
    expect(code).toBe(0);
    expect(out.startsWith('\ufeff序号,文件标题,')).toBe(true);
    expect(out.trim().split('\r\n')).toHaveLength(4);
    expect(out).not.toMatch(/[\n,]=加强/);
  });

  it('says how it goes when asked wrongly', async () => {
    for (const args of [[], ['--format', 'xml', 'x'], ['--nonsense']]) {
      const { code, out, err } = await run(args);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toContain('usage: extract');
    }
  });
});
