import { afterEach, expect, it } from 'vitest';
import { read } from '../../../lib/text/read';
import { printedBefore } from '../../../lib/text/sheet-rules';

afterEach(() => {
  document.body.innerHTML = '';
});

const markers = (html: string) => {
  document.body.innerHTML = html;
  return read(document.body, { printed: printedBefore }).blocks.map(({ marker }) => marker ?? null);
};

it('numbers that a style sheet counts are markers', () => {
  const style =
    '<style>.d{counter-reset:n}.t::before{counter-increment:n;content:counter(n, cjk-ideographic) "、"}@media print{.t::before{content:"x1"}}</style>';
  expect(markers(`${style}<div class="d"><p class="t">清淤</p><p>说明</p><p class="t"><b>巡查</b></p></div>`)).toEqual([
    '一、',
    null,
    '二、',
  ]);
});

it('of a list whose own markers are off, in the numbers of several levels', () => {
  const style =
    '<style>ol{list-style:none;counter-reset:i}li{counter-increment:i}li::before{content:counters(i,".") " "}</style>';
  expect(markers(`${style}<ol><li>甲<ol><li>子</li><li>丑</li></ol></li><li>乙</li></ol>`)).toEqual([
    '1',
    '1.1',
    '1.2',
    '2',
  ]);
});

it('icons, bullets and what shows under a pointer are none; the text is as it was', () => {
  const style =
    '<style>p::before{content:"\\f001"}li::before{content:"▶"}p:hover::before{content:"复制"}b::after{content:"1"}</style>';
  expect(markers(`${style}<p>清淤<b>河道</b></p><ul><li>巡查</li></ul>`)).toEqual([null, null]);
  expect(read(document.body).text.replace(/\s/g, '')).toBe('清淤河道巡查');
});
