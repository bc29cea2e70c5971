import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { docx, p, r } from '../formats/write/docx';
import { rawPdf, show } from '../formats/write/raw-pdf';

const lines = [
  '青禾县供水工作方案',
  '一、清淤河道，6月底前完成。',
  '牵头单位：县水务局',
  '二、巡查堤防，每月一次。',
  '牵头单位：县应急管理局',
];
const papers: Readonly<Record<string, Uint8Array>> = {
  'hidden.docx': docx({ body: lines.map((line) => p(line)).join('') + p(r('牵头单位：县林业局', '<w:vanish/>')) }),
  'typed.pdf': rawPdf([lines.map((line, at) => show(72, 100 + 24 * at, line)).join('\n')], {
    page: '/Annots [21 0 R]',
    objects: { 21: '<< /Type /Annot /Subtype /Stamp /Rect [72 640 372 700] >>' },
  }),
};
const empty: Readonly<Record<string, string | Uint8Array>> = {
  'pictures.html': '<!DOCTYPE html><html><body><p><img src="1.jpg"></p></body></html>',
  'hidden.docx': docx({ body: p(r('县水务局牵头。', '<w:vanish/>')) }),
  'blank.txt': '\ufeff \r\n　　\r\n',
};

const folder = mkdtempSync(join(tmpdir(), 'extract-left-out-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, bytes: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const extract = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'lib/cli/extract.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  });

describe('what is left out of a file', () => {
  it.each(Object.keys(papers))('is said in the same words beside it, in it and above the ledger: %s', (name) => {
    const path = put(name, papers[name]!);
    const { status, stdout, stderr } = extract(path);
    const { document, measures } = JSON.parse(stdout) as {
      document: { warnings: { code: string; text: string }[] };
      measures: unknown[];
    };
    expect([status, measures.length, document.warnings.length]).toEqual([0, 2, 1]);
    const { text } = document.warnings[0]!;
    expect(stderr).toBe(`${path}: ${text}\n`);
    expect(extract('--format', 'md', path).stdout).toContain(`${name}：${text}`);
  });

  it.each(Object.keys(empty))('is an error with its reason where nothing is left: %s', (name) => {
    const path = put(`empty-${name}`, empty[name]!);
    const { status, stdout, stderr } = extract(path);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}: .*\\p{Script=Han}{4}.*\n$`, 'u'));
  });
});
