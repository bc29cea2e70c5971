import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { draftOn, draftsIn } from '../../../lib/drafts';
import { frameDrafts } from '../../../lib/frame-drafts';

const url = 'https://www.example.gov.cn/plan';
const where = { url, span: { start: 10, end: 16 } };
const ABOUT = '建立联动机制';
const notes = async () => (await draftsIn(url)).map(({ note }) => note).sort();

beforeEach(() => {
  fakeBrowser.reset();
});

describe('notes typed in a frame', () => {
  it('stand beside those of another frame on the same words', async () => {
    await frameDrafts().keep(ABOUT, '先问法院', where);
    await frameDrafts().keep(ABOUT, '局长不同意', where);
    expect(await notes()).toEqual(['先问法院', '局长不同意'].sort());
  });

  it('take over what was found of another frame, with the first key', async () => {
    await frameDrafts().keep(ABOUT, '先问法院', where);
    const later = frameDrafts();
    expect((await later.find(ABOUT, where))?.note).toBe('先问法院');
    await later.keep(ABOUT, '先问法院和编办', where);
    expect(await notes()).toEqual(['先问法院和编办']);
    await later.keep(ABOUT, '', where);
    expect(await draftOn(ABOUT, where)).toBeNull();
  });

  it('stay when the frame finds its own again and goes on', async () => {
    const own = frameDrafts();
    await own.keep(ABOUT, '先问法', where);
    expect((await own.find(ABOUT, where))?.note).toBe('先问法');
    await own.keep(ABOUT, '先问法院', where);
    expect(await notes()).toEqual(['先问法院']);
  });

  it('are told of before they are kept, no two at the same time', async () => {
    const told: [note: string, at: number][] = [];
    const own = frameDrafts(({ note }, at) => told.push([note, at]));
    await Promise.all([own.keep(ABOUT, '先', where), own.keep(ABOUT, '先问', where)]);
    expect(told.map(([note]) => note)).toEqual(['先', '先问']);
    expect(told[1]![1]).toBeGreaterThan(told[0]![1]);
  });
});
