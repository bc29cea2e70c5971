// @vitest-environment happy-dom
import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { fixedDifferences } from '../../../../lib/export/ledger/back/fixed';
import { annexSet, columnsOf, standardSet } from '../../../../lib/export/ledger/choice';
import { writeLedger } from '../../../../lib/export/ledger/write';
import { settled } from '../../../../lib/follow/settle';
import { row } from './rows';

const now = new Date('2026-11-20T08:00:00Z');
const once = row({ id: 'moved', deadlineText: '12月底前', dueDate: '2026-12-31' });
const moved = row({ ...once.task, ...settled(once.task, { dueDate: '2027-01-15' }, now) });
const recurring = row({
  id: 'recurring',
  deadlineText: null,
  recurrenceText: '每季度末月25日前',
  repeat: { text: '每季度末月25日前', until: null },
  dueDate: '2026-12-25',
});
const ongoing = row({ id: 'ongoing', deadlineText: '长期坚持', dueDate: null });
const own = row({ id: 'own', deadlineText: null, dueDate: '2026-12-10' });

it('moved dates stand behind the printed words, in every form', async () => {
  const words = '12月底前（现为2027-01-15）';
  const csv = await (await writeLedger('csv', [moved, once])).text();
  const read = Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data;
  expect(read.slice(0, 2).map(({ 完成时限, 截止日期 }) => [完成时限, 截止日期])).toEqual([
    [words, '2027-01-15'],
    ['12月底前', '2026-12-31'],
  ]);
  const book = new ExcelJS.Workbook();
  const xlsx = await writeLedger('xlsx', [moved], { columns: standardSet });
  await book.xlsx.load(await xlsx.arrayBuffer());
  expect(book.worksheets[0]!.getSheetValues().flatMap((line) => (line as unknown[] | undefined) ?? [])).toContain(
    words,
  );
  const docx = await writeLedger('docx', [moved], { columns: standardSet });
  expect((await mammoth.extractRawText({ buffer: Buffer.from(await docx.arrayBuffer()) })).value).toContain(words);
  const ics = await (await writeLedger('ics', [moved])).text();
  expect(ics.replaceAll('\r\n ', '')).toContain(`完成时限：${words}`);
});

it('a date taken away is said, and one put back is the printed one again', () => {
  const cell = (of: ReturnType<typeof row>) => columnsOf([{ key: 'deadline' }])[0]!.value(of, 0);
  expect(cell(row({ ...once.task, ...settled(once.task, { dueDate: null }, now) }))).toBe('12月底前（现不设期限）');
  expect(cell(row({ ...moved.task, ...settled(moved.task, { dueDate: '2026-12-31' }, now) }))).toBe('12月底前');
  const deadlines = [
    { text: '年底前完成', date: '2026-12-31' },
    { text: '6月底前成案', date: '2026-06-30' },
  ];
  const several = row({ deadlines, deadlineText: '年底前完成', dueDate: '2026-06-30' });
  const later = row({ ...several.task, ...settled(several.task, { dueDate: '2026-08-31' }, now) });
  expect(cell(later)).toBe('年底前完成；6月底前成案（现为2026-08-31）');
});

it('of what comes every year the words hold on, but for the one time that was moved', () => {
  const cell = (of: typeof once.task) => columnsOf([{ key: 'deadline' }])[0]!.value({ ...once, task: of }, 0);
  const words = '每年11月底前';
  const yearly = { ...once.task, deadlineText: words, dueDate: '2026-11-30', repeat: { text: words, until: null } };
  const late = { ...yearly, ...settled(yearly, { dueDate: '2026-12-15' }, now) };
  expect(cell(late)).toBe('每年11月底前（现为2026-12-15）');
  const next = { ...late, ...settled(late, { status: 'done' }, now) };
  expect([next.dueDate, cell(next as typeof late)]).toEqual(['2027-11-30', words]);
});

it('the annex says of each duty when it is due now', async () => {
  const rows = [moved, once, recurring, ongoing, own];
  const [column] = columnsOf(annexSet(rows, true).filter(({ key }) => key === 'limit'));
  expect(column!.heading.zh).toBe('完成时限');
  expect(rows.map((each) => column!.value(each, 0))).toEqual([
    '12月底前（现为2027-01-15）',
    '12月底前',
    '每季度末月25日前（下次2026-12-25）',
    '长期坚持',
    '2026-12-10',
  ]);
  // Recurring duties alone want it, too.
  expect(annexSet([recurring, once], true).map(({ key }) => key)).toContain('limit');
  const docx = await writeLedger('docx', rows);
  expect((await mammoth.extractRawText({ buffer: Buffer.from(await docx.arrayBuffer()) })).value).toContain(
    '每季度末月25日前（下次2026-12-25）',
  );
});

it('what tells of the new date is no difference when a ledger comes back', () => {
  const back = (text: string) =>
    ({ place: { sheet: '', row: 2 }, cells: new Map([['deadline', { text, date: null, hidden: false }]]) }) as never;
  expect(fixedDifferences(moved, back('12月底前'))).toEqual([]);
  expect(fixedDifferences(once, back('12月底前（现为2027-01-15）'))).toEqual([]);
  expect(fixedDifferences(recurring, back('每季度末月25日前（下次2026-12-25）'))).toEqual([]);
  expect(fixedDifferences(once, back('11月底前'))).toHaveLength(1);
});
