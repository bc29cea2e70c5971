import { describe, expect, it } from 'vitest';
import { deadlinesIn, fieldDeadlines } from '../../../lib/policy/time/deadlines';
import { recurrencesIn } from '../../../lib/policy/time/recurrences';

const context = { year: 2031, date: null };
const found = (text: string) => deadlinesIn(text, context).map((d) => [text.slice(d.start, d.end), d.date]);

describe('deadlines in running text', () => {
  const texts: Record<string, [string, string][]> = {
    '2031年年底前建成体系': [['2031年年底前', '2031-12-31']],
    '6月底前完成轮训，9月份开展评估': [
      ['6月底前', '2031-06-30'],
      ['9月份', '2031-09-30'],
    ],
    年底前完成验收: [['年底前', '2031-12-31']],
    明年3月底前完成: [['明年3月底前', '2032-03-31']],
    '2032年2月底前，3月10日前分别报送': [
      ['2032年2月底前', '2032-02-29'],
      ['3月10日前', '2032-03-10'],
    ],
    '“十四五”末基本建成': [['“十四五”末', '2025-12-31']],
    '2032年上半年完成招标': [['2032年上半年', '2032-06-30']],
    '2032年第三季度末前投用': [['2032年第三季度末前', '2032-09-30']],
    '2031.6.30前完成': [['2031.6.30前', '2031-06-30']],
    '不迟于2031.6月底前完成': [['6月底前', '2031-06-30']],
    '7/15前报送': [['7/15前', '2031-07-15']],
    '203106底前报送': [['203106底前', '2031-06-30']],
    '2031年Q2完成': [['2031年Q2', '2031-06-30']],
    '完成时间：2031.4-2031.8': [['2031.4-2031.8', '2031-08-31']],
    '即日起至6月30日，开展自查': [['6月30日', '2031-06-30']],
    '（即日起至9月30日）': [['9月30日', '2031-09-30']],
    三季度平台上线: [['三季度', '2031-09-30']],
    上半年首批30名到位: [['上半年', '2031-06-30']],
    二季度完工: [['二季度', '2031-06-30']],
    上半年全县经济运行总体平稳: [],
    '上半年项目已建成，继续管护': [],
    // Figures that are no dates: points, versions, ratios, dates of what was.
    '条款6.2前款': [],
    '版本1.2前移': [],
    'V2.3前端': [],
    'K3.15前方': [],
    'PM2.5前十名': [],
    '温度降至5.5前': [],
    '标段1/2前期工作': [],
    '3.2前置审批': [],
    '在3.15前夕': [],
    '于10.1前后组织': [],
    'GB/T2031.6前言': [],
    奥迪Q3前5名: [],
    Q4前沿技术: [],
    Q2内容有哪些: [],
    '截至2030.12.31前已完成80%': [],
    '清理2028.3.1前发布的文件': [],
    '对2019.1.1前的欠税': [],
    '《2031.6.30前清零方案》': [],
    '每年6.30前报送': [],
    '原完成时间：2030年12月31日': [],
    '2031.6.30印发的方案': [],
    // No deadlines: a slogan, a title, the past, a target year, an interval, a law's day.
    '落实“三项制度”': [],
    '《实施方案（2031—2035年）》2031年印发': [],
    '截至2030年底，已建成十处': [],
    '到2035年，网络更加完善': [],
    自2031年6月1日起施行: [],
    受理后五个工作日内办结: [],
  };
  for (const [text, wanted] of Object.entries(texts)) it(text, () => expect(found(text)).toEqual(wanted));

  it('marks a year that is not printed', () => {
    expect(deadlinesIn('6月底前完成', context)[0]?.yearInferred).toBe(true);
    expect(deadlinesIn('2031年6月底前完成', context)[0]?.yearInferred).toBe(false);
  });
});

describe('values of a time field', () => {
  const values: Record<string, string | null> = {
    '2032年5月': '2032-05-31',
    '2032.12': '2032-12-31',
    '2032-06-15': '2032-06-15',
    '2032年': '2032-12-31',
    '2031年12月取得阶段性成果并持续推进': '2031-12-31',
    '2031年9月—2032年3月': '2032-03-31',
    长期坚持: null,
    按照国省安排部署: null,
  };
  for (const [value, date] of Object.entries(values))
    it(value, () => expect(fieldDeadlines(value, context).at(-1)!.date).toBe(date));
});

describe('recurrences', () => {
  const texts: Record<string, [string, number | null][]> = {
    每季度开展一次督查: [['quarter', 1]],
    每年至少听取两次汇报: [['year', 2]],
    每半年通报一次: [['half-year', 1]],
    任期内至少接受一次培训: [['term', 1]],
    '每年举办至少两期讲座、一期培训班': [
      ['year', 2],
      ['year', 1],
    ],
    每人每年接受不少于60学时的培训: [['year', null]],
    每月25日前报送进度: [['month', null]],
    // Sums and slogans are none.
    每年增长5个百分点: [],
    每人每年补助600元: [],
    定期开展演练: [],
    让每一天都安心: [],
  };
  for (const [text, wanted] of Object.entries(texts))
    it(text, () => expect(recurrencesIn(text).map((r) => [r.period, r.times])).toEqual(wanted));
});
