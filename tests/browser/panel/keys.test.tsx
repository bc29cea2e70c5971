import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { panelKeyLines } from '../../../components/panel/key-lines';
import { type PanelStage, panelStage, policySnapshot } from './stage';

let at: PanelStage;
afterEach(() => {
  at.close();
  cleanup();
});

const current = () => document.querySelector<HTMLElement>('[data-current]');
const focused = () => document.activeElement as HTMLElement;
const tasks = () => at.store.tasks('doc-1');
/** The row of what may be ours has the cursor. */
const onPossible = async () => {
  at.page.click({ kind: 'measure', id: '一›3' });
  await screen.findByRole('button', { name: '是我们的' });
};
const taken = async () => {
  await userEvent.keyboard('jt');
  await waitFor(async () => expect(await tasks()).toHaveLength(1));
  await userEvent.keyboard('k');
};

/** What each key of the help must bring about. Keys are pressed on the list of duties, as it opens. */
const does: Readonly<Record<string, () => Promise<unknown>>> = {
  '/': async () => {
    await userEvent.keyboard('/');
    expect(focused()).toBe(screen.getByRole('textbox', { name: '筛选' }));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(current()?.contains(focused())).toBe(true));
  },
  j: async () => {
    await userEvent.keyboard('jj');
    await waitFor(() => expect(Number(current()?.dataset.index)).toBe(2));
  },
  k: async () => {
    await userEvent.keyboard('jjk');
    await waitFor(() => expect(Number(current()?.dataset.index)).toBe(1));
  },
  '↓': async () => {
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(Number(current()?.dataset.index)).toBe(2));
  },
  '↑': async () => {
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    await waitFor(() => expect(Number(current()?.dataset.index)).toBe(1));
  },
  Home: async () => {
    await userEvent.keyboard('{End}{Home}');
    await waitFor(() => expect(Number(current()?.dataset.index)).toBe(1));
  },
  End: async () => {
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(current()?.getAttribute('aria-posinset')).toBe(current()?.getAttribute('aria-setsize')));
  },
  Enter: async () => {
    await userEvent.keyboard('j{Enter}');
    await waitFor(() => expect(at.page.revealed).toHaveLength(1));
  },
  e: async () => {
    await taken();
    await userEvent.keyboard('e');
    await screen.findByRole('textbox', { name: '备注' });
    await userEvent.keyboard('e');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: '备注' })).toBeNull());
  },
  t: async () => {
    await userEvent.keyboard('jT');
    await waitFor(async () => expect(await tasks()).toHaveLength(1));
  },
  a: async () => {
    await userEvent.keyboard('A');
    await waitFor(async () => expect(await tasks()).toHaveLength(4));
  },
  y: async () => {
    await onPossible();
    await userEvent.keyboard('y');
    await waitFor(() => expect(at.decisions).toMatchObject([{ verdict: 'confirmed', scope: 'measure' }]));
  },
  n: async () => {
    await userEvent.keyboard('jn');
    await waitFor(() => expect(at.decisions).toMatchObject([{ verdict: 'dismissed', scope: 'measure' }]));
  },
  '+': async () => {
    await onPossible();
    await userEvent.keyboard('+');
    const unit = '县政府其他有关部门';
    await waitFor(() => expect(at.decisions).toMatchObject([{ verdict: 'confirmed', scope: 'document', unit }]));
  },
  '-': async () => {
    await onPossible();
    await userEvent.keyboard('-');
    await waitFor(() => expect(at.decisions).toMatchObject([{ verdict: 'dismissed', scope: 'document' }]));
  },
  l: async () => {
    await userEvent.keyboard('jl');
    await waitFor(() => expect(focused().dataset.field).toBe('tags'));
    const before = current()?.dataset.row;
    await userEvent.keyboard('普法{Enter}');
    await waitFor(async () => expect((await tasks())[0]?.tags).toEqual(['普法']));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(current()?.dataset.row).not.toBe(before));
    expect(current()?.contains(focused())).toBe(true);
  },
  d: async () => {
    await userEvent.keyboard('jd');
    await waitFor(() => expect(focused().dataset.field).toBe('due'));
    await userEvent.fill(focused(), '2026-03-31');
    await userEvent.keyboard('{Enter}');
    await waitFor(async () => expect((await tasks())[0]?.dueDate).toBe('2026-03-31'));
  },
  m: async () => {
    await userEvent.keyboard('jm');
    await waitFor(() => expect(focused().dataset.field).toBe('note'));
    await userEvent.keyboard('先问县里{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await tasks())[0]?.note).toBe('先问县里'));
    await waitFor(() => expect(current()?.contains(focused())).toBe(true));
  },
  ...Object.fromEntries(
    (['open', 'doing', 'done', 'dropped'] as const).map((status, index) => [
      `${index + 1}`,
      async () => {
        await taken();
        if (status === 'open') {
          await userEvent.keyboard('2');
          await waitFor(async () => expect((await tasks())[0]?.status).toBe('doing'));
          await userEvent.keyboard('k');
        }
        await userEvent.keyboard(`${index + 1}`);
        await waitFor(async () => expect((await tasks())[0]?.status).toBe(status));
      },
    ]),
  ),
  x: async () => {
    await userEvent.keyboard('jxj{Shift>}X{/Shift}');
    await screen.findByText('已选 2 项');
  },
  s: async () => {
    await userEvent.keyboard('js');
    await waitFor(() => expect(document.querySelector('.bar-picked')).not.toBeNull());
    const box = document.querySelector<HTMLInputElement>('.virtual-row .heading-check');
    expect(box?.checked).toBe(true);
  },
  'Ctrl+Z': async () => {
    await taken();
    await userEvent.keyboard('2');
    await waitFor(async () => expect((await tasks())[0]?.status).toBe('doing'));
    await userEvent.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect((await tasks())[0]?.status).toBe('open'));
    await userEvent.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await tasks()).toEqual([]));
    await userEvent.keyboard('{Control>}z{/Control}');
    await screen.findByText('没有可以撤销的操作');
  },
  v: async () => {
    expect(screen.queryByRole('button', { name: /^疏/ })).not.toBeNull();
    await userEvent.keyboard('v');
    await screen.findByRole('button', { name: /^密/ });
  },
  u: async () => {
    let asked = false;
    at.draw({ onSetProfile: () => (asked = true) });
    await userEvent.keyboard('u');
    await waitFor(() => expect(asked).toBe(true));
  },
  Esc: async () => {
    await userEvent.keyboard('jx{Escape}');
    await waitFor(() => expect(document.querySelector('.bar-picked')).toBeNull());
  },
  '?': async () => {
    await userEvent.keyboard('?');
    await screen.findByRole('dialog', { name: '键盘操作' });
  },
};

