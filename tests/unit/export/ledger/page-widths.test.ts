import { describe, expect, it } from 'vitest';
import { fullSet } from '../../../../lib/export/ledger/choice';
import { type LedgerOptions, ledgerOf } from '../../../../lib/export/ledger/ledger';
import { pageWidths } from '../../../../lib/export/ledger/page-widths';
import type { LedgerRow } from '../../../../lib/export/ledger/types';
import { duties } from './rows';

function widthsOf(rows: readonly LedgerRow[], options: LedgerOptions = {}, room = 165): Record<string, number> {
  const { columns, sheets } = ledgerOf(rows, options);
  const widths = pageWidths(columns, sheets[0]!.rows, room);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(room, 6);
  return Object.fromEntries(columns.map(({ key }, at) => [key, widths[at]!]));
}

describe('columns on paper', () => {
  it('have room for a date and two figures, and for handwriting where nothing stands', () => {
    const { due, index, note } = widthsOf(duties(35));
    expect(due).toBeGreaterThanOrEqual(12);
    expect(index).toBeGreaterThanOrEqual(3);
    expect(note).toBeGreaterThanOrEqual(9);
  });

  it('hold a usual name in one line', () => {
    const { lead, participants } = widthsOf(duties(35));
    // 县行政审批局, 县司法局: two half-width signs a Chinese one.
    expect(lead).toBeGreaterThanOrEqual(13);
    expect(participants).toBeGreaterThanOrEqual(13);
  });

  it('are widened where that makes the rows lower', () => {
    const rows = duties(35);
    const long = rows.map((row) => ({ ...row, task: { ...row.task, participants: Array(12).fill('县自然资源局') } }));
    const [few, many] = [widthsOf(rows), widthsOf(long)];
    expect(many.participants).toBeGreaterThan(few.participants! * 1.5);
    expect(few.text).toBeGreaterThan(many.text!);
  });

  it('keep the share of the room that an office gave them', () => {
    const columns = [
      { key: 'index' },
      { key: 'text' },
      { key: 'note', width: 50 },
      { key: 'own:签字', heading: '签字' },
    ];
    const { note, 'own:签字': own } = widthsOf(duties(3), { columns });
    expect(note! / own!).toBeCloseTo(50 / 14);
  });

  it('have each its share on a page that is too narrow for all, and of a table without rows', () => {
    const { document, index } = widthsOf(duties(3), { columns: fullSet }, 100);
    expect(document! / index!).toBeCloseTo(24 / 5);
    widthsOf([]);
  });
});
