import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Selector } from '../../../lib/anchor/types';
import { limits } from '../../../lib/store/limits';
import { FakePage, snapshotOf } from '../../fixtures/panel/page';
import { type PanelStage, panelStage, policySnapshot } from './stage';

let at: PanelStage;
afterEach(() => {
  at.close();
  cleanup();
});

const tab = (name: RegExp) => screen.findByRole('tab', { name });
const button = (name: string | RegExp) => screen.findByRole('button', { name });
async function openTab(name: RegExp) {
  (await tab(name)).click();
}
const article = (text: string | RegExp) =>
  screen.findByText(text).then((found) => found.closest('article') as HTMLElement);

describe('measures', () => {
  it('stand in the order and outline of the page, with units by role and deadlines', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    const heads = await screen.findAllByRole('heading', { level: 2 });
    expect(heads[0]?.textContent).toContain('一、把政务服务做得更近更实');
    const first = await article('推行“一窗通办”');
    expect(within(first).getByText('县政务服务和大数据局').closest('.role-lead')).not.toBeNull();
    expect(within(first).getByText('各乡镇（办事处）').closest('.role-participant')).not.toBeNull();
    expect(first.textContent).toContain('2025-06-30');
    expect(first.textContent).toContain('每月轮训一次');
  });

  it('leads to the page, and a click on a mark in the page leads here', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    (await button(/压缩证明材料/)).click();
    await waitFor(() => expect(at.page.revealed).toEqual([{ kind: 'measure', id: '一›2' }]));
    at.page.click({ kind: 'measure', id: '三›6' });
    const last = await article('建好村级调解室');
    await waitFor(() => expect(last.getAttribute('aria-current')).toBe('true'));
    await waitFor(() => {
      const { top, bottom } = last.getBoundingClientRect();
      expect(top < 800 && bottom > 0).toBe(true);
    });
  });

  it('shows what could not be read and leads to its sentence', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    at.page.click({ kind: 'measure', id: '二›4' });
    (await button(/具体分工另行通知/)).click();
    await waitFor(() => expect(at.page.revealed[0]).toMatchObject({ kind: 'passage', revision: 1 }));
  });

  it('a page that empties itself takes the tab of the duties along; where it comes back, so do they', async () => {
    const whole = policySnapshot();
    at = panelStage(whole);
    await openTab(/^我的职责/);
    const shown = () => screen.getByRole('tab', { selected: true }).textContent;
    await waitFor(() => expect(shown()).toMatch(/^我的职责/));
    at.page.send({ ...snapshotOf({ ...whole.policy!, measures: [] }), revision: 2 });
    await waitFor(() => expect(screen.queryByRole('tab', { name: /^我的职责/ })).toBeNull());
    expect(shown()).toMatch(/^举措/);
    expect(screen.getByRole('tabpanel').getAttribute('aria-label')).toMatch(/^举措/);
    at.page.send({ ...whole, revision: 3 });
    await waitFor(() => expect(shown()).toMatch(/^我的职责/));
  });

  it('tells how many divisions of work it could not place, and leads from one to the next', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^我的职责/);
    (await screen.findByTitle('看下一处没有归位的分工')).click();
    await waitFor(() => expect(screen.getByRole('tab', { selected: true }).textContent).toMatch(/^举措/));
    await waitFor(() => {
      const { top, bottom } = screen.getByText(/^未能识读的分工/).getBoundingClientRect();
      expect(top < 800 && bottom > 0).toBe(true);
    });
  });

  it('marks what is doubtful, with the reason', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    (await button(/压缩证明材料/)).click();
    const row = await article('压缩证明材料');
    expect(within(row).getByText('拿不准').title).toContain('72%');
  });

  it('is filtered by words, with the hits marked, and by unit', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    await userEvent.fill(screen.getByRole('textbox', { name: '筛选' }), '目录 清理');
    await screen.findByText('1 / 6');
    await waitFor(() =>
      expect([...document.querySelectorAll('mark.hit')].map((mark) => mark.textContent)).toContain('目录'),
    );
    (await button('清除筛选')).click();
    const first = await article('推行“一窗通办”');
    within(first).getByRole('button', { name: '各乡镇（办事处）' }).click();
    await screen.findByText('3 / 6');
  });

  it('survives a filter that is no word', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    await userEvent.fill(screen.getByRole('textbox', { name: '筛选' }), '\\(.*[<script>');
    await screen.findByText('没有符合条件的内容');
  });
});

