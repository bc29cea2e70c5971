import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FixedItem, FixedPage } from '../../../../lib/formats/types';
import { inkOf } from '../../../../lib/page/original/ink';
import { ASCENT, placesOf } from '../../../../lib/page/original/places';
import { runsOf } from '../../../../lib/page/original/runs';

const page = (number: number, items: FixedItem[]): FixedPage => ({
  number,
  turn: 0,
  width: 595,
  height: 842,
  items,
  rules: [],
});
const item = (text: string, y: number, ink: number | null, x = 90): FixedItem => ({
  text,
  x,
  y,
  width: text.length * 16,
  size: 16,
  ink,
});

describe('ink', () => {
  it('counts what is printed, both ways, whatever the blanks', () => {
    const text = '一、 重点\n\u3000任务 A';
    const ink = inkOf(text);
    expect(ink.count).toBe(7);
    expect([0, 2, 4, 6].map((at) => text[ink.offsetOf(at)])).toEqual(['一', '重', '任', 'A']);
    expect(ink.before(0)).toBe(0);
    expect(ink.before(text.indexOf('任'))).toBe(4);
  });

  it('agrees with taking the blanks out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const ink = inkOf(text);
        const bare = text.replace(/\s+/g, '');
        expect(ink.count).toBe(bare.length);
        for (let at = 0; at < bare.length; at++) expect(text[ink.offsetOf(at)]).toBe(bare[at]);
        for (let at = 0; at <= text.length; at++) {
          expect(ink.before(at)).toBe(text.slice(0, at).replace(/\s+/g, '').length);
        }
      }),
    );
  });
});

describe('runs', () => {
  const text = '一、重点 任务\n县水利局';
  const ink = inkOf(text);

  it('are the text itself, in its order, with what the text leaves out at the end', () => {
    const runs = runsOf([item('— 1 —', 800, null), item('县水利局', 128, 6), item('一、重点任务', 100, 0)], text, ink);
    expect(runs.map((run) => [run.text, run.start])).toEqual([
      ['一、重点 任务', 0],
      ['县水利局', 8],
      ['— 1 —', null],
    ]);
    for (const { text: own, start } of runs) if (start !== null) expect(text.slice(start).startsWith(own)).toBe(true);
  });

  it('that say something else than the text are shown and tied to nothing', () => {
    expect(runsOf([item('县财政局', 128, 6), item('超出', 150, 9)], text, ink).map((run) => run.start)).toEqual([
      null,
      null,
    ]);
  });
});

describe('places', () => {
  const pages = [
    page(1, [item('一二三四', 100, 0), item('五六', 128, 4), item('— 1 —', 800, null)]),
    page(2, []),
    page(4, [item('七八', 100, 6), item('九十', 100, 8, 300)]),
  ];
  const places = placesOf(pages);

  it('of a character: its page, and how far into its run', () => {
    expect(places.placeOf(2)).toEqual({ page: 0, x: 90 + 32, y: 100 - 16 * ASCENT });
    expect(places.placeOf(5)).toMatchObject({ page: 0, x: 106, y: 128 - 16 * ASCENT });
    expect(places.placeOf(8)).toMatchObject({ page: 2, x: 300 });
    expect(places.pageOf(7)).toBe(2);
    expect(placesOf([page(1, [])]).placeOf(0)).toBeNull();
  });

  it('around a height: the lines above and below, over pages without text', () => {
    expect(places.around(0, 110)).toMatchObject({ before: { ink: 0 }, after: { ink: 4 } });
    expect(places.around(0, 500)).toMatchObject({ before: { ink: 4 }, after: { page: 2, ink: 6 } });
    expect(places.around(2, 400)).toMatchObject({ before: { ink: 6 }, after: null });
    expect(places.around(1, 400)).toMatchObject({ before: { page: 0, ink: 4 }, after: { page: 2, ink: 6 } });
  });
});
