import { afterEach, expect, it } from 'vitest';
import { read } from '../../../lib/text/read';

afterEach(() => {
  document.body.innerHTML = '';
});

it.each([
  '.x{font-size:0}',
  '.x{position:absolute;left:-9999px}',
  '.x{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}',
  '.x{position:absolute;clip-path:inset(50%)}',
  '.x{text-indent:-9999px;display:inline-block}',
  '.x{visibility:hidden}',
  '.x{opacity:0}',
  '.x{color:transparent}',
  '.x{display:inline-block;width:0;overflow:hidden}',
  '.x{display:inline-block;transform:scale(0)}',
])('text that no style shows is none: %s', (rule) => {
  document.body.innerHTML = `<style>${rule}</style><p>县水<span class="x">xq7</span>利局</p><p>县财政局</p>`;
  expect(read(document.body).blocks.length).toBe(2);
  expect(read(document.body).text.replace(/\s/g, '')).toBe('县水利局县财政局');
});
