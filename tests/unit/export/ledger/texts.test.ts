// @vitest-environment happy-dom
import { marked } from 'marked';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { chatText } from '../../../../lib/export/ledger/chat';
import { type ColumnChoice, columnsOf, csvSet, officeSet, standardSet } from '../../../../lib/export/ledger/choice';
import { ledgerCsv } from '../../../../lib/export/ledger/csv';
import { ledgerHtml } from '../../../../lib/export/ledger/html';
import { ledgerOf } from '../../../../lib/export/ledger/ledger';
import { ledgerMarkdown } from '../../../../lib/export/ledger/markdown';
import { sheetNames } from '../../../../lib/export/ledger/sheet-names';
import { tasksCsv } from '../../../../lib/export/tasks';
import type { DocumentHead, TaskRecord } from '../../../../lib/store/types';
import { document, duties, row } from './rows';

const set = (...keys: string[]): ColumnChoice[] => keys.map((key) => ({ key }));

describe('columns of a ledger', () => {
  it('stand in the order chosen, once each, with widths and headings of one’s own', () => {
    const columns = columnsOf([
      { key: 'status', width: 400 },
      { key: 'own:领导批示', width: 0 },
      { key: 'title', heading: ' 工作任务 ' },
      { key: 'status' },
      { key: 'from-a-later-version' },
    ]);
    expect(columns.map(({ heading, width }) => [heading.zh, width])).toEqual([
      ['状态', 120],
      ['领导批示', 3],
      ['工作任务', 20],
    ]);
    expect(columns[1]!.value(row(), 0)).toBeNull();
  });

  it('are the standard ones where nothing of a choice is left', () => {
    expect(columnsOf([{ key: 'gone' }]).map(({ key }) => key)).toEqual(standardSet.map(({ key }) => key));
  });

  it('of the 台账 leave out what no row says, and the document where the line above says it', () => {
    const keys = (named: boolean, ...rows: ReturnType<typeof row>[]) => officeSet(rows, named).map(({ key }) => key);
    expect(keys(true, row({ url: 'file:///a.pdf', recurrenceText: '每季度' }))).toEqual(
      'index number title text role lead participants deadline due recurrence status note'.split(' '),
    );
    expect(keys(false, row())).toContain('document');
  });

  it('tell the whole measure, or the excerpt where that is all there is', () => {
    const ledger = ledgerOf([row({}, '整条举措。'), row({ excerpt: '摘录。' })], { columns: set('text') });
    expect(ledger.sheets[0]!.rows).toEqual([['整条举措。'], ['摘录。']]);
  });
});

describe('tasks that no document holds', () => {
  it('stand in a table of their own, and are no document that is counted', () => {
    const byHand = { ...row({ documentId: 'hand', origin: 'hand' }), document: undefined };
    const { sheets } = ledgerOf([row(), byHand], { grouping: 'document' });
    expect(sheets.map(({ name }) => name)).toEqual(['临澜县政务服务提升实施方案', '文件以外的任务']);
    expect(ledgerOf([row(), byHand]).sheets[0]!.line).toMatch(/^文件 1 份　共 2 项/);
    expect(ledgerOf([byHand]).sheets[0]!.line).toMatch(/^共 1 项/);
  });
});

describe('names of sheets', () => {
  it('are as spreadsheet programs take them', () => {
    const long = '关于进一步做好全县便民服务点规范化建设和日常运行管理有关工作的通知';
    const names = sheetNames([long, long, "'[a]/b:c*?\\'", '', 'History', '\ud83d\ude00'.repeat(20)]);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).toMatch(/^[^'[\]\\/:*?]+$/);
      expect(name.isWellFormed()).toBe(true);
    }
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names[1]).toMatch(/\(2\)$/);
  });
});

describe('a ledger as CSV', () => {
  it('of the standard columns is the task list’s, to the byte', () => {
    const rows = [row(), row({ id: 'task-2', note: '=1+1' })];
    const head = { ...document, id: row().task.documentId } as DocumentHead;
    const tasks = rows.map(({ task }) => ({ ...task, selectors: [] }) as TaskRecord);
    expect(ledgerCsv(ledgerOf(rows, { columns: standardSet }))).toBe(tasksCsv(tasks, [head]));
  });

  it('stands under one head, whatever the tables', () => {
    const rows = [row(), { ...row({ documentId: 'doc-2', title: '另一项' }), document: undefined }];
    const csv = ledgerCsv(ledgerOf(rows, { columns: set('index', 'title'), grouping: 'document' }));
    expect(Papa.parse(csv.slice(1).trim()).data).toEqual([
      ['序号', '举措'],
      ['1', '设立跨镇办理窗口'],
      ['2', '另一项'],
    ]);
  });
});

