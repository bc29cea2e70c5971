import { describe, expect, it } from 'vitest';
import type { ForeignKey } from '../../../../lib/export/ledger/back/foreign-keys';
import { standardSet } from '../../../../lib/export/ledger/choice';
import {
  addMappings,
  addSets,
  columnsInUse,
  dropSet,
  freshMemory,
  type KnownMapping,
  keepMapping,
  keepSet,
  keepWritten,
  ownHeadings,
  readMemory,
  writtenBefore,
} from '../../../../lib/export/ledger/memory';
import { row } from './rows';

const columns = [
  { key: 'title', width: 30 },
  { key: 'own:批示', heading: '批示' },
];

describe('column sets that are kept', () => {
  it('have a name, are used at once, and are replaced under it', () => {
    const first = keepSet(freshMemory, ' 月报 ', columns, 'a');
    expect(first).toMatchObject({ set: 'a', sets: [{ id: 'a', name: '月报', columns }] });
    const second = keepSet(keepSet(first, '周报', columns, 'b'), '月报', columns.slice(1), 'c');
    expect(second.sets.map(({ id, columns }) => [id, columns.length])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(second.set).toBe('a');
    expect(dropSet(second, 'a')).toMatchObject({ set: 'auto', sets: [{ id: 'b' }] });
    expect(dropSet(second, 'b').set).toBe('a');
  });

  it('come back from storage as they were; what cannot be used is left out', () => {
    const memory = keepSet({ ...freshMemory, format: 'docx', paper: 'A3', grouping: 'unit' }, '月报', columns, 'a');
    expect(readMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
    for (const broken of [null, 7, [], { sets: 'x', format: 'pdf', paper: 'A5', set: 'gone' }])
      expect(readMemory(broken)).toEqual(freshMemory);
    const half = {
      sets: [{ id: 'a', name: '甲', columns: [{ key: 1 }, { key: 'title' }] }, { id: 'b', columns: [] }, 3],
    };
    expect(readMemory(half).sets).toEqual([{ id: 'a', name: '甲', columns: [{ key: 'title' }] }]);
  });

  it('of a backup are added where they are not here, and nothing else is changed', () => {
    const memory = keepSet({ ...freshMemory, format: 'docx' }, '月报', columns, 'a');
    const kept = [
      { id: 'a', name: '别的名', columns },
      { id: 'x', name: '月报', columns },
      { id: 'b', name: '周报', columns },
      { id: 'c', name: '', columns },
    ];
    expect(addSets(memory, kept)).toEqual({ ...memory, sets: [...memory.sets, kept[2]] });
    expect(addSets(memory, 'broken')).toEqual(memory);
  });

  it('give their own headings to be known by when a ledger comes back', () => {
    const memory = keepSet(
      freshMemory,
      '月报',
      [
        { key: 'title', heading: '工作任务' },
        { key: 'own:批示', heading: '批示' },
      ],
      'a',
    );
    expect(ownHeadings(memory)).toEqual({ 工作任务: 'title' });
  });

  it('in use are one’s own, else what fits the form and the rows', () => {
    const rows = [row()];
    expect(columnsInUse(keepSet(freshMemory, '月报', columns, 'a'), rows)).toEqual(columns);
    expect(columnsInUse({ ...freshMemory, format: 'csv' }, rows)).toEqual(standardSet);
    expect(columnsInUse({ ...freshMemory, set: 'standard' }, rows)).toEqual(standardSet);
    const keys = (memory = freshMemory, more = [row({ documentId: 'b' })]) =>
      columnsInUse(memory, [...rows, ...more]).map(({ key }) => key);
    expect(keys(freshMemory, [])).not.toContain('document');
    expect(keys()).toContain('document');
    expect(keys({ ...freshMemory, grouping: 'document' })).not.toContain('document');
  });
});

describe('when ledgers were written', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 5, day, 8));

  it('is the last time before the file was saved, and unknown before the first', () => {
    const memory = [1, 10, 20].reduce((kept, day) => keepWritten(kept, at(day)), freshMemory);
    expect(writtenBefore(memory, at(15).getTime())).toBe(at(10).toISOString());
    expect(writtenBefore(memory, at(20).getTime())).toBe(at(20).toISOString());
    expect(writtenBefore(memory, at(1).getTime() - 1)).toBeNull();
  });

  it('comes back from storage as far as it is instants, fifty at most', () => {
    const many = Array.from({ length: 60 }, (_, k) => k + 1).reduce(
      (kept, day) => keepWritten(kept, at(day)),
      freshMemory,
    );
    expect(many.written).toHaveLength(50);
    expect(readMemory({ written: [at(3).toISOString(), 'gestern', 7, null] }).written).toEqual([at(3).toISOString()]);
    expect(readMemory({ written: 'x' }).written).toEqual([]);
  });
});

describe('how tables of an office’s own are read', () => {
  const mapping = (signature: string, ...columns: (ForeignKey | null)[]): KnownMapping => ({ signature, columns });

  it('is kept by their heads, the last word counting, and comes back from storage and backups', () => {
    const first = keepMapping(freshMemory, mapping('a|b', 'title', null));
    const second = keepMapping(keepMapping(first, mapping('c', 'title')), mapping('a|b', 'title', 'deadline'));
    expect(second.mappings).toEqual([mapping('a|b', 'title', 'deadline'), mapping('c', 'title')]);
    expect(readMemory(JSON.parse(JSON.stringify(second)))).toEqual(second);
    expect(addMappings(first, second.mappings).mappings).toEqual([
      mapping('a|b', 'title', null),
      mapping('c', 'title'),
    ]);
    const broken = [7, {}, { signature: 'a', columns: 'x' }, { signature: 'b', columns: ['title', 'from-later'] }];
    expect(readMemory({ mappings: broken }).mappings).toEqual([mapping('b', 'title', null)]);
    expect(readMemory({ mappings: 'x' }).mappings).toEqual([]);
  });

  it('is no more than can be looked through', () => {
    const many = Array.from({ length: 40 }, (_, at) => mapping(`head ${at}`, 'title'));
    const memory = many.reduce(keepMapping, freshMemory);
    expect(memory.mappings).toHaveLength(30);
    expect(memory.mappings[0]!.signature).toBe('head 39');
  });
});
