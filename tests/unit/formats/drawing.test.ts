import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/pdf';
import { sizes } from '../../../lib/formats/pdf/drawing';
import { turns } from '../../../lib/formats/turns';
import { set } from './write/layout';
import { pdf } from './write/pdf';

const never = new AbortController().signal;

describe('turns', () => {
  it('lets few work at a time, idle work last, and leaves aborted work out', async () => {
    const turn = turns(1);
    const order: string[] = [];
    const gone = new AbortController();
    let release = () => {};
    const first = turn(() => new Promise<void>((done) => (release = done)), never, false);
    const rest = [
      turn(async () => void order.push('idle'), never, true),
      turn(async () => void order.push('aborted'), gone.signal, false),
      turn(async () => void order.push('urgent'), never, false),
    ];
    gone.abort();
    release();
    await Promise.all([first, ...rest]);
    expect(order).toEqual(['urgent', 'idle']);
  });

  it('goes on after work that failed', async () => {
    const turn = turns(1);
    await expect(turn(() => Promise.reject(new Error('broken')), never, false)).rejects.toThrow('broken');
    const done: string[] = [];
    await turn(async () => void done.push('next'), never, false);
    expect(done).toEqual(['next']);
  });
});

describe('pages of a PDF', () => {
  const sheets = set(['为改善全县水环境，结合我县实际，制定本方案。', '牵头单位：县水利局'], 1);

  it('are given with number, turn and size; the text is tied to them only when it is asked for', async () => {
    const { pages } = await open(pdf(sheets), '方案.pdf', { pages: true });
    expect(pages?.map(({ number, turn, width, height }) => [number, turn, width, height])).toEqual(
      sheets.map((_, index) => [index + 1, 0, 595, 842]),
    );
    expect((await open(pdf(sheets), '方案.pdf')).pages).toBeUndefined();
  });

  it('are turned so that their text stands upright', async () => {
    const { pages, html } = await open(pdf(sheets, { sideways: true }), '横排.pdf', { pages: true });
    expect(html).toContain('牵头单位：县水利局');
    expect(pages?.[0]).toMatchObject({ turn: 1, width: 842, height: 595 });
    const [first] = pages?.[0]?.items ?? [];
    expect(first).toMatchObject({ x: sheets[0]!.texts[1]!.x, y: sheets[0]!.texts[1]!.y });
  });

  it('of a locked file are asked for by its password', async () => {
    const file = pdf(sheets, { password: 'qinghe' });
    await expect(open(file, '方案.pdf')).rejects.toMatchObject({ code: 'encrypted' });
    await expect(open(file, '方案.pdf', { password: 'other' })).rejects.toMatchObject({ code: 'wrong-password' });
    expect((await open(file, '方案.pdf', { password: 'qinghe' })).html).toContain('牵头单位：县水利局');
    expect(await sizes(file, 'qinghe', never)).toHaveLength(2);
  });

  it('are known by size where there is no text at all', async () => {
    const empty = pdf([
      { texts: [], rules: [{ x1: 10, y1: 10, x2: 200, y2: 10 }] },
      { texts: [], rules: [] },
    ]);
    await expect(open(empty, '扫描.pdf')).rejects.toMatchObject({ code: 'no-text' });
    expect(await sizes(empty, undefined, never)).toMatchObject([
      { number: 1, width: 595, items: [] },
      { number: 2, height: 842 },
    ]);
  });
});