describe('tasks', () => {
  it('are taken on, edited in place, kept, and taken back', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    const row = await article('压缩证明材料');
    within(row).getByRole('button', { name: '领为任务' }).click();
    await screen.findByText('已领为任务 1 项：压缩证明材料');
    expect(await at.store.tasks('doc-1')).toHaveLength(1);
    (await button(/压缩证明材料/)).click();
    await userEvent.fill(await screen.findByRole('textbox', { name: '备注' }), '=1+1 先核对');
    await screen.findByText('已保存');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '状态' }), 'doing');
    const tags = screen.getByRole('combobox', { name: '添加标签' });
    await userEvent.fill(tags, '法规科');
    await userEvent.keyboard('{Enter}');
    await waitFor(async () => {
      expect((await at.store.tasks('doc-1'))[0]).toMatchObject({
        note: '=1+1 先核对',
        status: 'doing',
        tags: ['法规科'],
      });
    });
    (await button('移出任务清单')).click();
    await screen.findByText('已移出任务清单');
    expect(await at.store.tasks('doc-1')).toEqual([]);
    (await screen.findAllByRole('button', { name: '撤销' })).at(-1)?.click();
    await waitFor(async () => expect((await at.store.tasks('doc-1'))[0]?.note).toBe('=1+1 先核对'));
  });

  it('are picked by range and taken on together; undo takes back the new ones only', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    within(await article('压缩证明材料'))
      .getByRole('button', { name: '领为任务' })
      .click();
    await screen.findByText('已领为任务 1 项：压缩证明材料');
    const boxes = await screen.findAllByRole('checkbox', { name: /^选择/ });
    boxes[0]?.click();
    fireEvent.click(boxes[2] as HTMLElement, { shiftKey: true });
    (await button('领为任务 2 项')).click();
    await screen.findByText('已领为任务 2 项');
    expect(await at.store.tasks('doc-1')).toHaveLength(3);
    (await screen.findAllByRole('button', { name: '撤销' })).at(-1)?.click();
    await waitFor(async () => {
      expect((await at.store.tasks('doc-1')).map(({ title }) => title)).toEqual(['压缩证明材料']);
    });
  });

  it('keep a note that was being typed when the panel closes', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    within(await article('压缩证明材料'))
      .getByRole('button', { name: '领为任务' })
      .click();
    (await button(/压缩证明材料/)).click();
    await userEvent.fill(await screen.findByRole('textbox', { name: '备注' }), '还没有存');
    const { store } = at;
    document.body.querySelector('main')?.replaceChildren();
    dispatchEvent(new Event('pagehide'));
    await waitFor(async () => expect((await store.tasks('doc-1'))[0]?.note).toBe('还没有存'));
  });

  it('say what went wrong and keep what was typed', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    within(await article('压缩证明材料'))
      .getByRole('button', { name: '领为任务' })
      .click();
    (await button(/压缩证明材料/)).click();
    const note = await screen.findByRole('textbox', { name: '备注' });
    const quota = vi
      .spyOn(at.store, 'updateTasks')
      .mockRejectedValueOnce(Object.assign(new Error(), { code: 'quota' }));
    await userEvent.fill(note, '长长的备注');
    await screen.findByText(/磁盘空间不足/);
    expect((note as HTMLTextAreaElement).value).toBe('长长的备注');
    quota.mockRestore();
    await userEvent.fill(note, '长长的备注。');
    await waitFor(async () => expect((await at.store.tasks('doc-1'))[0]?.note).toBe('长长的备注。'));
    const tags = screen.getByRole('combobox', { name: '添加标签' });
    await userEvent.fill(tags, '标'.repeat(10_000));
    await userEvent.keyboard('{Enter}');
    await screen.findByText(`标签最多 ${limits.tag} 个字，请改短`);
  });
});

