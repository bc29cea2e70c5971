import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakePage } from '../../fixtures/panel/page';
import { type PanelStage, panelStage, policySnapshot } from './stage';

let at: PanelStage;
afterEach(() => at.close());

async function open() {
  await userEvent.click(await screen.findByRole('button', { name: '文件信息' }));
  await userEvent.click(await screen.findByRole('button', { name: '与另一份文件比较' }));
  return within(await screen.findByRole('dialog'));
}

/** Last year's plan, as something of it is kept: one measure less, one without a date, one in other words. */
async function keepLastYears() {
  const snapshot = policySnapshot();
  const policy = snapshot.state === 'ready' ? snapshot.policy : null;
  if (!policy) throw new Error('the sample is read');
  const older = policy.measures.flatMap((measure, index) => {
    if (index === 0) return [];
    if (index === 1) return [{ ...measure, deadlines: [] }];
    return index === 5 ? [{ ...measure, text: '有场所、有标牌，调解记录次日入档。' }] : [measure];
  });
  const seen = { id: 'doc-last', url: 'https://www.linlan.gov.cn/2025', fingerprint: 'f25' };
  const title = '临澜县2025年工作方案';
  const tasks = await new FakePage(snapshot).draftTasks(['三›6']);
  await at.store.addTasks({ ...seen, policy: { ...policy, title, measures: older } }, [
    { ...tasks[0]!, documentId: seen.id },
  ]);
  return snapshot;
}

it('sets the document beside another one that is kept, in both directions, and leads to what is different', async () => {
  at = panelStage(null);
  const snapshot = await keepLastYears();
  at.page.send(snapshot);
  const dialog = await open();
  const other = await dialog.findByLabelText('另一份文件（作为旧版）');
  await userEvent.selectOptions(other, within(other).getByRole('option', { name: /临澜县2025年工作方案/ }));
  const kinds = () => dialog.getAllByText(/^(新增|取消|改写|时限)$/).map((badge) => badge.textContent);
  await waitFor(() => expect(kinds().sort()).toEqual(['改写', '新增', '时限'].sort()));
  await userEvent.click(dialog.getByRole('button', { name: '新旧对调' }));
  await waitFor(() => expect(kinds().sort()).toEqual(['取消', '改写', '时限'].sort()));
  // What is in the other document alone cannot be shown in this one.
  expect(dialog.queryByRole('button', { name: /推行“一窗通办”/ })).toBeNull();
  await userEvent.click(dialog.getByRole('button', { name: '新旧对调' }));
  await userEvent.click(dialog.getByRole('button', { name: /推行“一窗通办”/ }));
  await waitFor(() => expect(at.page.revealed).toEqual([{ kind: 'measure', id: '一›1' }]));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('says how another document comes to be there to compare with', async () => {
  at = panelStage(policySnapshot());
  const dialog = await open();
  await dialog.findByText('还没有别的文件可比');
});
