import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { adoptedTasks } from '../../../../lib/export/ledger/back/adopt';
import { firstChoice, patchesOf } from '../../../../lib/export/ledger/back/choose';
import { compareFile } from '../../../../lib/export/ledger/back/compare';
import { additionsOf } from '../../../../lib/export/ledger/back/known-rows';
import type { LedgerRow } from '../../../../lib/export/ledger/types';
import { writeLedger } from '../../../../lib/export/ledger/write';
import type { TaskRecord } from '../../../../lib/store/types';
import { duties } from './rows';

const sent = duties(3);
const now = new Date('2026-12-02T04:00:00Z');
let serial = 0;
const newId = () => `id-${serial++}`;

/** A ledger of ours to which a colleague added two rows, as it came back. */
async function filled(format: 'xlsx' | 'csv'): Promise<Uint8Array> {
  const columns = ['id', 'number', 'title', 'lead', 'due', 'word', 'latest', 'percent', 'handlers', 'note', 'stamp'];
  const blob = await writeLedger(format, sent, { columns: columns.map((key) => ({ key })) });
  const cells = ['', '', '新设两个窗口', '县司法局', '2026-12-25', '进行中', '已选址', '40%', '陈工', '会上加的', ''];
  const again = ['', '7', '新设两个窗口', '县司法局', '', '', '', '', '', '', ''];
  if (format === 'csv') {
    const text = `${await blob.text()}${cells.join(',')}\r\n${again.join(',')}\r\n`;
    return new TextEncoder().encode(text);
  }
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await blob.arrayBuffer());
  book.worksheets[0]!.addRows([cells, again]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const asRow = (task: TaskRecord): LedgerRow => ({ task, document: undefined });

describe.each(['xlsx', 'csv'] as const)('rows that a colleague added to a ledger of ours (.%s)', (format) => {
  it('are new once: taken back a second time they are known, and nothing is offered', async () => {
    const bytes = await filled(format);
    const here = sent.map(({ task }) => task as TaskRecord);
    const first = additionsOf(compareFile(bytes, sent), here, []);
    expect([first.fresh.length, first.known.length, first.offers.length]).toEqual([2, 0, 0]);
    const made = adoptedTasks(
      first.fresh.flatMap(({ task }) => task ?? []),
      { name: '台账', now, newId },
    );
    // All rows are of one document, which no cell names: the task is from there, not from a file called 台账.
    expect(made[0]!.source).toMatchObject({ name: expect.stringContaining(sent[0]!.document!.title!) });
    expect(made.map(({ number, progress }) => [number, progress?.[0]?.percent])).toEqual([
      [null, 40],
      ['7', undefined],
    ]);
    const rows = [...sent, ...made.map(asRow)];
    const second = additionsOf(compareFile(bytes, rows), [...here, ...made], []);
    expect([second.fresh.length, second.known.length, second.offers]).toEqual([0, 2, []]);
  });

  it('change what they became where the file says otherwise, and what was set here since only when asked', async () => {
    const bytes = await filled(format);
    const [first] = additionsOf(compareFile(bytes, sent), [], []).fresh;
    const [made] = adoptedTasks([first!.task!], { name: '台账', now, newId });
    const later = { ...made!, dueDate: '2026-12-20', handlers: [], at: { handlers: '2026-12-03T00:00:00Z' } };
    const { offers } = additionsOf(compareFile(bytes, [...sent, asRow(later)]), [later], []);
    expect(offers.map(({ field, conflict }) => [field, conflict])).toEqual([
      ['dueDate', null],
      ['handlers', 'both'],
    ]);
    const patches = patchesOf(offers, firstChoice(offers), { tasks: [later], own: [], now, newId });
    expect([...patches.values()]).toEqual([{ dueDate: '2026-12-25', dueByDefault: false }]);
  });

  it('that recur are due first within the time that their document plans for', async () => {
    const blob = await writeLedger(format, sent, { columns: ['id', 'title', 'recurrence'].map((key) => ({ key })) });
    const cells = ['', '巡查河道', '每季度末'];
    const book = new ExcelJS.Workbook();
    if (format === 'xlsx') {
      await book.xlsx.load(await blob.arrayBuffer());
      book.worksheets[0]!.addRow(cells);
    }
    const csv = async () => new TextEncoder().encode(`${await blob.text()}${cells.join(',')}\r\n`);
    const bytes = format === 'csv' ? await csv() : new Uint8Array(await book.xlsx.writeBuffer());
    const due = (title: string, begins?: string) => {
      const rows = sent.map(({ task, document }) => ({ task, document: { ...document!, title, begins } }));
      const { fresh } = additionsOf(compareFile(bytes, rows), [], []);
      return adoptedTasks([fresh[0]!.task!], { name: '台账', now, newId })[0]!.dueDate;
    };
    expect(due('河道管护方案')).toBe('2026-12-31');
    expect(due('2027年河道管护方案')).toBe('2027-03-31');
    expect(due('河道管护方案', '2027-04-01')).toBe('2027-06-30');
  });

  it('are none of one’s own tasks with the same title from elsewhere', async () => {
    const bytes = await filled(format);
    const from = (name: string) =>
      adoptedTasks(
        additionsOf(compareFile(bytes, sent), [], []).fresh.flatMap(({ task }) => task ?? []),
        { name: '台账', now, newId },
      ).map((task) => ({ ...task, source: { kind: 'other' as const, name, date: null } }));
    const found = additionsOf(compareFile(bytes, sent), from('另一份文件'), []);
    expect([found.fresh.length, found.known.length, found.offers]).toEqual([2, 0, []]);
  });

  it('are known by the file’s name where nothing names a document, also of a copy of it', async () => {
    const bytes = await filled(format);
    const loose = sent.map(({ task }) => ({ task, document: undefined }));
    const of = (tasks: TaskRecord[], name: string) =>
      additionsOf(compareFile(bytes, [...loose, ...tasks.map(asRow)]), tasks, [], name);
    const made = adoptedTasks(
      of([], '报送台账').fresh.flatMap(({ task }) => task ?? []),
      { name: '报送台账', now, newId },
    );
    expect(of(made, '报送台账 (1)').known).toHaveLength(2);
    expect(of(made, '别的台账').fresh).toHaveLength(2);
  });
});
