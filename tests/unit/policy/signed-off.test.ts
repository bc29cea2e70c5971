import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';

const unread = (lines: readonly string[]) => parse(fromPlain(lines.join('\n'))).unread.map(({ text }) => text);

const plan = [
  '临澜县排水防涝工作方案',
  '一、疏浚城区明沟。6月底前完成。',
  '牵头单位：县住建局',
  '二、检修泵站。',
  '牵头单位：县水利局',
];
const date = '2026年5月8日';

describe('who signs a paper', () => {
  it.each([
    ['two on one line', ['县水利局　　县财政局', date]],
    ['three with blanks between', ['临澜县水利局 临澜县财政局 临澜县应急管理局', date]],
    ['one below the other', ['临澜县水利局', '临澜县财政局', '中共临澜县委宣传部', date]],
    ['with a seal', ['县水利局、县财政局（印章）', date]],
    ['with whom to ask and who gets a copy', ['县水利局 县财政局', date, '（联系人：张三）', '抄送：县委办。']],
    ['with its head', ['临澜县水利局', '局长：王某', date]],
    ['above what is annexed', ['县水利局 县财政局', date, '附件：任务清单']],
  ])('is not told as unread: %s', (_, lines) => {
    expect(unread([...plan, ...lines])).toEqual([]);
  });

  it.each([
    ['without a date', ['县民政局　县财政局']],
    ['a date that is a limit of each item', ['县民政局 县财政局', date, '三、更换水泵。', '县教育局 县林业局', date]],
    ['with a sentence', ['县民政局、县财政局配合', date]],
  ])('is told where it may be who has to do something: %s', (_, lines) => {
    expect(unread([...plan, ...lines]).join()).toContain('县民政局');
  });
});

describe('units on lines of their own below items', () => {
  it('are all told, the last one too, though the date of the paper stands below it', () => {
    const lines = [
      '临澜县2031年重点任务分工方案',
      '1.修缮渠道三十公里。',
      '县水利局',
      '2.栽植行道树两千株。',
      '县林业局',
      '3.铺设沥青路面。',
      '县交通局',
      '2031年2月20日',
    ];
    const { measures, unread } = parse(fromPlain(lines.join('\n')));
    const said = new Set([
      ...measures.flatMap((m) => m.assignments.map(({ unit }) => unit)),
      ...unread.map(({ text }) => text),
    ]);
    for (const unit of ['县水利局', '县林业局', '县交通局']) expect(said).toContain(unit);
  });
});
