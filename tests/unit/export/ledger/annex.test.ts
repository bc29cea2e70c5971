import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { annexSet, csvSet } from '../../../../lib/export/ledger/choice';
import { columnsInUse, freshMemory } from '../../../../lib/export/ledger/memory';
import { writeLedger } from '../../../../lib/export/ledger/write';
import { row } from './rows';

describe('the columns of a Word ledger', () => {
  const progress = [
    {
      id: 'p',
      on: '2026-03-28',
      text: '已选址',
      percent: 40,
      problem: '',
      next: '',
      by: '',
      at: '2026-03-28T00:00:00Z',
    },
  ];
  const full = {
    lead: ['县司法局'],
    participants: ['县财政局'],
    responsible: ['各镇'],
    leaders: ['赵县长'],
    offices: ['法制股'],
    handlers: ['陈工'],
    progress,
    doneOn: '2026-04-01',
  };
  const keys = (set: readonly { readonly key: string }[]) => set.map(({ key }) => key);

  it('are those of a notice’s annex, nine at the most, whatever is known of the duties', () => {
    const rows = [row(full, '逐项登记办理情况，按月核对。'.repeat(9)), row({ ...full, id: 'b' })];
    expect(keys(annexSet(rows, true))).toEqual([
      'index',
      'title',
      'lead',
      'participants',
      'responsible',
      'due',
      'offices',
      'latest',
      'note',
    ]);
    expect(annexSet(rows, false).length).toBeLessThanOrEqual(9);
    expect(keys(annexSet([row({ deadlineText: '长期坚持', dueDate: null })], true))).toContain('limit');
  });

  it('leave out what would stand empty, and give the whole measure the room', () => {
    const bare = row(
      { lead: ['县司法局'], participants: [], responsible: [] },
      '逐项登记办理情况，按月核对。'.repeat(9),
    );
    expect(keys(annexSet([bare], true))).toEqual(['index', 'title', 'text', 'lead', 'due', 'note']);
  });

  it('are the default of the dialog and of the file, and give way to what an office chose', async () => {
    const rows = [row(full), row({ ...full, id: 'b' })];
    const memory = { ...freshMemory, format: 'docx' as const };
    expect(columnsInUse(memory, rows)).toEqual(annexSet(rows, true));
    const sets = [{ id: 's', name: '自选', columns: [{ key: 'title' }, { key: 'leaders' }] }];
    expect(columnsInUse({ ...memory, sets, set: 's' }, rows)).toEqual(sets[0]!.columns);
    expect(columnsInUse({ ...memory, set: 'standard' }, rows)).toEqual(csvSet(rows));
    const heads = async (columns?: readonly { key: string }[]) => {
      const blob = await writeLedger('docx', rows, columns ? { columns } : {});
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await blob.arrayBuffer()) });
      return value.match(/<th>.*?<\/th>/g)?.length;
    };
    expect(await heads()).toBe(annexSet(rows, true).length);
    expect(await heads(csvSet(rows))).toBe(csvSet(rows).length);
  });
});
