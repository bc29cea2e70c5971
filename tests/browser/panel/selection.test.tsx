import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type PanelStage, panelStage, policySnapshot } from './stage';

let at: PanelStage;
afterEach(() => {
  vi.restoreAllMocks();
  at.close();
  cleanup();
});

const WORDS = '清单之外不得索要';
const bar = () => screen.queryByRole('region', { name: '选中的文字' });
const press = async (name: string) =>
  within(await screen.findByRole('region', { name: '选中的文字' }))
    .getByRole('button', { name })
    .click();

describe('the bar of the selection', () => {
  it('closes when its words were taken on, and comes back for others', async () => {
    const snapshot = { ...policySnapshot(), selection: WORDS };
    at = panelStage(snapshot);
    await press('领为任务');
    await screen.findByText(`已领为任务 1 项：${WORDS}`);
    await waitFor(() => expect(bar()).toBeNull());
    at.page.send({ ...snapshot, revision: 2 });
    expect(bar()).toBeNull();
    at.page.send({ ...snapshot, selection: '确需保留的列出清单' });
    await waitFor(() => expect(bar()?.textContent).toContain('确需保留的列出清单'));
    at.page.send({ ...snapshot, selection: null });
    await waitFor(() => expect(bar()).toBeNull());
    at.page.send(snapshot);
    await waitFor(() => expect(bar()?.textContent).toContain(WORDS));
  });

  it('closes when its words were annotated', async () => {
    at = panelStage({ ...policySnapshot(), selection: WORDS });
    await press('批注');
    await screen.findByText('已加批注');
    await waitFor(() => expect(bar()).toBeNull());
  });

  it('stays when nothing was stored, and what went wrong is said', async () => {
    at = panelStage({ ...policySnapshot(), selection: WORDS });
    const full = Object.assign(new Error(), { code: 'quota' });
    vi.spyOn(at.store, 'addTasks').mockRejectedValueOnce(full);
    await press('领为任务');
    await screen.findByText(/磁盘空间不足/);
    expect(bar()).not.toBeNull();
    at.page.draftTask = async () => null;
    await press('领为任务');
    await screen.findByText(/选中的文字/, { selector: '.toast *' });
    expect(bar()).not.toBeNull();
  });
});

describe('an annotation whose place is in doubt', () => {
  it('is let go by key from its own row, with a way back', async () => {
    const snapshot = { ...policySnapshot(), selection: WORDS };
    at = panelStage(snapshot);
    await press('批注');
    await screen.findByText('已加批注');
    const stored = async () => (await at.store.annotations('doc-1'))[0];
    const id = (await stored())?.id ?? '';
    at.page.send({
      ...snapshot,
      selection: null,
      anchors: { [id]: { method: 'review', span: { start: 1, end: 9 }, score: 0.6 } },
    });
    (await screen.findByRole('button', { name: '1 条批注的位置需要核对' })).click();
    await waitFor(() => expect(document.activeElement?.className).toBe('annotation-quote'));
    await userEvent.keyboard('n');
    await waitFor(async () => expect((await stored())?.resolution).toMatchObject({ method: 'orphan', letGo: true }));
    (await screen.findAllByRole('button', { name: '撤销' })).at(-1)?.click();
    await waitFor(async () => expect((await stored())?.resolution).toBeNull());
  });
});
