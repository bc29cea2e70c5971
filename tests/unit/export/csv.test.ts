import fc from 'fast-check';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { handedOn, publicUrl } from '../../../lib/export/address';
import { annotationsCsv } from '../../../lib/export/annotations';
import { annotationsMarkdown } from '../../../lib/export/annotations-markdown';
import { csvBlob, toCsv } from '../../../lib/export/csv';
import { formula, unguarded } from '../../../lib/export/guard';
import { chatText } from '../../../lib/export/ledger/chat';
import { ledgerHtml } from '../../../lib/export/ledger/html';
import { ledgerOf } from '../../../lib/export/ledger/ledger';
import { writeLedger } from '../../../lib/export/ledger/write';
import { exportName } from '../../../lib/export/name';
import { tasksCsv } from '../../../lib/export/tasks';
import { annotationsJsonLd } from '../../../lib/export/web-annotation/write';
import type { AnnotationRecord, DocumentHead, TaskRecord } from '../../../lib/store/types';
import { annotation, policy, seen, task } from '../store/samples';

const head: DocumentHead = {
  id: seen.id,
  title: policy.title,
  docNumber: policy.docNumber,
  issuer: policy.issuer,
  date: policy.date,
  region: policy.region,
  urls: [seen.url],
  fingerprint: seen.fingerprint,
  firstSeen: '2026-03-05T08:00:00.000Z',
  lastSeen: '2026-03-05T08:00:00.000Z',
};
const instant = '2026-03-05T08:00:00.000Z';
const record: TaskRecord = { ...task, id: 'task-1', created: instant, updated: instant };
const note: AnnotationRecord = { ...annotation, id: 'note-1', created: instant, updated: instant };

describe('addresses that leave the machine', () => {
  it.each([
    ['https://www.linlan.gov.cn/a.html', 'https://www.linlan.gov.cn/a.html'],
    ['https://www.linlan.gov.cn/a.pdf#dutymark-file', 'https://www.linlan.gov.cn/a.pdf'],
    ['https://www.linlan.gov.cn/a.html#part', 'https://www.linlan.gov.cn/a.html#part'],
    ['file:///C:/Users/li/a.pdf#dutymark-file', 'file:///a.pdf'],
    ['file:///a.pdf', 'file:///a.pdf'],
    ['dutymark:sample', 'dutymark:sample'],
  ])('%s is told as %s', (url, told) => expect(publicUrl(url)).toBe(told));

  it.each([
    ['https://www.linlan.gov.cn/a.pdf#dutymark-file', 'https://www.linlan.gov.cn/a.pdf'],
    ['file:///C:/Users/li/%E6%96%B9%E6%A1%88%201.pdf#dutymark-file', '方案 1.pdf'],
    ['file:///%E6%96%B9%E6%A1%88.docx', '方案.docx'],
    ['documents/004.txt', 'documents/004.txt'],
    ['dutymark:sample', 'dutymark:sample'],
  ])('%s is handed on as %s', (url, told) => expect(handedOn(url)).toBe(told));

  it('are handed on as names in every form, none as an address of this machine', async () => {
    const url = 'file:///C:/Users/li/%E6%96%B9%E6%A1%88.pdf#dutymark-file';
    const [task, marked] = [
      { ...record, url },
      { ...note, url },
    ];
    const rows = [{ task, document: head }];
    const columns = ['title', 'url'].map((key) => ({ key }));
    const texts = [
      tasksCsv([task], [head]),
      annotationsCsv([marked], [head]),
      annotationsJsonLd([marked], [head]),
      annotationsMarkdown([marked], [head]),
      ledgerHtml(ledgerOf(rows, { columns })),
      chatText(rows),
      await (await writeLedger('csv', rows, { columns })).text(),
      await (await writeLedger('md', rows, { columns })).text(),
      await (await writeLedger('ics', rows)).text(),
    ];
    for (const text of texts) expect(text).not.toMatch(/file:\/|Users|%E6/);
    for (const text of [texts[0], texts[1], texts[2], texts[3], texts[4], texts[6], texts[7]])
      expect(text).toContain('方案.pdf');
    for (const format of ['xlsx', 'docx'] as const) {
      const bytes = new Uint8Array(await (await writeLedger(format, rows, { columns })).arrayBuffer());
      const parts = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part));
      expect(parts.join('\n')).not.toMatch(/file:\/|Users|%E6/);
      expect(parts.some((part) => part.includes('方案.pdf'))).toBe(true);
    }
  });
});

/** As another program reads it: byte order mark off, RFC 4180. */
function read(csv: string): string[][] {
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(csv.slice(1), {
    skipEmptyLines: false,
    newline: '\r\n',
    delimiter: ',',
  });
  expect(errors).toEqual([]);
  expect(data.pop()).toEqual(['']);
  return data;
}

