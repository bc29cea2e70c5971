import { describe, expect, it } from 'vitest';
import { chineseNumber, markerOf } from '../../../lib/text/list';
import { readBody } from './dom';

const markers = (body: string) => readBody(body).blocks.map((block) => block.marker ?? null);

describe('list markers', () => {
  it('counts as the browser draws', () => {
    expect(markers('<ol start="3"><li>甲<li>乙<li value="9">丙<li>丁</ol>')).toEqual(['3.', '4.', '9.', '10.']);
    expect(markers('<ol reversed><li>甲<li>乙</ol>')).toEqual(['2.', '1.']);
    expect(markers('<ol type="A"><li>甲</ol><ol type="i"><li>甲<li>乙</ol>')).toEqual(['A.', 'i.', 'ii.']);
    expect(markers('<ol style="list-style: cjk-ideographic"><li>甲<li>乙</ol>')).toEqual(['一、', '二、']);
  });

  it('gives none for bullets and hidden markers', () => {
    expect(markers('<ul><li>甲</ul><ol style="list-style-type:none"><li>甲</ol>')).toEqual([null, null]);
  });

  it('puts the marker on the first block of the item only', () => {
    expect(markers('<ol><li><p>甲</p><p>乙</p><li>丙</ol>')).toEqual(['1.', null, '2.']);
  });

  it('counts nested lists apart', () => {
    expect(markers('<ol><li>甲<ol><li>子</ol></li><li>乙</ol>')).toEqual(['1.', '1.', '2.']);
  });

  it('writes Chinese numbers', () => {
    expect([1, 10, 11, 20, 105, 110, 2031].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '一百零五',
      '一百一十',
      '二千零三十一',
    ]);
    expect(markerOf('"（甲）"', 1)).toBe('（甲）');
  });
});