describe('a ledger as Markdown', () => {
  it('is a table whose cells hold their text whatever it is', () => {
    const notes = [
      'a|b',
      '<b>粗</b>',
      '*星* _下划_ `码` [x](y) ~~删~~ ![图](z)',
      '&lt;',
      '第一行\n第二行',
      '\\',
      '# 一',
    ];
    const markdown = ledgerMarkdown(
      ledgerOf(
        notes.map((note) => row({ note })),
        { columns: set('note', 'url') },
      ),
    );
    const page = new DOMParser().parseFromString(marked.parse(markdown) as string, 'text/html');
    expect(page.querySelector('h1')?.textContent).toBe('工作台账');
    const cells = [...page.querySelectorAll('tbody td:first-child')];
    expect(cells.map((cell) => cell.innerHTML.replace('<br>', '\n'))).toEqual(
      notes.map((note) => note.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')),
    );
    expect(page.querySelector('a')?.getAttribute('href')).toBe('https://www.linlan.gov.cn/zfxxgk/2026/12.html');
  });
});

describe('a ledger for the clipboard', () => {
  it('is a table whose cells of text stay text where they are pasted into a spreadsheet', () => {
    const ledger = ledgerOf([row({ number: '1-1', note: '<i>&"\n二' })], {
      columns: set('index', 'number', 'due', 'note', 'url'),
      returnable: true,
    });
    const page = new DOMParser().parseFromString(ledgerHtml(ledger), 'text/html');
    const cells = [...page.querySelectorAll('td')];
    expect(cells.map((cell) => cell.textContent)).toEqual(['1', '1-1', '2026-06-30', '<i>&"二', '原文']);
    expect(cells.map((cell) => /mso-number-format:'([^']*)'/.exec(cell.getAttribute('style')!)?.[1])).toEqual([
      undefined,
      '\\@',
      'yyyy-mm-dd',
      '\\@',
      '\\@',
    ]);
  });

  it('for a chat is a line or two a duty, under the name of its document', () => {
    const rows = [
      row(),
      { ...row({ documentId: 'b', title: '二', number: null, lead: [], dueDate: null }), document: undefined },
    ];
    expect(chatText(rows)).toBe(
      [
        '《临澜县政务服务提升实施方案》（临政办〔2026〕12号）',
        '1. 设立跨镇办理窗口（原文第3项）',
        '   牵头：县行政审批局；参加：各乡镇人民政府、县司法局；时限：2026-06-30；状态：待办',
        '',
        '其他事项',
        '2. 二',
        '   参加：各乡镇人民政府、县司法局；时限：6月底前；状态：待办',
      ].join('\n'),
    );
    expect(chatText(duties(3)).split('\n')).toHaveLength(7);
  });
});

describe('what is known of following up', () => {
  const followed = row({
    handlers: ['陈工'],
    word: '滞后',
    progress: [
      {
        id: 'e',
        on: '2026-03-28',
        text: '过半',
        percent: 55,
        problem: '',
        next: '验收',
        by: '',
        at: '2026-03-28T00:00:00.000Z',
      },
    ],
    moves: [{ on: '2026-03-01', from: '2026-05-31', to: '2026-06-30', reason: '等批复' }],
    steps: [{ id: 's', text: '选址', done: true }],
  });

  it('stands behind the columns of the CSV, which without it is what it has always been', () => {
    expect(csvSet([row()])).toEqual(standardSet);
    const [head, line] = ledgerCsv(ledgerOf([followed], { columns: csvSet([followed]) })).split('\r\n');
    expect(head!.split(',').slice(20)).toEqual(
      '任务ID,承办人,办理状态,工作进展,下一步措施,完成比例,进展日期,进展记录,延期情况,工作步骤'.split(','),
    );
    expect(line).toMatch(
      /,task-1,陈工,滞后,过半,验收,55%,2026-03-28,2026-03-28（55%）：过半 下一步：验收,2026-05-31→2026-06-30（等批复）,☑选址$/,
    );
  });

  it('comes into the 台账 where there is any, the office’s own status word in place of ours', () => {
    const keys = officeSet([row(), followed], true).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['handlers', 'word', 'latest', 'next']));
    expect(keys).not.toContain('status');
    expect(keys).not.toContain('leaders');
    expect(officeSet([row()], true).map(({ key }) => key)).toContain('status');
  });

  it('divides a ledger into a table for each office', () => {
    const rows = [row({ offices: ['审批股'] }), row(), row({ offices: ['法制股', '审批股'] })];
    expect(ledgerOf(rows, { grouping: 'offices' }).sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['审批股', 2],
      ['未分派', 1],
      ['法制股', 1],
    ]);
  });
});
