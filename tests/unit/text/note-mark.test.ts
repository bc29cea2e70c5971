import { describe, expect, it } from 'vitest';
import { readBody } from './dom';

const textOf = (body: string) => readBody(body).text.trim();

describe('readings beside their signs', () => {
  it.each([
    '<span class="py">xiàn</span>',
    '<sup>xiàn</sup>',
    '<small>（shuǐ lì）</small>',
    '<i>ㄒㄧㄢˋ</i>',
    '<ruby>县<rtc>xiàn</rtc></ruby>'.replace('县', ''),
  ])('are no text: %s', (reading) => {
    expect(textOf(`<p>县${reading}水利局</p>`)).toBe('县水利局');
  });

  it.each(['<span>WiFi</span>', '<span>é</span>', '<b>xiàn</b>'])('what is none stays: %s', (other) => {
    const body = other.includes('é') ? `<p>caf${other}</p>` : `<p>县${other}水利局</p>`;
    expect(textOf(body)).toContain(other.replace(/<[^>]*>/g, ''));
  });
});

describe('marks of notes that are not raised', () => {
  it.each([
    '<a href="#n">[2]</a>',
    '<span>〔12〕</span>',
    '<small>（注3）</small>',
    '<span style="vertical-align:super">4</span>',
    '<span style="vertical-align: super; font-size: 9px">①</span>',
  ])('are no text: %s', (mark) => {
    expect(textOf(`<p>县水利局${mark}、县财政局</p>`)).toBe('县水利局、县财政局');
  });

  it.each(['<span>（1）</span>', '<span>12</span>', '<span>〔2031〕</span>', '<a href="x">[附件]</a>'])(
    'what counts stays: %s',
    (other) => {
      expect(textOf(`<p>县水利局${other}号</p>`)).toBe(`县水利局${other.replace(/<[^>]*>/g, '')}号`);
    },
  );
});

describe('fonts of signs', () => {
  it('print no letters, on a page that is shown as well; another font inside does', () => {
    expect(textOf('<p><span style="font-family:Wingdings">l</span>清淤</p>')).toBe('•清淤');
    expect(textOf('<p><font face="Webdings">a</font>清淤</p>')).toBe('•清淤');
    expect(
      textOf('<p><span style="font-family:Wingdings">n<span style="font-family:Arial">A</span>县</span></p>'),
    ).toBe('•A县');
    expect(textOf('<p><span style="font-family:宋体,Wingdings">A</span></p>')).toBe('A');
  });
});

describe('raised marks', () => {
  it.each(['[1]', '〔12〕', '（注3）', '①', '注1', '*', '※', '<a href="#n2">2</a>', ' 3 '])(
    'of a note are no text: %s',
    (mark) => {
      expect(textOf(`<p>县水<sup>${mark}</sup>利局</p>`)).toBe('县水利局');
    },
  );

  it.each([
    ['<p>面积500m<sup>2</sup>以上</p>', '面积500m2以上'],
    ['<p>10<sup>6</sup>千瓦</p>', '10⁶千瓦'],
    ['<p>第<sup>一批</sup>项目</p>', '第一批项目'],
    ['<p><sup>1</sup>原县水务局。</p>', '1原县水务局。'],
    ['<p>平方公里（km<sup>2</sup>）</p>', '平方公里（km2）'],
  ])('of other kinds stay: %s', (body, text) => {
    expect(textOf(body)).toBe(text);
  });
});