describe('a key of the help', () => {
  const keys = panelKeyLines().flatMap((line) => line.keys);

  it.each(keys)('%s does what is said of it', async (key) => {
    at = panelStage(policySnapshot(), { density: undefined });
    await screen.findByRole('button', { name: '点名本单位的 4 项全部领为任务' });
    const check = does[key];
    if (!check) throw new Error(`nothing is known of ${key}`);
    await check();
  });
});

describe('the focus', () => {
  it('never falls to the body while duties are decided one after the other', async () => {
    at = panelStage(policySnapshot(), { density: undefined });
    await screen.findByRole('button', { name: '点名本单位的 4 项全部领为任务' });
    await userEvent.keyboard('j');
    for (const key of 'tjtnjt') {
      await userEvent.keyboard(key);
      await waitFor(() => expect(document.activeElement).not.toBe(document.body));
    }
  });
});

describe('the list', () => {
  it.each(['d', 'm', 'l'])('%s takes on nothing that only may be ours, and says what to do first', async (key) => {
    at = panelStage(policySnapshot(), { density: undefined });
    await screen.findByRole('button', { name: '点名本单位的 4 项全部领为任务' });
    await onPossible();
    await userEvent.keyboard(key);
    expect(await screen.findByText(/只是可能涉及本单位/)).toBeTruthy();
    expect(await tasks()).toEqual([]);
  });

  it('what was taken on is said by its name: the cursor is elsewhere by then', async () => {
    at = panelStage(policySnapshot(), { density: undefined });
    await screen.findByRole('button', { name: '点名本单位的 4 项全部领为任务' });
    await taken();
    const [task] = await tasks();
    expect(await screen.findByText(new RegExp(`已领为任务 1 项：${task!.title.slice(0, 6)}`))).toBeTruthy();
  });

  it.each(['d', 'm'])('%s says that it takes on what names us', async (key) => {
    at = panelStage(policySnapshot(), { density: undefined });
    await screen.findByRole('button', { name: '点名本单位的 4 项全部领为任务' });
    await userEvent.keyboard(`j${key}`);
    expect(await screen.findByText(/^已领为任务 1 项：/)).toBeTruthy();
  });

  it('marks its rows and the one with the cursor, and opens each with a name', async () => {
    at = panelStage(policySnapshot(), { density: undefined });
    await screen.findByRole('button', { name: '点名本单位的 4 项全部领为任务' });
    const rows = [...document.querySelectorAll<HTMLElement>('[data-dutymark-row="measure"]')];
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((row) => row.offsetHeight <= 32)).toBe(true);
    expect(rows.every((row) => (row.querySelector('[data-main]')?.textContent ?? '').length > 2)).toBe(true);
    expect(current()).toBeNull();
    await userEvent.keyboard('j');
    await waitFor(() => expect(document.querySelectorAll('[data-current]')).toHaveLength(1));
  });
});
