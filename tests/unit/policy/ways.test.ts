import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';

const leads = '县发改局 县住建局 县水利局 县教体局 县卫健局 县交通局 县文旅局 县商务局'.split(' ');
const joins = '县财政局 县司法局 县民政局 县审计局 县统计局 县人社局 县林业局 县气象局'.split(' ');
const numbers = '一二三四五六七八';

/** Ways of writing "A leads, B joins" behind an item, or before it (PRE); a document keeps to one of them. */
const ways: readonly (readonly [name: string, close: (a: string, b: string) => string])[] = [
  ['为主为辅', (a, b) => `。${a}为主，${b}为辅。`],
  ['主抓配合', (a, b) => `（${a}主抓，${b}配合）`],
  ['主办A协办B', (a, b) => `（主办${a}，协办${b}）`],
  ['★☆', (a, b) => `（★${a}、☆${b}）`],
  ['A会同B', (a, b) => `（${a}会同${b}）`],
  ['A联合B', (a, b) => `（${a}联合${b}负责）`],
  ['A/B', (a, b) => `（${a}/${b}）`],
  ['A+B', (a, b) => `（${a}+${b}）`],
  ['A&B', (a, b) => `（${a}&${b}）`],
  ['主责协同括', (a, b) => `（${a}（主责）、${b}（协同））`],
  ['牵配括', (a, b) => `［${a}（牵）、${b}（配）］`],
  ['由统筹落实', (a, b) => `（由${a}统筹，${b}落实）`],
  ['「」', (a, b) => `。「${a}」牵头「${b}」配合`],
  ['=', (a, b) => `。责任单位=${a}；协同单位=${b}`],
  ['星号', (a, b) => `（*${a}、${b}）`],
  ['星后', (a, b) => `（${a}*、${b}）`],
  ['主：协：', (a, b) => `。主：${a}；协：${b}`],
  ['第一第二', (a, b) => `。第一单位：${a}，第二单位：${b}`],
  ['负主责', (a, b) => `（${a}负主责，${b}负协助责任）`],
  ['为主体', (a, b) => `（以${a}为主体，${b}参与）`],
  ['挂帅', (a, b) => `（${a}挂帅，${b}出力）`],
  ['交办', (a, b) => `（交${a}办理，${b}配合）`],
  ['责成', (a, b) => `（责成${a}牵头，${b}配合）`],
  ['请', (a, b) => `（请${a}牵头，${b}配合）`],
  ['第一责任', (a, b) => `（${a}为第一责任单位，${b}为协同单位）`],
  ['归口', (a, b) => `（归口${a}，${b}配合）`],
  ['具体抓', (a, b) => `（${a}具体抓，${b}协助）`],
  ['〈主〉', (a, b) => `（${a}〈主〉、${b}〈从〉）`],
  ['总牵头', (a, b) => `（${a}总牵头，${b}分牵头）`],
  ['破折', (a, b) => `——${a}、${b}`],
  ['波浪', (a, b) => `～${a}、${b}`],
  ['竖线', (a, b) => `｜${a}｜${b}`],
  ['箭头', (a, b) => `→${a}、${b}`],
  ['>>', (a, b) => `>>${a}、${b}`],
  ['＃', (a, b) => ` #${a} #${b}`],
  ['@', (a, b) => ` @${a} @${b}`],
  ['【】双', (a, b) => `【${a}】【${b}】`],
  ['【】牵', (a, b) => `【${a}牵头】【${b}配合】`],
  ['『』', (a, b) => `『${a}、${b}』`],
  ['<>', (a, b) => `<${a}、${b}>`],
  ['《》', (a, b) => `《${a}、${b}》`],
  ['""', (a, b) => `“${a}、${b}”`],
  ['{}', (a, b) => `{${a}、${b}}`],
  ['前置方括', (a, b) => `PRE【${a}、${b}】`],
  ['前置冒号', (a, b) => `PRE${a}、${b}：`],
  ['前置牵头', (a, b) => `PRE${a}牵头，${b}配合：`],
  ['前置由', (a, b) => `PRE由${a}牵头，会同${b}，`],
  ['承办', (a, b) => `。承办：${a}　会办：${b}`],
  ['落实到', (a, b) => `（落实到${a}、${b}）`],
  ['分给', (a, b) => `（分给${a}、${b}）`],
  ['盯办', (a, b) => `（${a}盯办，${b}帮办）`],
  ['主推', (a, b) => `（${a}主推，${b}联推）`],
  ['包抓', (a, b) => `（${a}包抓，${b}联动）`],
  ['担当', (a, b) => `（${a}担当，${b}支援）`],
  ['执行', (a, b) => `（执行单位${a}，支撑单位${b}）`],
  ['对口', (a, b) => `。对口部门：${a}；关联部门：${b}`],
  ['操盘', (a, b) => `。操盘手：${a}；助攻手：${b}`],
  ['另行', (a, b) => `\n牵头单位 ${a}\n配合单位 ${b}`],
  ['另行2', (a, b) => `\n（牵头）${a}\n（配合）${b}`],
  ['另行3', (a, b) => `\n牵头 ｜ ${a}\n配合 ｜ ${b}`],
  ['另行4', (a, b) => `\n· ${a}（牵头）\n· ${b}（配合）`],
  ['另行5', (a, b) => `\n责任：${a}（主）、${b}（辅）`],
  ['另行6', (a, b) => `\n谁来干：${a}、${b}`],
  ['另行7', (a, b) => `\n${a}、${b}`],
  ['另行8', (a, b) => `\n——${a}、${b}`],
  ['另行9', (a, b) => `\n☞${a}、${b}`],
  ['另行10', (a, b) => `\n负责部门　${a}　　协作部门　${b}`],
];

/** Not read, and known: names in corner brackets with a word between them; a table of bars without a head. */
const unread = new Set(['「」', '竖线']);

function planIn(close: (a: string, b: string) => string): string {
  const items = leads.map((a, k) => {
    const way = close(a, joins[k]!);
    const [before, behind] = way.startsWith('PRE') ? [way.slice(3), '。'] : ['', way];
    return `（${numbers[k]}）${before}完善第${k + 1}类设施${behind}`;
  });
  return ['临澜县2031年重点任务分工方案', '一、主要任务', ...items].join('\n');
}

describe('a way of dividing work that no list holds', () => {
  it.each(ways.filter(([name]) => !unread.has(name)))('%s', (_name, close) => {
    const { measures } = parse(fromPlain(planIn(close)), { now: new Date('2031-01-01') });
    leads.forEach((lead, k) => {
      const own = measures.filter((m) => `${m.title ?? ''}${m.text}`.includes(`第${k + 1}类`));
      expect(own.flatMap((m) => m.assignments.map((a) => a.unit)).sort()).toEqual([lead, joins[k]!].sort());
    });
  });

  it.each(ways)('%s: no unit is anything but a unit', (_name, close) => {
    const names = new Set([...leads, ...joins]);
    const { measures } = parse(fromPlain(planIn(close)));
    expect(measures.flatMap((m) => m.assignments).filter((a) => !names.has(a.unit))).toEqual([]);
  });
});
