import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDraftJournal, draftJournal } from '../../../lib/draft-journal';
import { draftOn, draftsIn, keepDraft, keepDraftAfter, keepNoted, noteDrafts, sweepDrafts } from '../../../lib/drafts';
import { hash } from '../../../lib/page/hash';
import { overlap, type Where } from '../../../lib/page/note-draft';

const url = 'https://www.example.gov.cn/plan';
const at = (start: number, end: number, of = url) => ({ url: of, span: { start, end } });

/** What `localStorage` is, of which `Object.keys` gives the keys. */
const { storage } = vi.hoisted(() => {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return { storage: Object.create(methods) as Storage };
});
// There is one in Firefox alone.
vi.mock('../../../lib/draft-journal', async (original) => {
  const all = await original<typeof import('../../../lib/draft-journal')>();
  return { ...all, draftJournal: all.createDraftJournal(() => storage) };
});

beforeEach(() => {
  fakeBrowser.reset();
  for (const key of Object.keys(storage)) storage.removeItem(key);
});

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

  it('are both kept where two are typed on the same words, each until it is done with', async () => {
    await keepDraft('甲', '问法院', at(1, 2), 10, 'one');
    await keepDraft('甲', '不同意', at(1, 2), 11, 'two');
    await keepDraft('甲', '问法院吗', at(1, 2), 12, 'one');
    expect(await draftsIn(url)).toEqual([
      { about: '甲', note: '问法院吗', where: at(1, 2), id: 'one' },
      { about: '甲', note: '不同意', where: at(1, 2), id: 'two' },
    ]);
    expect((await draftOn('甲'))?.note).toBe('问法院吗');
    await noteDrafts.keep((await draftOn('甲'))!, '');
    expect((await draftOn('甲'))?.note).toBe('不同意');
  });

  it('are found as the first version left them, which did not name their words', async () => {
    await fakeBrowser.storage.local.set({ [`draft:${hash('甲')}`]: { note: '一', at: 1 } });
    expect(await draftOn('甲')).toEqual({ about: '甲', note: '一', where: null });
  });

  it('overlap by more than touching', () => {
    const one = { about: '甲乙丙', where: at(0, 3) };
    expect(overlap(one, { about: '丁戊', where: at(3, 5) })).toBe(false);
    expect(overlap(one, { about: '丙丁', where: at(2, 4) })).toBe(true);
    expect(overlap({ about: '丙丁', where: at(2, 4) }, one)).toBe(true);
  });
});

describe('a note of which the last letters were not kept when its page was left', () => {
  const where = at(1, 2);
  const noteDraft = (about: string, note: string, where: Where | null, at: number) =>
    draftJournal?.note(`draft:${hash(about)}`, { note, at, about, where });
  const kept = () => fakeBrowser.storage.local.get(null);

  it('is found as it was typed, and kept by whoever comes next', async () => {
    await keepDraft('甲', '一', where, 10);
    noteDraft('甲', '一二三', where, 12);
    noteDraft('乙', '四', where, 11);
    expect((await draftOn('甲', where))?.note).toBe('一二三');
    expect((await draftsIn(url)).map(({ note }) => note)).toEqual(['一二三', '四']);
    await keepNoted();
    expect(draftJournal?.all().size).toBe(0);
    expect(Object.values(await kept()).map((draft) => (draft as { note: string }).note)).toEqual(['一二三', '四']);
  });

  it('is noted in the turn of the key, and no more once it is kept', async () => {
    const keeping = keepDraft('甲', '一二', where, 10);
    expect([...draftJournal!.all().values()]).toEqual([{ about: '甲', note: '一二', where, at: 10 }]);
    await keeping;
    expect(draftJournal?.all().size).toBe(0);
  });

  it('is done with where that was the last that was done', async () => {
    await keepDraft('甲', '一', where, 10);
    noteDraft('甲', '', where, 12);
    expect(await draftOn('甲', where)).toBeNull();
    await keepNoted();
    expect(await kept()).toEqual({});
    expect(draftJournal?.all().size).toBe(0);
  });

  it('does not come back over what was kept or deleted after it', async () => {
    noteDraft('甲', '一', where, 10);
    await keepDraft('甲', '一二', where, 11);
    expect((await draftOn('甲', where))?.note).toBe('一二');
    noteDraft('甲', '一', where, 10);
    await keepDraft('甲', '', null, 12);
    await keepNoted();
    expect(await draftOn('甲', where)).toBeNull();
  });

  it('stays noted while what was typed after it is not kept', async () => {
    noteDraft('甲', '一二', where, 12);
    await keepDraft('甲', '一', where, 11);
    expect((await draftOn('甲', where))?.note).toBe('一二');
    await keepDraftAfter({ about: '甲', note: '一', where }, 11);
    expect(draftJournal?.all().size).toBe(1);
  });

  it('is forgotten like any other when nobody came back', async () => {
    noteDraft('甲', '一', where, Date.now());
    await sweepDrafts(Date.now() + 31 * 24 * 60 * 60 * 1000);
    expect(draftJournal?.all().size).toBe(0);
  });

  it('costs nothing where there is no such storage, or something else stands in it', () => {
    const none = createDraftJournal(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    none.note('k', { note: '一', at: 1 });
    none.settle('k', 1);
    expect(none.all().size).toBe(0);
    storage.setItem('unkept:x', '{"note":1}');
    storage.setItem('typed:x', '{"note":"一","at":1}');
    expect(draftJournal?.all().size).toBe(0);
  });
});
