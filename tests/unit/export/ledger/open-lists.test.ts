import { describe, expect, it } from 'vitest';
import { ledgerRows } from '../../../../lib/cli/ledger';
import { diffLedger } from '../../../../lib/export/ledger/back/diff';
import { openGrids } from '../../../../lib/export/ledger/back/open';
import { returnedRows } from '../../../../lib/export/ledger/back/returned';
import { ledgerCsv } from '../../../../lib/export/ledger/csv';
import { ledgerOf } from '../../../../lib/export/ledger/ledger';
import { openUnits } from '../../../../lib/export/open-units';
import { parse } from '../../../../lib/policy/parse';
import { fromPlain } from '../../../../lib/text/plain';
import { row } from './rows';

const paper = [
  '临澜县人民政府办公室关于印发便民服务提升方案的通知',
  '一、设立跨镇办理窗口。在各乡镇设立窗口。（县司法局、县财政局等部门负责）',
  '二、编制权责清单。按月核对。（牵头单位：县司法局；参加单位：县财政局、县民政局等有关单位）',
  '三、开展督查。按季通报。（县司法局、县财政局负责）',
].join('\n');

const unitsOf = (excerpt: string, ...units: string[]) => openUnits(units, excerpt);

describe('a list of units that is open in the document', () => {
  it('is open in the ledger', () => {
    const text = fromPlain(paper);
    const rows = ledgerRows('a.txt', parse(text), text, null);
    const { sheets } = ledgerOf(rows, { columns: ['lead', 'participants', 'responsible'].map((key) => ({ key })) });
    expect(sheets[0]!.rows.map((cells) => cells.map((cell) => (cell as readonly string[]).join('、')))).toEqual([
      ['', '', '县司法局、县财政局等部门'],
      ['县司法局', '县财政局、县民政局等有关单位', ''],
      ['', '', '县司法局、县财政局'],
    ]);
  });

  it('is so where it is printed so, as it is printed', () => {
    expect(unitsOf('甲局、乙局等部门负责', '甲局', '乙局')).toEqual(['甲局', '乙局等部门']);
    expect(unitsOf('由甲局、乙局 等\n部门和单位负责', '甲局', '乙局')).toEqual(['甲局', '乙局等部门和单位']);
    expect(unitsOf('甲局、乙局等配合', '甲局', '乙局')).toEqual(['甲局', '乙局等']);
    expect(unitsOf('责任单位：甲局、乙局等', '甲局', '乙局')).toEqual(['甲局', '乙局等']);
    expect(unitsOf('甲局等部门；丙镇', '甲局', '丙镇')).toEqual(['甲局等部门', '丙镇']);
    expect(unitsOf('甲局和乙局等5部门', '甲局', '乙局')).toEqual(['甲局', '乙局等5部门']);
  });

  it('is not where something else is said of the unit', () => {
    expect(unitsOf('甲局、乙局等级评定', '甲局', '乙局')).toEqual(['甲局', '乙局']);
    // A sentence of the measure names one of them with others; the list of those who have to do it is closed.
    expect(unitsOf('向乙局等部门学习。（甲局、乙局负责）', '甲局', '乙局')).toEqual(['甲局', '乙局']);
    expect(unitsOf('县乙局等部门。（乙局）', '乙局')).toEqual(['乙局']);
    expect(unitsOf('甲局、乙局等部门', '甲局、乙局等部门')).toEqual(['甲局、乙局等部门']);
    expect(unitsOf('', '甲局')).toEqual(['甲局']);
  });

  it('comes back as no change, also from a file written before that was said', () => {
    const mine = row({ responsible: ['甲局', '乙局'], lead: [], participants: [], excerpt: '甲局、乙局等部门负责' });
    const now = ledgerCsv(ledgerOf([mine], { columns: ['id', 'title', 'responsible'].map((key) => ({ key })) }));
    expect(now).toContain('甲局、乙局等部门');
    for (const csv of [now, now.replace('等部门', '')]) {
      const diff = diffLedger([mine], returnedRows(openGrids(new TextEncoder().encode(csv))));
      expect(diff).toMatchObject({ fixed: [], unchanged: 1 });
    }
  });
});
