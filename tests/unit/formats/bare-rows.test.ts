import { describe, expect, it } from 'vitest';
import { open as openOfd } from '../../../lib/formats/ofd';
import { open as openPdf } from '../../../lib/formats/pdf';
import { ofd } from './write/ofd';
import { pdf } from './write/pdf';
import { linesOf, measuresOf } from './write/read';

const columns = [60, 110, 300, 430];
const sheet = (rows: readonly (readonly string[])[]) => ({
  rules: [],
  texts: [
    { x: 200, y: 60, size: 18, text: '临澜县排水防涝工作方案' },
    ...rows.flatMap((row, at) =>
      row.flatMap((text, column) => (text ? [{ x: columns[column]!, y: 120 + 24 * at, size: 12, text }] : [])),
    ),
  ],
});

const rows = [
  ['疏浚城区明沟', '县住建局', '2026年6月底'],
  ['检修排水泵站', '县水利局', '2026年5月底'],
  ['备足抢险物资', '县应急局', '2026年7月底'],
];
const unsure = { code: 'table-unsure', count: 1 };

describe.each([
  ['pdf', (page: ReturnType<typeof sheet>) => openPdf(pdf([page]), 'a.pdf')],
  ['ofd', (page: ReturnType<typeof sheet>) => openOfd(ofd([page]), 'a.ofd')],
] as const)('a table without rules, %s', (_, read) => {
  it.each([
    ['without numbers', [['', '工作任务', '责任单位', '完成时限'], ...rows.map((row) => ['', ...row])]],
    ['without heads', rows.map((row, at) => [`${at + 1}`, ...row])],
    [
      'in which a number stands in the middle of its row',
      [
        ['序号', '工作任务', '责任单位', '完成时限'],
        ['', '疏浚城区明沟和排水暗渠', '县住建局', '2026年6月底'],
        ['1', '', '', ''],
        ['', '并建立台账', '县水利局', '每月通报'],
        ['', '检修排水泵站和闸门设施', '县水利局', '2026年5月底'],
        ['2', '', '', ''],
        ['', '并更换水泵', '县财政局', '每月通报'],
      ],
    ],
  ])('keeps its rows apart and is said: %s', async (_, table) => {
    const { html, warnings } = await read(sheet(table));
    const lines = linesOf(html).map((line) => line.replace(/\s/g, ''));
    for (const row of table.filter((cells) => cells.filter(Boolean).length > 2)) expect(lines).toContain(row.join(''));
    expect(warnings).toContainEqual(unsure);
  });

  it('says who does what where its heads do, also without numbers', async () => {
    const { html } = await read(sheet([['', '工作任务', '责任单位', '完成时限'], ...rows.map((row) => ['', ...row])]));
    expect(measuresOf(html).map((line) => line.split('|')[2])).toEqual([
      'responsible:县住建局',
      'responsible:县水利局',
      'responsible:县应急局',
    ]);
  });

  it('is rebuilt where its numbers are Chinese ones', async () => {
    const table = [
      ['序号', '工作任务', '责任单位', '完成时限'],
      ...rows.map((row, at) => [['一', '二', '（三）'][at]!, ...row]),
    ];
    const { html, warnings } = await read(sheet(table));
    expect(html.match(/<tr>/g)).toHaveLength(4);
    expect(warnings).toEqual([]);
  });

  it('two who sign and a label with its value are none', async () => {
    const table = [
      ['', '填报单位：', '县水利局', ''],
      ['', '填报人：', '张三', ''],
      ['', '填报日期：', '2026年5月', ''],
    ];
    expect((await read(sheet(table))).warnings).toEqual([]);
  });
});
