import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import ICAL from 'ical.js';
import mammoth from 'mammoth';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';

const TEXT = `临澜县人民政府办公室关于印发《临澜县水库巡护工作方案》的通知
临政办〔2026〕21号

各乡镇人民政府、县政府各部门：
现将《临澜县水库巡护工作方案》印发给你们，请认真贯彻执行。

一、重点任务
1. 建立巡护制度。各水库每月巡查不少于两次。
牵头单位：县水利局
参加单位：各乡镇人民政府
2. 完善巡护台账。对问题逐项登记，2026年9月底前完成。
牵头单位：县水利局
参加单位：县司法局、县财政局
3. 公开巡护信息。及时发布水质情况。
牵头单位：县生态环境局
参加单位：县应急管理局

临澜县人民政府办公室
2026年3月16日
`;

const folder = mkdtempSync(join(tmpdir(), 'extract-ledger-'));
const file = join(folder, 'plan.txt');
writeFileSync(file, TEXT);
afterAll(() => rmSync(folder, { recursive: true }));

function extract(...args: string[]) {
  const whole = ['--import', 'tsx', 'lib/cli/extract.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, whole, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const justice = ['--unit', '县水利局', '--region', '临澜县'];

describe('extract --format … --out FILE', () => {
  it('writes a workbook of the unit’s duties and nothing to standard output', async () => {
    const out = join(folder, 'ledger.xlsx');
    expect(extract(...justice, '--format', 'xlsx', '--out', out, file)).toEqual({ status: 0, stdout: '', stderr: '' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const sheet = book.worksheets[0]!;
    expect(sheet.getCell('A1').value).toBe('县水利局工作台账');
    const heads = sheet.getRow(3).values as string[];
    const cell = (row: number, head: string) => sheet.getCell(row, heads.indexOf(head)).value;
    expect([4, 5].map((row) => cell(row, '举措'))).toEqual(['建立巡护制度', '完善巡护台账']);
    expect(cell(4, '举措全文')).toBe('各水库每月巡查不少于两次。');
    expect(cell(5, '截止日期')).toEqual(new Date('2026-09-30T00:00:00Z'));
    expect(sheet.rowCount).toBe(5);
  });

  it('takes the format from the name, and without a unit writes all measures', async () => {
    const out = join(folder, 'ledger.docx');
    expect(extract('--out', out, file).status).toBe(0);
    const { value } = await mammoth.extractRawText({ path: out });
    for (const words of ['建立巡护制度', '完善巡护台账', '公开巡护信息']) expect(value).toContain(words);
  });

  it('writes a calendar of what has a date, and says what has none', () => {
    const { status, stdout, stderr } = extract('--format', 'ics', file);
    expect([status, stderr]).toEqual([0, '1 of 3 have neither a date nor a recurrence and are left out\n']);
    const events = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents('vevent');
    expect(events.map((event) => String(event.getFirstPropertyValue('summary')))).toEqual([
      expect.stringMatching(/^建立巡护制度（/),
      '完善巡护台账',
    ]);
  });

  it.each(['csv', 'md', 'json'])('writes %s to a file as to standard output', (format) => {
    const out = join(folder, `same.${format}`);
    const said = extract(...justice, '--format', format, file);
    expect(extract(...justice, '--format', format, '--out', out, file)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8')).toBe(said.stdout);
    if (format !== 'csv') return;
    const rows = Papa.parse<string[]>(said.stdout.slice(1).trim()).data;
    expect(rows).toHaveLength(3);
    expect(rows[0]).toHaveLength(21);
  });

  it.each<[string, string[], RegExp]>([
    ['a format that is none', ['--format', 'pdf'], /unknown format pdf/],
    ['a workbook without a file', ['--format', 'xlsx'], /--format xlsx needs --out FILE/],
    ['no name for the file', ['--out', ''], /--out needs the name of a file/],
    ['no files', [], /usage: extract/],
  ])('%s is a wrong request: how it goes on standard error, status 2', (_, args, said) => {
    const { status, stdout, stderr } = extract(...args, ...(args.length > 0 ? [file] : []));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
    expect(stderr).toMatch(/usage: extract .*--out FILE/);
  });

  it('says what could not be written, status 1', () => {
    const out = join(folder, 'no-such-folder', 'a.csv');
    const { status, stderr } = extract('--out', out, file);
    expect(status).toBe(1);
    expect(stderr).toContain(`cannot write ${out}: `);
  });

  it('leaves a file alone when nothing could be read', () => {
    const out = join(folder, 'kept.csv');
    writeFileSync(out, 'kept');
    const { status } = extract('--out', out, join(folder, 'missing.txt'));
    expect([status, readFileSync(out, 'utf8')]).toEqual([1, 'kept']);
    expect(existsSync(join(folder, 'missing.txt'))).toBe(false);
  });
});
