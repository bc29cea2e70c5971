import { describe, expect, it } from 'vitest';
import { readBody } from './dom';

const textOf = (body: string) => readBody(body).text.trim();

describe('raised marks', () => {
  it.each(['[1]', '〔12〕', '（注3）', '①', '注1', '*', '※', '<a href="#n2">2</a>', ' 3 '])(
    'of a note are no text: %s',
    (mark) => {
      expect(textOf(`<p>县水<sup>${mark}</sup>利局</p>`)).toBe('县水利局');
    },
  );

  it.each([
    ['<p>面积500m<sup>2</sup>以上</p>', '面积500m2以上'],
    ['<p>10<sup>6</sup>千瓦</p>', '106千瓦'],
    ['<p>第<sup>一批</sup>项目</p>', '第一批项目'],
    ['<p><sup>1</sup>原县水务局。</p>', '1原县水务局。'],
    ['<p>平方公里（km<sup>2</sup>）</p>', '平方公里（km2）'],
  ])('of other kinds stay: %s', (body, text) => {
    expect(textOf(body)).toBe(text);
  });
});