describe('duties', () => {
  it('come first, in groups, and all that name us are taken on at once, with undo', async () => {
    at = panelStage(policySnapshot());
    expect((await tab(/^我的职责/)).getAttribute('aria-selected')).toBe('true');
    (await button('点名本单位的 4 项全部领为任务')).click();
    await screen.findByText('已领为任务 4 项');
    expect((await at.store.tasks('doc-1')).every(({ certainty }) => certainty === 'named')).toBe(true);
    (await button('撤销')).click();
    await waitFor(async () => expect(await at.store.tasks('doc-1')).toEqual([]));
    (await button('点名本单位的 4 项全部领为任务')).click();
    await waitFor(async () => expect(await at.store.tasks('doc-1')).toHaveLength(4));
    const scroller = document.querySelector('.panel-scroll') as HTMLElement;
    scroller.scrollTop = 10_000;
    await screen.findByText(/责任单位：县政府其他有关部门/);
    expect(screen.getAllByText('可能涉及').length).toBeGreaterThan(0);
  });

  it('that are only possible are confirmed or dismissed, by key too', async () => {
    at = panelStage(policySnapshot());
    await tab(/^我的职责/);
    at.page.click({ kind: 'measure', id: '一›3' });
    await screen.findByRole('button', { name: '是我们的' });
    await userEvent.keyboard('n');
    await waitFor(() =>
      expect(at.decisions).toMatchObject([{ verdict: 'dismissed', scope: 'measure', measure: '一›3' }]),
    );
    (await button('撤销')).click();
    await waitFor(() => expect(at.decisions).toEqual([]));
    (await button('是我们的')).click();
    await waitFor(() => expect(at.decisions).toMatchObject([{ verdict: 'confirmed', unit: '县政府其他有关部门' }]));
  });

  it('ask which unit is ours where no profile is set', async () => {
    const chosen = vi.fn();
    at = panelStage({ ...policySnapshot(), duties: [] }, { profiles: [], onSetProfile: chosen });
    await openTab(/^我的职责/);
    (await button(/^县司法局/)).click();
    expect(chosen.mock.calls[0]?.[0]).toMatchObject({ name: '县司法局', kind: 'government-department' });
  });
});

describe('annotations', () => {
  it('are made of the selection, noted, and deleted with undo', async () => {
    at = panelStage({ ...policySnapshot(), selection: '清单之外不得索要' });
    (await button('批注')).click();
    await userEvent.fill(await screen.findByRole('textbox', { name: '写批注…' }), '与市里口径一致');
    await waitFor(async () => expect((await at.store.annotations('doc-1'))[0]?.note).toBe('与市里口径一致'));
    (await screen.findByRole('radio', { name: '蓝' })).click();
    await waitFor(async () => expect((await at.store.annotations('doc-1'))[0]?.colour).toBe('blue'));
    (await button('删除批注')).click();
    await screen.findByText('还没有批注');
    (await screen.findAllByRole('button', { name: '撤销' })).at(-1)?.click();
    await waitFor(async () => expect((await at.store.annotations('doc-1'))[0]?.note).toBe('与市里口径一致'));
  });

  it('say honestly when their passage was not found', async () => {
    const snapshot = { ...policySnapshot(), selection: '清单之外不得索要' };
    at = panelStage(snapshot);
    (await button('批注')).click();
    await screen.findByText('已加批注');
    const id = (await at.store.annotations('doc-1'))[0]?.id ?? '';
    at.page.send({ ...snapshot, anchors: { [id]: { method: 'orphan', span: null, score: 0 } } });
    await screen.findByText('未找到');
    at.page.send({ ...snapshot, anchors: { [id]: { method: 'review', span: null, score: 0.6 } } });
    await screen.findByText('待核对');
  });

  it('are reviewed: old and new side by side, confirmed by key, moved by selection, with undo', async () => {
    const snapshot = { ...policySnapshot(), selection: '清单之外不得索要' };
    at = panelStage(snapshot);
    (await button('批注')).click();
    await screen.findByText('已加批注');
    const stored = async () => (await at.store.annotations('doc-1'))[0];
    const id = (await stored())?.id ?? '';
    at.page.foundText = '清单之外一律不得索要';
    const anchors = { [id]: { method: 'review' as const, span: { start: 10, end: 20 }, score: 0.7 } };
    at.page.send({ ...snapshot, selection: null, anchors });
    (await button('1 条批注的位置需要核对')).click();
    await waitFor(() => expect(document.querySelector('.review ins')?.textContent).toBe('一律'));
    await waitFor(() => expect(document.activeElement?.className).toBe('annotation-quote'));
    await userEvent.keyboard('y');
    await waitFor(async () => expect((await stored())?.quote).toBe('清单之外一律不得索要'));
    (await screen.findAllByRole('button', { name: '撤销' })).at(-1)?.click();
    await waitFor(async () => expect((await stored())?.quote).toBe('清单之外不得索要'));
    at.page.send({ ...snapshot, selection: '确需保留的列出清单', anchors });
    (await button('移到选中处')).click();
    await waitFor(async () => expect((await stored())?.quote).toBe('确需保留的列出清单'));
  });
});