describe('tasks', () => {
  it('have the columns of the design, in order, and Chinese words', () => {
    const [heads, row] = read(tasksCsv([record], [head]));
    expect(heads?.join(', ')).toBe(
      '序号, 文件标题, 发文字号, 发文机关, 成文日期, 章节, 编号, 举措, 本单位角色, 牵头单位, 参加单位, 责任单位, 完成时限, 截止日期, 频次, 状态, 标签, 备注, 原文摘录, 原文链接, 任务ID',
    );
    expect(row).toEqual([
      '1',
      '临澜县政务服务提升实施方案',
      '临政办〔2026〕12号',
      '临澜县人民政府办公室',
      '2026-03-02',
      '一、优化窗口服务 › （二）推进一窗受理',
      '3',
      '设立跨镇办理窗口',
      '牵头',
      '县行政审批局',
      '各乡镇人民政府、县司法局',
      '',
      '6月底前',
      '2026-06-30',
      '',
      '待办',
      '窗口',
      '',
      '在各乡镇便民服务中心设立跨镇办理窗口，6月底前全部开通。',
      'https://www.linlan.gov.cn/zfxxgk/2026/12.html',
      'task-1',
    ]);
  });

  it('word every status and certainty, count from 1, and stand a document that is missing', () => {
    const tasks = (['open', 'doing', 'done', 'dropped'] as const).map((status) => ({ ...record, status }));
    const [, ...rows] = read(tasksCsv([...tasks, { ...record, certainty: 'possible', role: 'participant' }], []));
    expect(rows.map((row) => row[0])).toEqual(['1', '2', '3', '4', '5']);
    expect(rows.map((row) => row[15])).toEqual(['待办', '进行中', '已完成', '不办', '待办']);
    expect(rows[4]?.[8]).toBe('参加（可能涉及）');
    expect(rows[0]?.slice(1, 5)).toEqual(['', '', '', '']);
  });

  it('name a default deadline as one', () => {
    const [, row] = read(tasksCsv([{ ...record, deadlineText: '各项任务年底前完成', dueByDefault: true }], []));
    expect(row?.[12]).toBe('各项任务年底前完成（默认时限）');
  });

  it('with no rows are a head line', () => {
    expect(read(tasksCsv([], []))).toHaveLength(1);
  });
});

describe('annotations', () => {
  it('have the columns of the design', () => {
    const [heads, row] = read(annotationsCsv([note], [head]));
    expect(heads?.join(', ')).toBe(
      '序号, 文件标题, 发文字号, 章节, 编号, 标注原文, 批注, 标签, 颜色, 创建时间, 修改时间, 原文链接, 批注ID',
    );
    expect(row?.slice(4, 9)).toEqual(['3', '6月底前全部开通', '问清楚由谁验收', '待核实', '黄']);
    expect(row?.[9]).toMatch(/^2026-03-05 \d\d:00:00$/);
  });
});

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n"\',;县 1\u00a0\u3000\u200b\ufeff\0\u202e\u00ad\u001f\u2066'),
    maxLength: 8,
  }),
);

describe('any cell', () => {
  it('reads back as it was once the guard is off', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), (rows) => {
        const columns = [0, 1, 2].map((at) => ({ head: `c${at}`, cell: (row: string[]) => row[at] ?? '' }));
        const [, ...back] = read(toCsv(columns, rows));
        expect(back.map((row) => row.map(unguarded))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('never stands in the file as a formula', () => {
    fc.assert(
      fc.property(cell, (value) => {
        const rows = read(toCsv([{ head: 'c', cell: (row: string) => row }], [value]));
        expect(rows[1]?.[0]).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      }),
    );
    const csv = tasksCsv([{ ...record, title: '=HYPERLINK("http://x")', note: '-2+3', tags: ['@tag'] }], [head]);
    const [, row] = read(csv);
    expect([row?.[7], row?.[17], row?.[16]]).toEqual([`'=HYPERLINK("http://x")`, "'-2+3", "'@tag"]);
  });

  it.each(['\0', '\u202e', '\u00ad', '\u2066', '\u001f', '\u200e', ' \0\u202e'])(
    'is none behind %j either',
    (hidden) => {
      const rows = read(toCsv([{ head: 'c', cell: (row: string) => row }], [`${hidden}=1+1`]));
      expect(rows[1]?.[0]).toBe(`'${hidden}=1+1`);
    },
  );

  it('is told apart from one that was written with an apostrophe', () => {
    expect(unguarded("'平常")).toBe("'平常");
    expect(formula.test("''=1")).toBe(true);
  });
});

describe('the file', () => {
  it('is UTF-8 with a byte order mark and CRLF only between records', async () => {
    const bytes = new Uint8Array(await csvBlob(tasksCsv([record], [head])).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  it('has a name that says what and when', () => {
    expect(exportName('tasks', 'csv', new Date(2026, 10, 21))).toBe('政笺-任务清单-2026-11-21.csv');
    expect(exportName('backup', 'json', new Date(2026, 0, 2))).toBe('政笺-备份-2026-01-02.json');
  });
});
