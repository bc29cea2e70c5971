import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { adoptedTasks, planForeign } from '../../../../lib/export/ledger/back/adopt';
import { knownMapping, signatureOf, suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import { foreignDue } from '../../../../lib/export/ledger/back/foreign-due';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import type { Grid } from '../../../../lib/export/ledger/back/grid';
import { openGrids, openTables } from '../../../../lib/export/ledger/back/open';
import { FormatError } from '../../../../lib/formats/types';
import { examine } from '../../../../lib/store/examine';

const grid = (...rows: string[][]): Grid => ({
  name: '台账',
  merged: [],
  rows: rows.map((cells) => cells.map((text) => ({ text, kind: 'text' }))),
});

describe('what the columns of a foreign table stand for', () => {
  it.each<[string[], (string | null)[]]>([
    [
      ['序号', '工作任务', '牵头单位', '配合单位', '完成时限', '完成情况', '备注'],
      ['number', 'title', 'lead', 'participants', 'deadline', 'status', 'note'],
    ],
    [
      ['编号', '督办事项', '工作要求', '责任科室', '办结时间', '经办签字'],
      ['number', 'title', 'text', 'offices', 'deadline', null],
    ],
    [
      ['号', '重点工作', '具体内容', '主办', '协办', '时间节点'],
      ['number', 'path', 'title', 'lead', 'participants', 'deadline'],
    ],
    [
      ['任务来源', '文 号', '任务名称', '责任单位（部门）', '截止日期', '类别'],
      ['document', 'docNumber', 'title', 'responsible', 'deadline', 'tags'],
    ],
    [
      [
        '序号',
        '工作事项',
        '牵头领导',
        '承办股室',
        '责任人',
        '工作进展',
        '存在问题',
        '下步打算',
        '销号时间',
        '佐证材料',
      ],
      ['number', 'title', 'leaders', 'offices', 'handlers', 'latest', 'problem', 'next', 'doneOn', 'evidence'],
    ],
  ])('%j', (heads, keys) => {
    const table = grid(
      ['某局工作台账'],
      [],
      heads,
      heads.map((_, at) => `内容${at}`),
    );
    expect(suggestMapping(table)).toEqual({ head: 2, columns: keys });
  });

  it('takes for the status what its cells say, where 办理情况 tells how it goes and 完成情况 how it stands, or the other way round', () => {
    const heads = ['序号', '工作事项', '办理情况', '完成情况'];
    const told = (...rows: string[][]) => suggestMapping(grid(heads, ...rows))?.columns.slice(2);
    expect(told(['1', '开展培训', '已印发通知', '推进中'], ['2', '更新门牌', '', '已办结'])).toEqual([
      'latest',
      'status',
    ]);
    expect(told(['1', '开展培训', '推进中', '已印发通知'])).toEqual(['status', 'latest']);
    // Words that nobody knows are kept where they were; a sentence is no status.
    expect(told(['1', '开展培训', '报县里', ''])).toEqual(['status', null]);
    expect(told(['1', '开展培训', '已召集各镇调解员培训两次，印发材料', ''])).toEqual(['latest', null]);
    expect(told(['1', '开展培训', '已召集各镇调解员培训两次，印发材料', '按月报'])).toEqual(['latest', null]);
    expect(told()).toEqual(['status', null]);
  });

  it('is not guessed where no row looks like a head', () => {
    expect(suggestMapping(grid(['姓名', '电话'], ['甲', '1']))).toBeNull();
  });

  it('is remembered by the head, wherever it stands', () => {
    const heads = ['序号', '工作 任务', '备注（可附页）'];
    expect(signatureOf(grid(heads), 0)).toBe(
      signatureOf(
        grid(
          ['标题'],
          heads.map((head) => ` ${head}`),
        ),
        1,
      ),
    );
    expect(signatureOf(grid(heads), 0)).not.toBe(signatureOf(grid(heads.slice(1)), 0));
  });
});

describe('a time as offices write it', () => {
  it.each<[string, string | null, string | null, inferred?: boolean]>([
    ['2026.9.30', '2026-09-30', null],
    ['2026.9.30前', '2026-09-30', null],
    ['2026/9/30', '2026-09-30', null],
    ['２０２６年９月３０日', '2026-09-30', null],
    ['46295', '2026-09-30', null],
    ['20260930', '2026-09-30', null],
    ['9月30日', '2026-09-30', null, true],
    ['9月底前', '2026-09-30', null, true],
    ['2026年底', '2026-12-31', null],
    ['2026年9月', '2026-09-30', null],
    ['6月底前拿出方案，12月底前建成', '2026-12-31', null, true],
    ['每季度末月25日前', null, '每季度末月25日前'],
    ['每月25日', null, '每月25日'],
    ['长期坚持', null, null],
    ['123456789012345678', null, null],
    ['2026年2月30日', null, null],
    ['', null, null],
    ['2027Q1', '2027-03-31', null],
    ['2027年Q1', '2027-03-31', null],
    ['2027-Q4', '2027-12-31', null],
    ['3Q2027', '2027-09-30', null],
    ['27年一季度', '2027-03-31', null],
    ['2027第1季度', '2027-03-31', null],
    ['Q2', '2026-06-30', null, true],
    ['二季', '2026-06-30', null, true],
    ['2027-03', '2027-03-31', null],
    ['2027/3', '2027-03-31', null],
    ['2027.3', '2027-03-31', null],
    ['Mar-27', '2027-03-31', null],
    ['27年3月底前', '2027-03-31', null],
    ['27.3.31', '2027-03-31', null],
    ['2027年1-3月', '2027-03-31', null],
    ['2027H1', '2027-06-30', null],
    ['2027上半年', '2027-06-30', null],
    ['2027', '2027-12-31', null],
    ['3-31', '2026-03-31', null, true],
    ['15年内', null, null],
    ['11-2月', null, null],
  ])('%s', (text, dueDate, recurrence, inferred = false) => {
    expect(foreignDue({ text, kind: 'text' }, 2026)).toEqual({ dueDate, recurrence, inferred });
  });

  it('without a year is of the year that the table names, else of this one', () => {
    const table = (title: string) => grid([title], ['序号', '工作任务', '完成时限'], ['1', '巡河', '9月30日']);
    const due = (title: string) => {
      const [row] = foreignRows(table(title), suggestMapping(table(title))!, '2026-03-01').rows;
      return row!.dueDate;
    };
    expect(due('2027年重点工作台账')).toBe('2027-09-30');
    expect(due('二〇二七年重点工作台账')).toBe('2027-09-30');
    expect(due('重点工作台账')).toBe('2026-09-30');
  });

  describe('without a year, and none above the table', () => {
    const read = (file: string, cells: [due: string, document?: string][], sheet = '台账') => {
      const lines = cells.map(([due, document = ''], at) => [`${at + 1}`, `任务${at}`, due, document]);
      const table = { ...grid(['序号', '工作任务', '完成时限', '任务来源'], ...lines), name: sheet };
      const { rows } = foreignRows(table, suggestMapping(table)!, '2026-12-02', [], { file });
      return rows.map(({ dueDate, yearGuessed }) => [dueDate, yearGuessed]);
    };

    it('is of the year of the file’s or the sheet’s name', () => {
      expect(read('2027年重点任务', [['3月底前']])).toEqual([['2027-03-31', false]]);
      expect(read('台账', [['3月底前']], '2027')).toEqual([['2027-03-31', false]]);
    });

    it('is of the year of the other dates', () => {
      expect(read('台账', [['2027年6月30日'], ['3月底前']])).toEqual([
        ['2027-06-30', false],
        ['2027-03-31', false],
      ]);
      // A far aim says nothing of the others.
      expect(read('台账', [['2035年底'], ['3月底前']])).toEqual([
        ['2035-12-31', false],
        ['2026-03-31', true],
      ]);
    });

    it.each([
      ['a stamp in the file’s name', '重点工作台账20261228', []],
      ['such a stamp of a month', '重点工作台账202612', []],
      ['a stamp with strokes', '重点工作台账2026-12-28', []],
      ['a day of filling in below', '台账', ['填报时间：2026年12月28日']],
      ['a day of printing below', '台账', ['打印时间：2026年12月28日']],
      ['a day of filling in above', '台账', [], ['重点工作台账', '填报时间：2026年12月28日']],
    ])('is a guess by %s', (_, file, below, above = []) => {
      const heads = ['序号', '工作任务', '完成时限'];
      const table = grid(
        ...above.map((text) => [text]),
        heads,
        ['1', '巡河', '3月底'],
        ['2', '清淤', '6月底'],
        ...below.map((text) => [text]),
      );
      const { rows, year } = foreignRows(table, suggestMapping(table)!, '2026-12-28', [], { file });
      expect(year).toEqual({ year: 2026, guessed: true });
      expect(rows.map(({ yearGuessed }) => yearGuessed)).toEqual([true, true]);
    });

    it('is as printed beside such a stamp, and that of the stamp where nothing else says one', () => {
      expect(read('2027年台账20261228', [['3月底前']])).toEqual([['2027-03-31', false]]);
      expect(read('2027年1-3月台账2026年12月28日', [['3月底前']])).toEqual([['2027-03-31', false]]);
      expect(read('台账20270105', [['3月底前']])).toEqual([['2027-03-31', true]]);
    });

    it('is a guess where the other dates’ year puts all before the stamp', () => {
      const dates: [string][] = [['2026年1月5日'], ['3月底前']];
      expect(read('台账20261228', dates).map(([, guessed]) => guessed)).toEqual([false, true]);
      expect(read('台账20260105', dates).map(([, guessed]) => guessed)).toEqual([false, false]);
    });

    it('is of the year of its document', () => {
      expect(read('台账', [['3月底前', '2027年工作要点'], ['6月30日']])).toEqual([
        ['2027-03-31', false],
        ['2026-06-30', true],
      ]);
    });

    it('is of this year as a guess, until a person says of which', () => {
      const table = grid(['序号', '工作任务', '完成时限'], ['1', '巡河', '3月底前'], ['2', '清淤', '长期坚持']);
      const mapping = suggestMapping(table)!;
      const guessed = foreignRows(table, mapping, '2026-12-02');
      expect(guessed.year).toEqual({ year: 2026, guessed: true });
      expect(guessed.rows.map(({ yearGuessed }) => yearGuessed)).toEqual([true, false]);
      const [here] = adoptedTasks(guessed.rows, { name: '台账', now: new Date(), newId: () => 'a' });
      const moved = foreignRows(
        grid(['序号', '工作任务', '完成时限'], ['1', '巡河', '6月底前']),
        mapping,
        '2026-12-02',
      ).rows;
      expect(planForeign(moved, [here!]).offers).toMatchObject([{ field: 'dueDate', conflict: 'guessed' }]);
      const set = foreignRows(table, mapping, '2026-12-02', [], { year: 2027 });
      expect(set.rows.map(({ dueDate, yearGuessed }) => [dueDate, yearGuessed])).toEqual([
        ['2027-03-31', false],
        [null, false],
      ]);
    });
  });

  it('that recurs is due first in the table’s year', () => {
    const table = grid(['2027年台账'], ['序号', '工作任务', '完成时限'], ['1', '巡河', '每月25日前']);
    const { rows } = foreignRows(table, suggestMapping(table)!, '2026-12-02');
    const [task] = adoptedTasks(rows, { name: '台账', now: new Date('2026-12-02T04:00:00Z'), newId: () => 'a' });
    expect(task).toMatchObject({ dueDate: '2027-01-25', repeat: { text: '每月25日前' } });
  });

  it('that cannot be read is listed with its words; what names no day is none', () => {
    const times = ['第六周', '11-2月', '下周五', '长期坚持', '常年', '—', '待定', '2027Q1', '每月25日前'];
    const table = grid(['序号', '工作任务', '完成时限'], ...times.map((time, at) => [`${at}`, `任务${at}`, time]));
    const { problems } = foreignRows(table, suggestMapping(table)!, '2026-12-02');
    expect(problems.map(({ key, text }) => [key, text])).toEqual([
      ['deadline', '第六周'],
      ['deadline', '11-2月'],
      ['deadline', '下周五'],
    ]);
  });
});

describe('a column that says how things stand', () => {
  const table = (head: string, ...cells: string[]) =>
    grid(['序号', '工作任务', head], ...cells.map((cell, at) => [`${at + 1}`, `任务${at}`, cell]));
  const read = (one: Grid) => foreignRows(one, suggestMapping(one)!, '2026-12-02').rows;
  const by = { name: '台账', now: new Date('2026-12-02T04:00:00Z'), newId: () => crypto.randomUUID() };

  it.each([
    '完成进度',
    '工作进度',
    '进度',
    '完成比例',
    '完成率',
    '完成度',
    '进度%',
    '进度（%）',
    '完成情况',
    '落实情况',
  ])('%s with shares of a hundred holds them', (head) => {
    const shares = table(head, '100%', '60 ％', '约30%', '0%', '');
    expect(suggestMapping(shares)!.columns[2]).toBe('percent');
    const rows = read(shares);
    expect(rows.map(({ percent, status }) => [percent, status])).toEqual([
      [100, 'done'],
      [60, null],
      [30, null],
      [0, null],
      [null, null],
    ]);
    expect(adoptedTasks(rows, by).map(({ status, progress }) => [status, progress?.[0]?.percent])).toEqual([
      ['done', 100],
      ['doing', 60],
      ['doing', 30],
      ['open', 0],
      ['open', undefined],
    ]);
  });

  it('takes bare numbers for shares where the head says so, and fractions where all are', () => {
    expect(read(table('进度%', '100', '60', '1')).map(({ percent }) => percent)).toEqual([100, 60, 1]);
    expect(read(table('完成比例', '1', '0.6', '0')).map(({ percent }) => percent)).toEqual([100, 60, 0]);
  });

  it('is beside a status that wins', () => {
    const both = grid(
      ['序号', '工作任务', '完成进度', '完成情况'],
      ['1', '甲', '100%', '推进中'],
      ['2', '乙', '20%', '已完成'],
      ['3', '丙', '100%', ''],
    );
    expect(suggestMapping(both)!.columns.slice(2)).toEqual(['percent', 'status']);
    expect(read(both).map(({ status, percent }) => [status, percent])).toEqual([
      ['doing', 100],
      ['done', 20],
      ['done', 100],
    ]);
  });

  it('may say 已完成 among shares; what is none is listed', () => {
    const one = table('完成进度', '已完成', '60%', '70%', '过半');
    expect(read(one).map(({ status, percent }) => [status, percent])).toEqual([
      ['done', null],
      [null, 60],
      [null, 70],
      [null, null],
    ]);
    expect(foreignRows(one, suggestMapping(one)!).problems).toMatchObject([{ key: 'percent', text: '过半' }]);
  });

  it.each(['落实情况', '进展情况', '推进情况'])('%s is the status where it has nothing but its words', (head) => {
    const words = table(head, '已完成', '推进中', '');
    expect(suggestMapping(words)!.columns[2]).toBe('status');
    expect(read(words).map(({ status }) => status)).toEqual(['done', 'doing', null]);
    const told = table(head, '已召开三次会，印发方案', '推进中');
    expect(suggestMapping(told)!.columns[2]).toBe('latest');
  });

  it('is what it was where another says the status', () => {
    const both = grid(['工作任务', '进展情况', '状态'], ['甲', '推进中', '进行中'], ['乙', '已完成', '已完成']);
    expect(suggestMapping(both)!.columns).toEqual(['title', 'latest', 'status']);
    const two = grid(
      ['工作任务', '落实情况', '工作进展'],
      ['甲', '已完成', '已印发方案，召开会议'],
      ['乙', '推进中', ''],
    );
    expect(suggestMapping(two)!.columns).toEqual(['title', 'status', 'latest']);
    const sentences = table('完成进度', '已完成选址，正在办理招标手续');
    expect(suggestMapping(sentences)!.columns[2]).toBe('latest');
  });

  it('offers a share to a task that is here', () => {
    const [here] = adoptedTasks(read(table('完成比例', '20%')), by);
    const { offers } = planForeign(read(table('完成比例', '60%')), [here!]);
    expect(offers).toMatchObject([{ field: 'percent', before: 20, after: 60, conflict: null }]);
  });
});

describe('what is done', () => {
  const heads = ['序号', '工作任务', '完成进度', '完成情况', '工作进展', '实际完成时间'];
  const read = (share: string, status: string, latest: string, done: string) => {
    const filler = ['9', '其他', '20%', '推进中', '已召开两次会，印发了方案', '2026-06-01'];
    const table = grid(heads, ['1', '报送总结', share, status, latest, done], filler);
    const mapping = suggestMapping(table)!;
    expect(mapping.columns.slice(2)).toEqual(['percent', 'status', 'latest', 'doneOn']);
    const { rows, problems } = foreignRows(table, mapping, '2026-12-02');
    const [{ status: read, statusDerived, doneOn }] = rows as [(typeof rows)[0]];
    return { row: rows[0]!, said: [read, statusDerived, doneOn], unread: problems.map(({ text }) => text) };
  };

  it.each([
    ['6月20日', '2026-06-20'],
    ['已于6月20日完成', '2026-06-20'],
    ['2026.6.20', '2026-06-20'],
    ['2026年6月20日', '2026-06-20'],
    ['26.6.20', '2026-06-20'],
  ])('has a plain day: %s', (done, day) => {
    expect(read('', '', '', done).said).toEqual(['done', true, day]);
  });

  it.each([
    '预计6月底完成',
    '预计6月30日完成',
    '3月',
    '2026年3月',
    '二季度',
    '计划2026年6月30日',
    '拟于6月30日',
    '力争6月30日',
    '6月30日前',
    '2026-06-30前',
    '6月30日未完成',
  ])('has no day in %s', (done) => {
    expect(read('', '', '', done)).toMatchObject({ said: [null, false, null], unread: [done] });
  });

  it('is what the row says where it says it', () => {
    expect(read('', '滞后', '', '6月').said).toEqual([null, false, null]);
    expect(read('', '滞后', '', '6月20日').said).toEqual([null, false, '2026-06-20']);
    expect(read('100', '尚未验收', '', '').said).toEqual([null, false, null]);
    expect(read('100', '', '刚开工', '').said).toEqual([null, false, null]);
    expect(read('100', '', '已召开两次会', '').said).toEqual([null, false, null]);
    expect(read('', '', '尚未验收', '6月20日').said).toEqual([null, false, '2026-06-20']);
    expect(read('100', '', '已全部完成', '').said).toEqual(['done', true, null]);
    expect(read('', '已办结', '', '').said).toEqual(['done', false, null]);
  });

  it('by a share or a day alone is offered to a task that is here, and not taken unasked', () => {
    const here = adoptedTasks([{ ...read('20%', '', '', '').row, status: 'open' }], {
      name: '台账',
      now: new Date('2026-12-02T04:00:00Z'),
      newId: () => 'a',
    });
    const conflict = (row: ReturnType<typeof read>['row']) =>
      planForeign([row], here).offers.find(({ field }) => field === 'status')?.conflict;
    expect(conflict(read('100%', '', '', '').row)).toBe('derived');
    expect(conflict(read('', '已办结', '', '').row)).toBeNull();
  });
});

describe('shares of something else', () => {
  it.each(['资金到位率%', '同比增长%', '环比%', '占比（%）', '群众满意度%', '投资增长率', '工作满意率', '支付率%'])(
    '%s is no share of the task',
    (head) => {
      expect(suggestMapping(grid(['工作任务', head, '备注'], ['甲', '100', ''], ['乙', '5', '']))!.columns[1]).not.toBe(
        'percent',
      );
    },
  );
});

describe('an office of one’s own', () => {
  it.each(['主责科室', '责任科室', '承办科室', '主办科室', '牵头股室', '配合科室', '主责处室'])(
    '%s is none of the units',
    (head) => {
      expect(suggestMapping(grid(['工作任务', head, '完成时限']))!.columns[1]).toBe('offices');
    },
  );

  it('is told from units and from people', () => {
    const heads = ['工作任务', '牵头单位', '主责单位', '主办科室', '协办科室', '科室负责人', '责任单位'];
    expect(suggestMapping(grid(heads))!.columns).toEqual([
      'title',
      'lead',
      null,
      'offices',
      null,
      'handlers',
      'responsible',
    ]);
    expect(suggestMapping(grid(['工作任务', '主责单位']))!.columns).toEqual(['title', 'lead']);
  });
});

describe('a foreign table taken on', () => {
  const heads = ['序号', '工作任务', '工作要求', '责任人', '完成时限', '状态', '进展情况', '备注'];
  const long = '对照目录逐项登记办理情况，按月核对，发现漏项当日补录。'.repeat(110);
  const body = [
    ['1', '建立\n清单', '', '李工、𠮷田😀', '2026.9.30', '推进中', '已梳理120项', '=1+1'],
    ['(3)', long, '', '', '', '', '', ''],
    ['1-10', '巡查', '逐河巡查', '', '每季度末月25日前', '', '', ''],
    ['5', '巡查', '逐库巡查', '', '', '已完成', '', ''],
  ];
  const rowsOf = (lines: string[][]) => foreignRows(grid(heads, ...lines), suggestMapping(grid(heads))!).rows;
  let serial = 0;
  const by = { name: '2026年台账', now: new Date('2026-03-09T04:00:00Z'), newId: () => `id-${serial++}` };

  it('is tasks that the store takes, with all that the rows say', () => {
    const tasks = adoptedTasks(rowsOf(body), by);
    expect(examine({ documents: [], annotations: [], tasks }).bad).toEqual([]);
    expect(tasks).toMatchObject([
      {
        title: '建立 清单',
        number: '1',
        handlers: ['李工', '𠮷田😀'],
        dueDate: '2026-09-30',
        status: 'doing',
        note: '=1+1',
        source: { kind: 'other', name: '2026年台账', date: null },
        progress: [{ text: '已梳理120项' }],
      },
      { number: '(3)', excerpt: long, status: 'open', dueDate: null },
      { number: '1-10', excerpt: '逐河巡查', dueDate: '2026-03-25', repeat: { text: '每季度末月25日前' } },
      { number: '5', excerpt: '逐库巡查', status: 'done' },
    ]);
    expect(tasks[1]!.title).toBe('对照目录逐项登记办理情况，按月核对，发现漏项当日补录。');
  });

  it('changes tasks when it comes once more, in another order, and makes none twice', () => {
    const tasks = adoptedTasks(rowsOf(body), by);
    expect(planForeign(rowsOf(body), tasks)).toEqual({ added: [], offers: [], same: 4 });
    const later = [...body]
      .reverse()
      .map((cells) => (cells[0] === '1-10' ? [...cells.slice(0, 5), '已完成', '', ''] : cells));
    const again = planForeign(rowsOf([...later, ['9', '新的事', '', '', '', '', '', '']]), tasks);
    expect(again.added).toMatchObject([{ title: '新的事' }]);
    expect(again.offers).toMatchObject([{ id: tasks[2]!.id, field: 'status', before: 'open', after: 'done' }]);
    expect(again.same).toBe(3);
  });

  it('is read as it was set right before, wherever its head stands', () => {
    const columns = heads.map((_, at) => (at === 1 ? ('title' as const) : null));
    const known = [{ signature: signatureOf(grid(heads), 0), columns }];
    expect(knownMapping(grid(['标题'], [], heads), known)).toEqual({ head: 2, columns });
    expect(knownMapping(grid(heads.slice(1)), known)).toBeNull();
  });

  it.each(['biff8', 'xlsb', 'xlml'] as const)('may be an old workbook: %s', async (bookType) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['某局台账'], [], heads, ...body]), '督办');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
    const [table] = await openTables(bytes);
    const mapping = suggestMapping(table!)!;
    expect(mapping.head).toBe(2);
    expect(foreignRows(table!, mapping).rows.map(({ number, title }) => [number, title.slice(0, 2)])).toEqual([
      ['1', '建立'],
      ['(3)', '对照'],
      ['1-10', '巡查'],
      ['5', '巡查'],
    ]);
  });

  it('is none where it is another kind of packed file', () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([heads]), '督办');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'ods' }) as ArrayBuffer);
    expect(() => openGrids(bytes)).toThrow(new FormatError('unsupported', 'zip'));
  });
});

