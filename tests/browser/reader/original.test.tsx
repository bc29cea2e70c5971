import { fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { keepInStep } from '../../../lib/page/original/step';
import { STAND } from '../../../lib/page/original/view';
import { type OriginalStage, originalStage } from './stage';

let at: OriginalStage;
// What is beside the viewport has no character under any point.
beforeAll(() => page.viewport(1040, 680));
afterEach(() => {
  delete document.documentElement.dataset.theme;
  getSelection()?.removeAllRanges();
  at.close();
});

const painted = (name: string) => [...(CSS.highlights.get(`dutymark-${name}`) ?? [])].map(String);
const frames = async (count = 3) => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
};
const pagesShown = () => [...document.querySelectorAll<HTMLElement>('.original-page')].map((page) => page.dataset.page);
const run = (words: string) =>
  [...document.querySelectorAll<HTMLElement>('.original-text span')].find((each) => each.textContent?.includes(words))!;

describe('the original', () => {
  it('is painted by the session, on the pages that are near and on no others', async () => {
    at = await originalStage(400);
    await waitFor(() => expect(painted('lead').length).toBeGreaterThan(3));
    expect(new Set(painted('lead'))).toEqual(new Set(['县水利局']));
    expect(new Set(painted('participant'))).toEqual(new Set(['县公安局', '县财政局']));
    expect(pagesShown()[0]).toBe('1');
    expect(at.view.scroller.scrollTop).toBe(0);
    const ranges = painted('lead').length;
    for (let step = 1; step <= 20; step++) {
      at.view.scroller.scrollTop = step * 2000;
      await frames();
      expect(pagesShown().length).toBeLessThan(8);
    }
    expect(pagesShown()).not.toContain('1');
    await waitFor(() => expect(painted('lead').length).toBeGreaterThan(3));
    expect(painted('lead').length).toBeLessThan(ranges * 4);
    for (const range of CSS.highlights.get('dutymark-lead') ?? []) {
      expect((range as Range).startContainer.isConnected).toBe(true);
    }
  });

  it('paints a mark over a page break on both pages', async () => {
    at = await originalStage(40);
    const { text } = at.session.reading()!.text;
    const [first, second] = [at.layer.offsetOf(0)!, text.length];
    at.layer.paint([{ kind: 'annotation', span: { start: first, end: second }, target: 'a' }]);
    at.view.scroller.scrollTop = at.view.topOf({ page: 1, y: 0 }) - 300;
    await waitFor(() => expect(painted('annotation').length).toBe(pagesShown().length));
    for (const words of painted('annotation')) expect(words).not.toContain('—');
  });

  it('is painted by real marks where the browser has no highlights', async () => {
    const { Highlight } = window;
    Object.assign(window, { Highlight: undefined });
    try {
      at = await originalStage(120);
      const marks = (kind: string) => [...document.querySelectorAll(`.original-text mark[data-dutymark="${kind}"]`)];
      await waitFor(() => expect(marks('lead').length).toBeGreaterThan(2));
      for (const top of [3000, 9000, 1000]) {
        at.view.scroller.scrollTop = top;
        await frames();
        await waitFor(() => expect(marks('participant').length).toBeGreaterThan(2));
        expect(new Set(marks('lead').map((mark) => mark.textContent))).toEqual(new Set(['县水利局']));
      }
      // A mark splits the run it stands in; the passage stays the same.
      const unit = marks('lead')[0]!.firstChild!;
      getSelection()!.setBaseAndExtent(unit, 1, unit, 4);
      expect(at.layer.passage()).toBe('水利局');
    } finally {
      Object.assign(window, { Highlight });
    }
  });

  it('gives a selection as the same passage of the text', async () => {
    at = await originalStage(20);
    await waitFor(() => expect(run('开展第3段')).toBeTruthy());
    const from = run('开展第3段').firstChild!;
    const to = run('加固堤防').firstChild!;
    getSelection()!.setBaseAndExtent(from, from.textContent!.indexOf('开展'), from, from.textContent!.length);
    at.session.selectionChanged();
    expect(at.session.current().selection).toBe(from.textContent!.slice(from.textContent!.indexOf('开展')));
    const note = await at.session.draftAnnotation();
    expect(note?.quote).toContain('开展第3段河道整治');
    // Over lines: the document's own words, without the breaks of the page.
    const head = run('1. 开展第1段').firstChild!;
    getSelection()!.setBaseAndExtent(head, 3, to, to.textContent!.indexOf('加固') + 2);
    at.session.selectionChanged();
    expect(at.session.current().selection).toBe('开展第1段河道整治，清理岸线垃圾，疏浚淤积河段，加固');
    // Copied, a sentence is whole again.
    expect(at.layer.passage()).toBe('开展第1段河道整治，清理岸线垃圾，疏浚淤积河段，加固');
    getSelection()!.removeAllRanges();
    at.session.selectionChanged();
    expect(at.session.current().selection).toBeNull();
    expect(at.layer.passage()).toBeNull();
  });

  it('lets a selection be drawn over the blanks of a page', async () => {
    at = await originalStage(20);
    await waitFor(() => expect(run('1. 开展第1段')).toBeTruthy());
    const [from, to] = [run('1. 开展第1段').firstChild!, run('县公安局').firstChild!];
    const layer = document.querySelector('.original-text')!;
    const covers = () => document.querySelectorAll('.original-cover').length;
    fireEvent.pointerDown(from.parentElement!, { button: 0 });
    expect(covers()).toBe(document.querySelectorAll('.original-text').length);
    getSelection()!.setBaseAndExtent(from, 0, to, 4);
    document.dispatchEvent(new Event('selectionchange'));
    expect(to.parentElement!.nextElementSibling?.className).toBe('original-cover');
    getSelection()!.setBaseAndExtent(to, 4, from, 0);
    document.dispatchEvent(new Event('selectionchange'));
    expect(from.parentElement!.previousElementSibling?.className).toBe('original-cover');
    // At a blank beside the runs the cover is met, never the page's end.
    const box = layer.getBoundingClientRect();
    expect(document.elementFromPoint(box.left + 4, box.top + 40)?.className).toBe('original-cover');
    fireEvent.pointerUp(document);
    expect(covers()).toBe(0);
    at.session.selectionChanged();
    expect(at.session.current().selection).toContain('开展第1段河道整治');
  });

  it('brings a measure into view in both, and knows what stands under the pointer', async () => {
    at = await originalStage(200);
    expect(await at.session.reveal({ kind: 'measure', id: '150' })).toBe(true);
    await waitFor(() => expect(run('150. 开展')).toBeTruthy());
    const box = run('150. 开展').getBoundingClientRect();
    const frame = at.view.scroller.getBoundingClientRect();
    expect(Math.abs(box.top - (frame.top + frame.height * STAND))).toBeLessThan(20);
    await waitFor(() => expect(painted('flash').join('')).toContain('150. 开展'));
    const mark = at.reading.querySelectorAll('p')[149 * 3 + 1]!.getBoundingClientRect();
    expect(mark.top > 0 && mark.top < 600).toBe(true);
    const lead = [...CSS.highlights.get('dutymark-lead')!].find(
      (range) => (range as Range).startContainer.parentElement!.getBoundingClientRect().top > box.top,
    ) as Range;
    const unit = lead.getBoundingClientRect();
    expect(at.session.targetsAt(unit.left + 3, unit.top + unit.height / 2)[0]).toMatchObject({ kind: 'measure' });
  });

  it('scrolls in step with the reading text, whichever leads', async () => {
    at = await originalStage(300);
    const step = keepInStep({ reading: at.reading, original: at.view, layer: at.layer, bothSeen: () => true });
    /** Number of the measure at the height of the eye. */
    const inReading = () => {
      const frame = at.reading.getBoundingClientRect();
      const eye = frame.top + frame.height * STAND;
      const paragraphs = [...at.reading.querySelectorAll('p')];
      return Math.ceil(paragraphs.findIndex((each) => each.getBoundingClientRect().bottom > eye) / 3);
    };
    const inOriginal = () => {
      const { page: index, y } = at.view.placeAt(at.view.scroller.scrollTop + at.view.scroller.clientHeight * STAND);
      const { before } = at.layer.places.around(index, y);
      const text = at.session.reading()!.text.text.slice(0, at.layer.offsetOf(before!.ink)! + 8);
      return Number([...text.matchAll(/(?<=\n)(\d+)\. /g)].at(-1)?.[1] ?? 0);
    };
    fireEvent.wheel(at.reading);
    for (const top of [3000, 9000, 15_000]) {
      at.reading.scrollTop = top;
      await frames(5);
      expect(Math.abs(inOriginal() - inReading())).toBeLessThanOrEqual(1);
    }
    expect(inReading()).toBeGreaterThan(60);
    fireEvent.wheel(at.view.scroller);
    for (const top of [12_000, 2000]) {
      at.view.scroller.scrollTop = top;
      await frames(5);
      expect(Math.abs(inOriginal() - inReading())).toBeLessThanOrEqual(1);
    }
    at.view.scroller.scrollTop = 0;
    await frames(5);
    expect(at.reading.scrollTop).toBe(0);
    step.stop();
  });

  it('zooms by buttons and keys, and keeps its place', async () => {
    at = await originalStage(200);
    at.view.scroller.scrollTop = at.view.topOf({ page: 6, y: 300 });
    await frames();
    const middle = () => at.view.placeAt(at.view.scroller.scrollTop + at.view.scroller.clientHeight / 2);
    const before = middle();
    const width = () => document.querySelector('.original-page')!.getBoundingClientRect().width;
    const fit = width();
    fireEvent.click(screen.getByRole('button', { name: '放大' }));
    await frames();
    expect(width()).toBeGreaterThan(fit);
    const press = (key: string) => fireEvent.keyDown(window, { key, ctrlKey: true, cancelable: true });
    expect(press('+')).toBe(false);
    await frames();
    expect(middle().page).toBe(before.page);
    expect(Math.abs(middle().y - before.y)).toBeLessThan(12);
    press('0');
    await waitFor(() => expect(Math.round(width())).toBe(Math.round(fit)));
    expect(fireEvent.keyDown(window, { key: '+', cancelable: true })).toBe(true);
  });

  it('goes to a page by its number and by its thumbnail, and says where our duties are', async () => {
    at = await originalStage(200);
    const field = screen.getByRole('textbox', { name: /^页码/ }) as HTMLInputElement;
    const go = (typed: string) => {
      fireEvent.focus(field);
      fireEvent.input(field, { target: { value: typed } });
      fireEvent.submit(field.closest('form')!);
    };
    go('9');
    await waitFor(() => expect(pagesShown()).toContain('9'));
    go('9999');
    await waitFor(() =>
      expect(field.value).toBe(String(at.layer.pageOf(at.session.reading()!.text.text.length - 2)! + 1)),
    );
    // Zoomed out, the last pages never come to where the eye rests.
    for (let step = 0; step < 5; step++) fireEvent.click(screen.getByRole('button', { name: '缩小' }));
    await frames();
    const last = Number(field.value);
    go(`${last - 1}`);
    await frames();
    expect(field.value).toBe(`${last - 1}`);
    go(`${last}`);
    await frames();
    expect(field.value).toBe(`${last}`);
    go('nonsense');
    expect(field.value).not.toBe('nonsense');
    const strip = screen.getByRole('navigation', { name: '页面缩略图' });
    await waitFor(() => expect(strip.querySelector('[aria-current="page"]')).toBeTruthy());
    expect(strip.querySelectorAll('button').length).toBeLessThan(20);
    fireEvent.keyDown(strip, { key: 'Home' });
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.index).toBe('0'));
    expect(screen.getByRole('button', { name: '第 1 页 本单位职责 2 项' })).toBe(document.activeElement);
    fireEvent.keyDown(strip, { key: 'ArrowDown' });
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.index).toBe('1'));
    await waitFor(() => expect(field.value).toBe('2'));
    fireEvent.keyDown(strip, { key: 'End' });
    await waitFor(() => expect(strip.querySelector('[aria-current="page"]')!.textContent).toBe(`第 ${field.value} 页`));
    const drawn = document.activeElement!.querySelector('canvas')!;
    await waitFor(() => expect(drawn.width).toBeGreaterThan(90));
  });

  it.each(['light', 'dark'] as const)('passes axe, %s', async (theme) => {
    document.documentElement.dataset.theme = theme;
    at = await originalStage(20);
    await waitFor(() => expect(run('开展第3段')).toBeTruthy());
    const { violations } = await axe.run(document.querySelector('.reader-original')!);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
