// @vitest-environment happy-dom
// linkedom's compareDocumentPosition compares depths, not places; only a live DOM is ever asked for places.
import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/text/read';

describe('offsets and places in nodes', () => {
  document.body.innerHTML =
    '<p id="a">牵头单位：<b>县水</b>务局</p><p id="hidden" style="display:none">隐藏</p><p id="c">县林业局<br>县财政局</p>';
  const text = read(document);
  const at = (needle: string) => text.text.indexOf(needle);

  it('slices a span over nodes', () => {
    const start = at('县水');
    const slices = text.slicesOf({ start, end: start + 4 });
    expect(slices.map(({ node, start, end }) => node.data.slice(start, end))).toEqual(['县水', '务局']);
  });

  it('covers separators by no slice', () => {
    const start = at('务局');
    expect(text.slicesOf({ start: start + 2, end: start + 3 })).toEqual([]);
    expect(text.rangeOf({ start: start + 2, end: start + 3 })).toBeNull();
    const slices = text.slicesOf({ start, end: at('县林业局') + 2 });
    expect(slices.map(({ node, start, end }) => node.data.slice(start, end))).toEqual(['务局', '县林']);
  });

  it('finds the offset of a place in a text node', () => {
    const node = document.querySelector('b')!.firstChild!;
    expect(text.offsetOf(node, 1)).toBe(at('水务'));
    expect(text.offsetOf(node, 99)).toBe(at('务局'));
  });

  it('snaps a place outside the text to the next character', () => {
    expect(text.offsetOf(document.querySelector('#hidden')!.firstChild!, 1)).toBe(at('县林业局'));
    expect(text.offsetOf(document.querySelector('#a')!, 1)).toBe(at('县水'));
    expect(text.offsetOf(document.querySelector('#a')!, 3)).toBe(at('县林业局'));
    expect(text.offsetOf(document.body, 0)).toBe(at('牵头'));
    expect(text.offsetOf(document.querySelector('#c')!, 2)).toBe(at('县财政局'));
    expect(text.offsetOf(document.querySelector('#c')!, 3)).toBe(text.text.length);
  });

  it('knows no place of another document', () => {
    expect(text.offsetOf(new DOMParser().parseFromString('<p>别处</p>', 'text/html').body, 0)).toBeNull();
  });
});
