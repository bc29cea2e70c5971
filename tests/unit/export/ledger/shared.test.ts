import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGrids } from '../../../../lib/export/ledger/back/compare';
import type { Grid } from '../../../../lib/export/ledger/back/grid';
import { plain } from '../../../../lib/export/ledger/cells';
import { ledgerOf } from '../../../../lib/export/ledger/ledger';
import { reportOf } from '../../../../lib/export/progress/report';
import { progressText } from '../../../../lib/export/progress/text';
import { row } from './rows';

const names = fc.uniqueArray(fc.constantFrom('张三', '李四', '王五'), { maxLength: 3 });

describe('a ledger divided by people', () => {
  it('has a shared task on the sheet of each, as many as grouping counts', () => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 8 }), (people) => {
        const rows = people.map((handlers, at) => row({ id: `t${at}`, handlers }));
        const { sheets } = ledgerOf(rows, { grouping: 'handlers' });
        for (const name of ['张三', '李四', '王五']) {
          const own = people.filter((each) => (each as readonly string[]).includes(name));
          const sheet = sheets.find((each) => each.name === name);
          expect(sheet?.rows.length ?? 0).toBe(own.length);
          const shared = own.filter((each) => each.length > 1).length;
          expect(sheet?.line.includes(`其中 ${shared} 项与他人共有，各表都列`) ?? false).toBe(shared > 0);
        }
      }),
    );
  });

  it('comes back with what one of them changed, though the other left his row as it was', () => {
    const rows = [row({ id: 'a', handlers: ['张三', '李四'], note: '旧' })];
    const { columns, sheets } = ledgerOf(rows, { grouping: 'handlers', returnable: true });
    const grids = sheets.map(({ name, rows: cells }, sheet): Grid => {
      const text = (value: string) => ({ text: value, kind: 'text' as const });
      const filled = cells.map((each) =>
        columns.map((column, at) => {
          const changed = sheet === 1 && column.key === 'note';
          return text(changed ? '李四所记' : String(plain(column, each[at]!)));
        }),
      );
      return { name, rows: [columns.map(({ heading }) => text(heading.zh)), ...filled], merged: [] };
    });
    expect(grids).toHaveLength(2);
    const { diff } = compareGrids(grids, rows);
    expect(diff.conflicts).toEqual([]);
    expect(diff.changed).toMatchObject([{ id: 'a', changes: [{ field: 'note', after: '李四所记' }] }]);
  });
});

describe('shares and persons in a report', () => {
  const textOf = (counts: readonly number[], over = {}) => {
    const statuses = ['done', 'doing', 'open'] as const;
    const rows = counts.flatMap((count, at) =>
      Array.from({ length: count }, (_, n) => row({ id: `${at}-${n}`, status: statuses[at]!, dueDate: null, ...over })),
    );
    return progressText(reportOf(rows, { span: 'all', documentId: null, today: '2026-11-28', by: 'handlers' }));
  };
  const rounding = '各项占比分别四舍五入，相加不一定等于 100 %。';
  const overlap = '几人共同承办的任务在各自名下各计 1 件，总数中只计 1 件。';

  it('say once that shares are rounded each by itself, exactly where they do not add up', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)), (counts) => {
        const text = textOf(counts);
        const lines = text.split('\n').map((line) => [...line.matchAll(/占 (\d+) %/g)].map(([, n]) => Number(n)));
        const odd = lines.some((all) => all.length > 0 && all.reduce((sum, n) => sum + n, 0) !== 100);
        const bounded = /不足 1 %|超过 99 %/.test(text);
        expect(text.split(rounding).length - 1).toBe(odd || bounded ? 1 : 0);
      }),
    );
  });

  it('say that the figures of persons overlap, only where they do', () => {
    expect(textOf([1, 1, 1], { handlers: ['张三', '李四'] })).toContain(overlap);
    expect(textOf([1, 1, 1], { handlers: ['张三'] })).not.toContain('各计 1 件');
  });
});
