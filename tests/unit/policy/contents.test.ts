import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';

const tasks = ['疏浚城区明沟', '检修排水泵站', '更换老旧水泵', '备足抢险物资'];
const body = tasks.flatMap((task, at) => [
  `${'一二三四'[at]}、${task}`,
  '6月底前完成。',
  `牵头单位：${['县水利局', '县住建局'][at % 2]}`,
]);
const read = (lines: readonly string[]) => parse(fromPlain(['临澜县排水防涝工作方案', ...lines, ...body].join('\n')));

describe('a table of contents', () => {
  it.each([
    ['of Word: a tab and the page', tasks.map((task, at) => `${'一二三四'[at]}、${task}\t${at + 1}`)],
    ['with dots', tasks.map((task, at) => `${'一二三四'[at]}、${task}………………${at + 3}`)],
    ['under its name', ['目　录', ...tasks.map((task, at) => `${'一二三四'[at]}、${task} ${at + 1}`)]],
    ['with pages between dashes', tasks.map((task, at) => `${'一二三四'[at]}、${task}....- ${at + 1} -`)],
  ])('is no list of measures: %s', (_, lines) => {
    const { measures } = read(lines);
    expect(measures.map(({ number, title }) => `${number}${title}`)).toEqual(
      tasks.map((task, at) => `${'一二三四'[at]}${task}`),
    );
    expect(measures.every(({ assignments }) => assignments.length === 1)).toBe(true);
  });

  it('items that end with a figure are none, where nothing repeats them', () => {
    const lines = ['1.新建泵站3', '2.新建水闸4', '3.新建堤防5'];
    expect(
      parse(fromPlain(['临澜县水利工作方案', ...lines.flatMap((line) => [line, '牵头单位：县水利局'])].join('\n')))
        .measures,
    ).toHaveLength(3);
  });
});
