import { parseHTML } from 'linkedom/worker';
import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/text/read';

const textOf = (html: string) =>
  read(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document as unknown as Document).text.trim();

describe('text that nobody sees', () => {
  it.each([
    'font-size:0',
    'color:#fff;font-size: 0px;',
    'position:absolute;left:-9999px',
    'position: fixed; top: -5000px',
    'text-indent:-9999px',
    'position:absolute;clip:rect(0 0 0 0)',
    'position:absolute;clip-path:inset(50%)',
    'display:none',
    'opacity:0',
    'color:transparent',
    'color: rgba(0, 0, 0, 0)',
    'display:inline-block;width:0;overflow:hidden',
    'display:inline-block;transform:scale(0)',
  ])('is none: %s', (style) => {
    expect(textOf(`<p>县水<span style="${style}">xq7</span>利局</p>`)).toBe('县水利局');
  });

  it.each([
    'font-size:0.9em',
    'text-indent:-2em',
    'position:absolute;left:-10px',
    'position:relative;top:-1px',
    'margin-left:-9999em',
    'opacity:0.9',
    'color:transparent;background:red;background-clip:text',
    'width:0.5em;overflow:hidden',
    'border-color:transparent',
  ])('is seen: %s', (style) => {
    expect(textOf(`<p>县水<span style="${style}">务</span>局</p>`)).toBe('县水务局');
  });

  it('a block that is still faded in is text', () => {
    expect(textOf('<p style="opacity:0">县水利局</p>')).toBe('县水利局');
  });

  it('what was deleted is no text', () => {
    expect(textOf('<p>责任单位：<del>县财政局</del><ins>县水利局</ins></p>')).toBe('责任单位：县水利局');
    expect(textOf('<p>责任单位：<s>县财政局</s><strike>县林业局</strike>县水利局</p>')).toBe('责任单位：县水利局');
  });

  it('boxes inside one of size 0 are seen, readings above signs are no text', () => {
    expect(textOf('<div style="font-size:0"><p style="font-size:16px">县水利局</p></div>')).toBe('县水利局');
    expect(textOf('<p><ruby>县<rp>(</rp><rt>xiàn</rt><rp>)</rp></ruby>水利局</p>')).toBe('县水利局');
  });
});