describe('the facts', () => {
  it('say so when it is not sure that this is such a document', async () => {
    const snapshot = policySnapshot();
    at = panelStage({ ...snapshot, policy: { ...samplePolicyOf(snapshot), certainty: 0.72 } });
    await tab(/^举措/);
    expect(screen.queryByText(/是否任务分工文件/)).toBeNull();
    at.page.send({ ...snapshot, policy: { ...samplePolicyOf(snapshot), certainty: 0.6 } });
    await screen.findByText('是否任务分工文件待核对（把握 60%）');
    expect(screen.getByText('征求意见稿')).toBeTruthy();
    expect(screen.getByText('每项列第一位的单位为牵头单位')).toBeTruthy();
  });
});

describe('a changed policy', () => {
  it('says what changed since it was seen, ours first, and keeps the new version when told', async () => {
    const snapshot = policySnapshot();
    const policy = samplePolicyOf(snapshot);
    at = panelStage(null);
    const older = policy.measures.flatMap((measure, index) => {
      if (index === 0) return [];
      if (index === 1) return [{ ...measure, deadlines: [] }];
      return index === 5 ? [{ ...measure, text: '有场所、有标牌，调解记录次日入档。' }] : [measure];
    });
    const seen = { id: 'doc-1', url: 'https://mirror.linlan.gov.cn/1', fingerprint: 'f0' };
    await at.store.addTasks({ ...seen, policy: { ...policy, measures: older } }, [
      (await new FakePage(snapshot).draftTasks(['三›6']))[0]!,
    ]);
    await at.store.saveDocument({ ...seen, url: 'https://www.linlan.gov.cn/1', fingerprint: 'f1', policy });
    at.page.send(snapshot);
    const changes = await screen.findByRole('region', { name: /原文已变.*有 3 处不同，涉及本单位/ });
    within(changes).getByRole('button', { expanded: false }).click();
    await waitFor(() => {
      const kinds = [...changes.querySelectorAll('.badge-warn')].map((badge) => badge.textContent);
      expect(kinds.sort()).toEqual(['改写', '新增', '时限'].sort());
    });
    expect(changes.querySelector('article')?.textContent).toContain('本单位');
    expect(changes.querySelector('.change-text del')).not.toBeNull();
    within(changes)
      .getByRole('button', { name: /推行“一窗通办”/ })
      .click();
    await waitFor(() => expect(at.page.revealed).toEqual([{ kind: 'measure', id: '一›1' }]));
    (await button('文件信息')).click();
    await screen.findByText('也见于（2）');
    await openTab(/^我的任务/);
    await screen.findByText('原文已变：改写');
    (await button('知道了')).click();
    await waitFor(() => expect(screen.queryByRole('region', { name: /原文已变/ })).toBeNull());
    expect(screen.queryByText('原文已变：改写')).toBeNull();
    expect((await at.store.document('doc-1'))?.fingerprint).toBe('f1');
    expect(await at.store.baseline('doc-1')).toBeNull();
  });
});

describe('an older copy of a changed policy', () => {
  it('has the tasks of its measures, says what became of them, and takes nothing on twice', async () => {
    const snapshot = policySnapshot();
    const policy = samplePolicyOf(snapshot);
    at = panelStage(null);
    const named = snapshot.duties.filter(({ certainty }) => certainty === 'named').map(({ measure }) => measure);
    const drafts = await new FakePage(snapshot).draftTasks(named);
    const sample = { id: 'doc-1', url: 'dutymark:sample', fingerprint: 'f1', policy };
    await at.store.addTasks(sample, drafts);
    // The first that is ours is gone, and what follows it is numbered anew: it has the id that the gone one had.
    const gone = policy.measures.findIndex(({ id }) => id === named[0]);
    const measures = policy.measures.flatMap((measure, index) =>
      index === gone ? [] : [index === gone + 1 ? { ...measure, id: named[0]! } : measure],
    );
    const url = 'https://www.linlan.gov.cn/1';
    await at.store.saveDocument({ ...sample, url, fingerprint: 'f2', policy: { ...policy, measures } });
    at.page.send({ ...snapshot, url: 'dutymark:sample' });
    expect((await button('点名本单位的已全部领为任务')).hasAttribute('disabled')).toBe(true);
    await openTab(/^我的任务/);
    await screen.findByText(/原文已变：取消/);
    expect(screen.queryByRole('region', { name: /原文已变/ })).toBeNull();
    expect(await at.store.tasks('doc-1')).toHaveLength(drafts.length);
  });
});

