// @vitest-environment happy-dom
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { fixedDifferences } from '../../../../lib/export/ledger/back/fixed';
import { calendarOf } from '../../../../lib/export/ledger/calendar';
import { chatText } from '../../../../lib/export/ledger/chat';
import { paperSet } from '../../../../lib/export/ledger/choice';
import { ledgerHtml } from '../../../../lib/export/ledger/html';
import { ledgerOf } from '../../../../lib/export/ledger/ledger';
import { writeLedger } from '../../../../lib/export/ledger/write';
import { row } from './rows';

const deadlines = [
  { text: '年底前全部完成', date: '2026-12-31' },
  { text: '6月底前完成方案', date: '2026-06-30' },
];
const two = row({ deadlines, deadlineText: '年底前全部完成', dueDate: '2026-06-30' });
const words = '年底前全部完成；6月底前完成方案';

it('every limit stands in the cell, in the order printed, and the next one in 截止日期', async () => {
  const csv = await (await writeLedger('csv', [two])).text();
  const [read] = Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data;
  expect([read!.完成时限, read!.截止日期]).toEqual([words, '2026-06-30']);

  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await writeLedger('xlsx', [two])).arrayBuffer());
  const cells = book.worksheets[0]!.getSheetValues().flatMap((line) => (line as unknown[] | undefined) ?? []);
  expect(cells).toContain(words);
  expect(cells.filter((cell) => cell instanceof Date).map((day) => (day as Date).toISOString().slice(0, 10))).toContain(
    '2026-06-30',
  );

  const docx = unzipSync(new Uint8Array(await (await writeLedger('docx', [two])).arrayBuffer()));
  expect(strFromU8(docx['word/document.xml']!)).toContain(words);
  expect(await (await writeLedger('md', [two])).text()).toContain(words);
  expect(ledgerHtml(ledgerOf([two], { columns: paperSet([two]) })), 'print').toContain(words);
  expect(chatText([two])).toContain(`时限：${words}`);
});

const events = (ics: string) =>
  new ICAL.Component(ICAL.parse(ics))
    .getAllSubcomponents('vevent')
    .map((event) => ['uid', 'dtstart', 'summary'].map((name) => String(event.getFirstPropertyValue(name))));

it('a calendar has a day for each, which keeps its uid when it is met or moved', () => {
  const title = two.task.title;
  expect(events(calendarOf([two]))).toEqual([
    ['task-1@dutymark', '2026-06-30', `${title}（6月底前完成方案）`],
    ['task-1-2@dutymark', '2026-12-31', `${title}（年底前全部完成）`],
  ]);
  const met = [deadlines[0]!, { ...deadlines[1]!, done: '2026-06-20' }];
  expect(events(calendarOf([row({ ...two.task, deadlines: met, dueDate: '2027-01-15' })]))).toEqual([
    ['task-1@dutymark', '2026-06-30', `（已完成）${title}（6月底前完成方案）`],
    ['task-1-2@dutymark', '2027-01-15', `${title}（年底前全部完成）`],
  ]);
});

it('a ledger from before, with the first limit alone, is no other than the document', () => {
  const cell = { text: '6月底前完成方案', date: null, hidden: false } as never;
  const back = { place: { sheet: '', row: 2 }, cells: new Map([['deadline', cell]]) } as never;
  expect(fixedDifferences(two, back)).toEqual([]);
});
