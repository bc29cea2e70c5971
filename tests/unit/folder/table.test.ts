import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderCsv } from '../../../lib/folder/csv';
import type { Row } from '../../../lib/folder/job';
import { countRows, doublesOf, filterRows, namedIn, sortRows, takenOf, wantedOf } from '../../../lib/folder/table';
import { brief, found } from './fakes';

let serial = 0;
const row = (path: string, part: Parameters<typeof brief>[0] | null = {}): Row => ({
  id: serial++,
  path,
  file: found(path).file,
  state: part === null ? 'failed' : 'done',
  brief: part && brief({ documentId: path, ...part }),
  error: part === null ? { code: 'damaged', detail: '' } : null,
});
const paths = (rows: readonly Row[]) => rows.map(({ path }) => path);

describe('the table of a folder', () => {
  it('sorts names by their numbers, and what has no value to the end whichever way', () => {
    const rows = [
      row('方案10.txt', { next: '2026-05-01' }),
      row('方案2.txt', null),
      row('方案9.txt', { next: '2026-04-01' }),
    ];
    expect(paths(sortRows(rows, { by: 'path', down: false }))).toEqual(['方案2.txt', '方案9.txt', '方案10.txt']);
    expect(paths(sortRows(rows, { by: 'next', down: false }))).toEqual(['方案9.txt', '方案10.txt', '方案2.txt']);
    expect(paths(sortRows(rows, { by: 'next', down: true }))).toEqual(['方案10.txt', '方案9.txt', '方案2.txt']);
  });

  it('sorts what names us before what may be ours', () => {
    const rows = [row('a', { possible: 9 }), row('b', { named: 1 }), row('c', { collective: 3 })];
    expect(paths(sortRows(rows, { by: 'named', down: true }))).toEqual(['b', 'c', 'a']);
  });

  it('loses and doubles no row, whatever it is sorted by', () => {
    const rows = fc.array(
      fc.record({ named: fc.nat(5), next: fc.option(fc.constantFrom('2026-01-01', '2027-01-01')) }),
    );
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('path', 'title', 'class', 'measures', 'named', 'next'),
        fc.boolean(),
        (parts, by, down) => {
          const all = parts.map((part, at) => row(`f${at}`, part));
          expect(new Set(sortRows(all, { by, down }))).toEqual(new Set(all));
        },
      ),
    );
  });

  it('filters by what concerns us, by what failed, and by words', () => {
    const rows = [
      row('一/a.txt', { named: 2, title: '防汛方案' }),
      row('b.txt', { possible: 1, class: 'policy' }),
      row('c.txt', null),
    ];
    expect(countRows({ rows })).toEqual({ all: 3, ours: 2, named: 1, duties: 1, failed: 1 });
    expect(paths(filterRows(rows, 'failed', ''))).toEqual(['c.txt']);
    expect(paths(filterRows(rows, 'all', '防汛 一/'))).toEqual(['一/a.txt']);
    expect(filterRows(rows, 'named', '没有')).toEqual([]);
  });

  it('counts a document that stands in two files once, and says which one it was first', () => {
    const rows = [
      row('a.pdf', { documentId: 'x', named: 3 }),
      row('a.docx', { documentId: 'x', named: 3 }),
      row('b.txt', { named: 2 }),
    ];
    expect([...doublesOf(rows).values()]).toEqual(['a.pdf']);
    expect(namedIn(rows, new Map())).toEqual({ measures: 5, documents: 2, taken: 0 });
    const all = new Set(rows[0]?.brief?.namedIds);
    expect(namedIn(rows, new Map([['x', all]]))).toEqual({ measures: 2, documents: 1, taken: 3 });
    expect(namedIn(rows, new Map([['x', new Set(['m1'])]]))).toEqual({ measures: 4, documents: 2, taken: 1 });
  });

  it('counts what it takes on: of two files of a document, what either holds, from the one that was read better', () => {
    const worse = row('a.pdf', { documentId: 'x', measures: 2, named: 2, namedIds: ['1', '2'] });
    const better = row('a.docx', { documentId: 'x', measures: 4, named: 3, namedIds: ['1', '2', '15'] });
    for (const rows of [
      [worse, better],
      [better, worse],
    ]) {
      expect([...wantedOf(rows, new Map())]).toEqual([[better.id, new Set(['1', '2', '15'])]]);
      expect(namedIn(rows, new Map())).toEqual({ measures: 3, documents: 1, taken: 0 });
      const taken = new Map([['x', new Set(['1', '2'])]]);
      expect([...wantedOf(rows, taken)]).toEqual([[better.id, new Set(['15'])]]);
      expect(namedIn(rows, taken)).toEqual({ measures: 1, documents: 1, taken: 2 });
    }
    const alone = row('a.txt', { documentId: 'x', measures: 1, named: 1, namedIds: ['9'] });
    expect([...wantedOf([alone, better], new Map())].map(([id]) => id)).toEqual([better.id, alone.id]);
    expect(takenOf(better.brief, new Map([['x', new Set(['2', '9'])]]))).toBe(1);
  });

  it('is written as a file that no spreadsheet takes for formulas', () => {
    const rows = [row('一/=a.txt', { named: 1, title: '=SUM(A1)', next: '2026-06-30' }), row('c.txt', null)];
    const lines = folderCsv(
      rows,
      ({ error }) => (error ? '坏了' : ''),
      new Map([['一/=a.txt', new Set(rows[0]?.brief?.namedIds)]]),
    ).split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFF序号,文件名,所在文件夹,文件标题,发文字号,发文机关,成文日期,类别,举措,点名本单位,集合称谓,可能涉及,最近时限,已领任务,问题',
    );
    expect(lines[1]).toBe(`1,"'=a.txt",一,"'=SUM(A1)",,,,任务分工文件,3,1,0,0,2026-06-30,1,`);
    expect(lines[2]).toBe('2,c.txt,,,,,,,,,,,,,坏了');
  });
});