describe('places to check', () => {
  const quote = (exact: string): Selector => ({
    type: 'TextQuoteSelector',
    exact,
    prefix: '前一句。各乡镇要',
    suffix: '，逐项销号。后一句',
  });

  it('stand in one queue, old and new side by side, and wait for a key', async () => {
    const snapshot = policySnapshot();
    at = panelStage(null);
    const page = new FakePage({ ...snapshot, selection: '建立台账' });
    const draft = (await page.draftAnnotation())!;
    const seen = { id: 'doc-1', url: snapshot.url, fingerprint: 'f1', policy: samplePolicyOf(snapshot) };
    const add = (text: string) => at.store.addAnnotation(seen, { ...draft, quote: text, selectors: [quote(text)] });
    const [guess, like, gone] = [await add('建立台账'), await add('按月通报'), await add('设立专线')];
    const task = (await page.draftTask())!;
    const [passage] = await at.store.addTasks(seen, [{ ...task, excerpt: '开展自查', selectors: [quote('开展自查')] }]);
    at.page.foundText = '建立问题台账';
    const span = { start: 3, end: 9 };
    at.page.send({
      ...snapshot,
      anchors: {
        [like.id]: { method: 'fuzzy', span, score: 0.81 },
        [guess.id]: { method: 'review', span, score: 0.55 },
        [gone.id]: { method: 'orphan', span: null, score: 0 },
        [passage!.id]: { method: 'structural', span, score: 0.9 },
      },
    });
    const queue = await screen.findByRole('region', { name: '3 处位置需要核对；1 处在页面里找不到' });
    within(queue).getByRole('button', { expanded: false }).click();
    const cards = () => [...queue.querySelectorAll<HTMLElement>('[data-card]')];
    await waitFor(() => expect(cards()).toHaveLength(4));
    expect(cards()[0]!.textContent).toContain('不能确定');
    await waitFor(() => expect(cards()[0]!.querySelector('ins')?.textContent).toContain('问题'));
    expect(cards()[0]!.querySelector('dd')?.textContent).toBe('各乡镇要建立台账，逐项销号。');
    expect((await at.store.annotations('doc-1')).find(({ id }) => id === guess.id)?.quote).toBe('建立台账');

    cards()[0]!.focus();
    await userEvent.keyboard('y');
    await waitFor(async () =>
      expect((await at.store.annotations('doc-1')).find(({ id }) => id === guess.id)?.quote).toBe('建立问题台账'),
    );
    const lost = cards().find((card) => card.textContent?.includes('设立专线'))!;
    await screen.findByText('已重新定位');
    await waitFor(() => expect(cards()[0]!.contains(document.activeElement)).toBe(true));
    lost.focus();
    await userEvent.keyboard('n');
    await waitFor(async () =>
      expect((await at.store.annotations('doc-1')).find(({ id }) => id === gone.id)).toMatchObject({
        quote: '设立专线',
        resolution: { method: 'orphan', letGo: true },
      }),
    );
  });
});

describe('states', () => {
  it('reads a page that was not read, and says why it was refused', async () => {
    at = panelStage(null);
    at.page.failReading = Object.assign(new Error(), { code: 'restricted' });
    (await button('识读本页')).click();
    await screen.findByText(/浏览器不允许扩展进入/);
    expect(at.page.reads).toBe(1);
  });

  it('shows progress, failure and what is no policy', async () => {
    const snapshot = policySnapshot();
    at = panelStage({ ...snapshot, state: 'reading', progress: 0.42, policy: null });
    await waitFor(() => expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('42'));
    at.page.send({ ...snapshot, state: 'failed', error: 'too-large', policy: null });
    await screen.findByText(/页面太大/);
    at.page.send({ ...snapshot, policy: { ...samplePolicyOf(snapshot), class: 'other' } });
    (await button('照样显示')).click();
    await tab(/^举措/);
  });
});

function samplePolicyOf(snapshot: ReturnType<typeof policySnapshot>) {
  if (!snapshot.policy) throw new Error('the sample has a policy');
  return snapshot.policy;
}

describe('keys', () => {
  it('move, show in the page, pick and take on', async () => {
    at = panelStage(policySnapshot());
    await openTab(/^举措/);
    await article('推行“一窗通办”');
    await userEvent.keyboard('jj');
    const row = await article('压缩证明材料');
    await waitFor(() => expect(row.getAttribute('aria-current')).toBe('true'));
    await waitFor(() => expect(row.contains(document.activeElement)).toBe(true));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(at.page.revealed).toEqual([{ kind: 'measure', id: '一›2' }]));
    await userEvent.keyboard('xjxt');
    await waitFor(async () => expect(await at.store.tasks('doc-1')).toHaveLength(2));
    await userEvent.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '筛选' }));
    await userEvent.keyboard('j');
    expect((document.activeElement as HTMLInputElement).value).toBe('j');
  });
});