describe('rows of a foreign table', () => {
  it('are read under the mapping; words that we do not know are kept in the note', () => {
    const table = grid(
      ['序号', '工作任务', '责任单位', '完成时限', '状态', '备注'],
      ['1-1', '开展巡查', '县水利局、县财政局，各镇（街道、办事处）', '2026年6月30日前', '推进中', ''],
      ['(2)', '完善台账', '', '常年', '已报县里', '看附件'],
      ['3', '', '', '', '', ''],
      ['合计', '2 项', '', '', '', ''],
    );
    const { rows, problems } = foreignRows(table, suggestMapping(table)!);
    expect(rows).toMatchObject([
      {
        place: { sheet: '台账', row: 2 },
        number: '1-1',
        title: '开展巡查',
        responsible: ['县水利局', '县财政局', '各镇（街道、办事处）'],
        deadlineText: '2026年6月30日前',
        dueDate: '2026-06-30',
        status: 'doing',
        note: '',
      },
      { number: '(2)', dueDate: null, deadlineText: '常年', status: null, note: '看附件\n状态：已报县里' },
    ]);
    expect(problems).toEqual([
      { place: { sheet: '台账', row: 3 }, key: 'status', title: '完善台账', text: '已报县里' },
    ]);
  });

  it('take a cell that was merged over them, a head of two rows and real dates', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('督办');
    sheet.addRows([
      ['2026年督办台账'],
      ['序号', '重点工作', '具体任务', '责任分工', '', '完成时限'],
      ['', '', '', '牵头单位', '配合单位', ''],
      [1, '河道管护', '建立巡河制度', '县水利局', '各镇', new Date('2026-03-31T00:00:00Z')],
      [2, '', '清理河面', '县住建局', '', new Date('2026-04-30T00:00:00Z')],
      ['填表人：某某'],
    ]);
    for (const area of ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'B4:B5', 'A6:F6']) sheet.mergeCells(area);
    const [table] = openGrids(new Uint8Array(await book.xlsx.writeBuffer()));
    const mapping = suggestMapping(table!)!;
    expect(mapping).toEqual({ head: 2, columns: ['number', 'path', 'title', 'lead', 'participants', 'deadline'] });
    expect(foreignRows(table!, mapping).rows).toMatchObject([
      {
        number: '1',
        path: ['河道管护'],
        title: '建立巡河制度',
        lead: ['县水利局'],
        participants: ['各镇'],
        dueDate: '2026-03-31',
      },
      {
        number: '2',
        path: ['河道管护'],
        title: '清理河面',
        lead: ['县住建局'],
        participants: [],
        dueDate: '2026-04-30',
      },
    ]);
  });
});
