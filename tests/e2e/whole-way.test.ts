import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { findOffice } from '../lib/browsers.mjs';
import { annotate, exportCsv, fillTask, measure, openPanelFor, select, showTab, takeOn } from '../lib/drive.mjs';
import { openInOffice } from '../lib/office';
import { type Sites, serve } from '../server/index.mjs';
import { killWorker, readState, type Stage, stage } from './fixture';
import { washedAt } from './sheet';

const TITLES = ['建好乡村便民服务站', '补齐农村供水短板', '零工市场'] as const;
const QUOTE = '一个工作日内转办';
const NOTE = '=HYPERLINK("http://a.example","点我")，与“热线”核对，再报';
const TASK_COLUMNS =
  '序号,文件标题,发文字号,发文机关,成文日期,章节,编号,举措,本单位角色,牵头单位,参加单位,责任单位,完成时限,截止日期,频次,状态,标签,备注,原文摘录,原文链接,任务ID';
const ANNOTATION_COLUMNS = '序号,文件标题,发文字号,章节,编号,标注原文,批注,标签,颜色,创建时间,修改时间,原文链接,批注ID';

let sites: Sites;
let folder: string;
let at: Stage | null = null;
beforeAll(async () => {
  sites = await serve();
});
afterAll(() => sites.close());
afterEach(async () => {
  await at?.close({ keepProfile: false });
  at = null;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** Opens a browser on the same profile, as a user does the next day. */
async function open(): Promise<Stage> {
  at = await stage({ sites, profile: join(folder, 'profile') });
  return at;
}

/** The whole way, with `between` run between any two steps. Returns what was exported. */
async function wholeWay(between: () => Promise<void>) {
  const first = await open();
  const page = await first.open('/policy.html');
  expect(await readState(page)).toEqual({ state: 'task-policy', measures: sample.measures.length });
  await between();
  const panel = await openPanelFor(first, page);
  await between();
  await takeOn(panel, TITLES);
  await between();
  await fillTask(panel, TITLES[0], { tags: ['本周', '便民'], note: NOTE });
  await between();
  await fillTask(panel, TITLES[1], { tags: ['本周'] });
  await between();
  await select(page, '#zoom p', QUOTE);
  await between();
  await annotate(panel, QUOTE, '核对\n第二行');
  await between();
  await first.close({ keepProfile: true });

  const again = await open();
  const reopened = await again.open('/policy.html');
  await readState(reopened);
  await expect.poll(() => washedAt(reopened, QUOTE)).toContain('yellow');
  const side = await openPanelFor(again, reopened);
  await between();
  await showTab(side, '我的任务');
  for (const title of TITLES) await measure(side, title).waitFor();
  await measure(side, TITLES[0]).locator('[data-main]').click();
  expect(await measure(side, TITLES[0]).getByRole('textbox', { name: '备注' }).inputValue()).toBe(NOTE);
  await between();

  const tasks = await again.context.newPage();
  await tasks.goto(again.url('tasks.html'));
  await tasks.getByPlaceholder('筛选举措、备注、单位、文件').fill('供水');
  await tasks.getByText('共 1 项').waitFor();
  await tasks.getByPlaceholder('筛选举措、备注、单位、文件').fill('');
  await tasks.getByText('共 3 项').waitFor();
  await between();
  const taskFile = await exportCsv(tasks, '任务', folder);
  await between();
  const annotationFile = await exportCsv(tasks, '批注', folder);
  return { again, tasks, taskFile, annotationFile };
}

const rowsOf = (path: string) =>
  Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;

describe('the main job', () => {
  it('goes from a policy page to a list that a spreadsheet opens', async () => {
    folder = mkdtempSync(join(tmpdir(), 'dutymark-way-'));
    const { again, tasks, taskFile, annotationFile } = await wholeWay(async () => {});

    const bytes = readFileSync(taskFile);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...rows] = rowsOf(taskFile);
    expect(head?.join()).toBe(TASK_COLUMNS);
    const column = (name: string) => TASK_COLUMNS.split(',').indexOf(name);
    expect(rows.map((row) => row[column('举措')]).sort()).toEqual([...TITLES].sort());
    const station = rows.find((row) => row[column('举措')] === TITLES[0]) as string[];
    const wanted = {
      文件标题: sample.doc.title,
      发文字号: sample.doc.doc_number,
      发文机关: sample.doc.issuer,
      成文日期: sample.doc.date,
      章节: '一、让办事更方便',
      编号: '2',
      牵头单位: '县政务服务中心',
      参加单位: '各乡镇（街道）、县医疗保障局、县供电公司',
      责任单位: '',
      完成时限: '2027年6月底前',
      截止日期: '2027-06-30',
      原文链接: 'https://www.linlan.gov.cn/policy.html',
    };
    for (const [name, value] of Object.entries(wanted)) expect(station[column(name)], name).toBe(value);
    expect(station[column('标签')]?.split(/[；;、,]/)).toEqual(['本周', '便民']);
    expect(station[column('备注')]?.startsWith('=')).toBe(false);
    expect(station[column('备注')]).toContain(NOTE);
    expect(station[column('原文摘录')]).toContain('每个乡镇（街道）建成一处标准化便民服务站');
    expect(rowsOf(annotationFile)[0]?.join()).toBe(ANNOTATION_COLUMNS);
    expect(rowsOf(annotationFile)[1]?.slice(5, 7)).toEqual([QUOTE, '核对\n第二行']);

    if (findOffice()) {
      const office = await openInOffice(taskFile);
      expect(office.formulas).toEqual([]);
      expect(office.rows.length).toBe(4);
      expect(office.rows[0]?.join()).toBe(TASK_COLUMNS);
      const kept = office.rows.find((row) => row[column('举措')] === TITLES[0]) as string[];
      for (const name of ['文件标题', '章节', '牵头单位', '参加单位', '标签', '备注', '原文摘录', '原文链接']) {
        expect(kept[column(name)], name).toBe(station[column(name)]);
      }
      const notes = await openInOffice(annotationFile);
      expect(notes.formulas).toEqual([]);
      expect(notes.rows.length).toBe(2);
      expect(notes.rows[1]?.slice(5, 7)).toEqual([QUOTE, '核对\n第二行']);
    } else {
      console.warn('LibreOffice is not on this machine: the exported files were not read back by it.');
    }

    // Back to the sentence, in the tab that has its page open.
    const page = again.context.pages().find((each) => each.url().endsWith('/policy.html')) as Page;
    await page.evaluate(() => scrollTo(0, 0));
    await tasks.getByRole('tab', { name: /^任务/ }).click();
    await tasks.getByRole('article', { name: TITLES[1] }).getByRole('button', { name: '回到原文' }).click();
    const sentence = page.locator('#zoom p', { hasText: '7.补齐农村供水短板' });
    const inView = () =>
      sentence.evaluate((each) => {
        const { top } = each.getBoundingClientRect();
        return top > 0 && top < 860;
      });
    await expect.poll(inView).toBe(true);
  });

  it('loses nothing when the background is killed between any two steps', async () => {
    folder = mkdtempSync(join(tmpdir(), 'dutymark-kill-'));
    let kills = 0;
    const { taskFile, annotationFile } = await wholeWay(async () => {
      if (at) kills += await killWorker(at);
    });
    expect(kills).toBeGreaterThanOrEqual(8);
    expect(rowsOf(taskFile).length).toBe(4);
    expect(rowsOf(annotationFile).length).toBe(2);
  });
});
