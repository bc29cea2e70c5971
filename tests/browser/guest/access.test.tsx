import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import basics from '../../../components/guest/basics.css?inline';
import card from '../../../components/guest/card.css?inline';
import { Frame } from '../../../components/guest/Frame';
import frame from '../../../components/guest/frame.css?inline';
import { Guest, type GuestProps } from '../../../components/guest/Guest';
import style from '../../../components/guest/guest.css?inline';
import type { FrameState } from '../../../components/guest/types';
import tokens from '../../../components/theme/tokens.css?inline';

const nothing = vi.fn();

const props: GuestProps = {
  pill: {
    pill: { state: 'ready', class: 'task-policy', measures: 30, progress: 1 },
    marksShown: true,
    onOpen: nothing,
    onToggleMarks: nothing,
    onReadAgain: nothing,
    onDismiss: nothing,
  },
};
const idle: FrameState = {
  theme: 'light',
  toolbar: false,
  about: '',
  card: null,
  notice: null,
  room: { width: 800, height: 500 },
  still: true,
};
const measure: FrameState['card'] = {
  kind: 'measure',
  id: '3',
  number: '3',
  title: '加强巡查',
  units: [{ role: 'lead', names: [{ name: '市水务局', mine: true }] }],
  deadline: '6月底前',
  recurrence: null,
  duty: { role: 'lead', certainty: 'named' },
  taken: false,
};

const HOSTILE = 'html > *, div, button { all: unset !important; color: red !important; display: none !important }';

/** As in a page: in a shadow root, with the page's style beside it. */
function show(theme: 'light' | 'dark', pageStyle = ''): ShadowRoot {
  document.body.innerHTML = `<style>${pageStyle}</style>`;
  const host = document.createElement('dutymark-root');
  host.dataset.theme = theme;
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${tokens}\n${basics}\n${style}`);
  shadow.adoptedStyleSheets = [sheet];
  const mount = document.createElement('div');
  shadow.append(mount);
  // axe finds no background for what stands beside the body.
  (pageStyle ? document.documentElement : document.body).append(host);
  render(<Guest {...props} />, mount);
  return shadow;
}

/** As in the frame: a page of its own. */
function showFrame(view: Partial<FrameState>, theme: 'light' | 'dark'): void {
  document.body.innerHTML = `<style>${tokens}\n${basics}\n${frame}\n${card}</style><main id="app"></main>`;
  document.documentElement.dataset.theme = theme;
  render(<Frame state={{ ...idle, theme, ...view }} onAct={nothing} />, document.querySelector('#app')!);
}

async function violations(of: Element): Promise<string[]> {
  const result = await axe.run(of as HTMLElement, { rules: { region: { enabled: false } } });
  expect(result.passes.map(({ id }) => id)).toContain('color-contrast');
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(' ')}`);
}

afterEach(() => {
  delete document.documentElement.dataset.theme;
  document.querySelector('dutymark-root')?.remove();
  document.body.innerHTML = '';
});

const views: [string, Partial<FrameState>][] = [
  ['toolbar', { toolbar: true }],
  ['card', { card: measure }],
  ['notice', { notice: { text: '已领为任务', bad: false, undo: true } }],
];

describe.each(['light', 'dark'] as const)('the guest, %s', (theme) => {
  it('has a pill that can be read and used by everybody', async () => {
    show(theme);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await violations(document.querySelector('dutymark-root')!)).toEqual([]);
  });

  it.each(views)('%s: can be read and used by everybody', async (_, view) => {
    showFrame(view, theme);
    expect(await violations(document.querySelector('#app')!)).toEqual([]);
  });

  it('is seen whatever the style of the page does, and leaves the page its own', async () => {
    const shadow = show(theme, `${HOSTILE} .pill { outline: 9px solid }`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const element = shadow.querySelector('.pill-main')!;
    expect(element.getBoundingClientRect().height).toBeGreaterThan(24);
    expect(getComputedStyle(element).color).not.toBe('rgb(255, 0, 0)');
    expect(getComputedStyle(element).outlineWidth).not.toBe('9px');
  });
});
