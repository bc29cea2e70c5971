import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { draftOn, draftsIn, keepDraft, sweepDrafts } from '../../../lib/drafts';
import { overlap } from '../../../lib/page/note-draft';

const url = 'https://www.example.gov.cn/plan';
const at = (start: number, end: number, of = url) => ({ url: of, span: { start, end } });

beforeEach(() => fakeBrowser.reset());

describe('notes that were left unfinished', () => {
  it('are found by their words anywhere, and by words that overlap theirs in the same place', async () => {
    await keepDraft('建立联动机制', '先问法院', at(10, 16));
    expect((await draftOn('建立联动机制'))?.note).toBe('先问法院');
    expect((await draftOn('联动机制', at(12, 16)))?.about).toBe('建立联动机制');
    expect((await draftOn('机制，每半年', at(14, 20)))?.about).toBe('建立联动机制');
    // The same words elsewhere in the page, another page, another text at the same place.
    expect(await draftOn('联动机制', at(90, 94))).toBeNull();
    expect(await draftOn('联动机制', at(12, 16, `${url}2`))).toBeNull();
    expect(await draftOn('园区道路', at(12, 16))).toBeNull();
    expect(await draftOn('联动机制')).toBeNull();
  });

  it('are listed for their page, and go when they are done with or nobody came back', async () => {
    await keepDraft('甲', '一', at(1, 2));
    await keepDraft('乙', '二', at(1, 2, `${url}2`));
    await fakeBrowser.storage.local.set({ other: { note: '三', where: at(1, 2) } });
    expect(await draftsIn(url)).toEqual([{ about: '甲', note: '一', where: at(1, 2) }]);
    await keepDraft('甲', '');
    expect(await draftsIn(url)).toEqual([]);
    await sweepDrafts(Date.now() + 31 * 24 * 60 * 60 * 1000);
    expect(await draftsIn(`${url}2`)).toEqual([]);
  });

  it('overlap by more than touching', () => {
    const one = { about: '甲乙丙', where: at(0, 3) };
    expect(overlap(one, { about: '丁戊', where: at(3, 5) })).toBe(false);
    expect(overlap(one, { about: '丙丁', where: at(2, 4) })).toBe(true);
    expect(overlap({ about: '丙丁', where: at(2, 4) }, one)).toBe(true);
  });
});
