import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import card from '../../../components/guest/card.css?inline';
import { Guest, type GuestProps } from '../../../components/guest/Guest';
import style from '../../../components/guest/guest.css?inline';
import tokens from '../../../components/theme/tokens.css?inline';

const box = () => new DOMRect(100, 200, 60, 20);
const anchor = { getBoundingClientRect: box, getClientRects: () => [box()] as unknown as DOMRectList };
const nothing = vi.fn();

const props: GuestProps = {
  pill: {
    pill: { state: 'ready', class: 'task-policy', measures: 30, mine: 7, possible: 2, progress: 1 },
    marksShown: true,
    onOpen: nothing,
    onToggleMarks: nothing,
    onReadAgain: nothing,
    onDismiss: nothing,
  },
  toolbar: { anchor, onAnnotate: nothing, onTask: nothing, onClose: nothing },
  card: {
    anchor,
    onShow: nothing,
    onTake: nothing,
    onRemoveNote: nothing,
    onClose: nothing,
    card: {
      kind: 'measure',
      id: '3',
      number: '3',
      title: '加强巡查',
      units: [{ role: 'lead', names: [{ name: '市水务局', mine: true }] }],
      deadline: '6月底前',
      recurrence: null,
      duty: { role: 'lead', certainty: 'named' },
      taken: false,
    },
  },
  notice: { text: '已领为任务', onUndo: nothing },
};

const HOSTILE = 'html > *, div, button { all: unset !important; color: red !important; display: none !important }';

/** As in a page: in a shadow root, with the page's style beside it. */
function show(view: Partial<GuestProps>, theme: 'light' | 'dark', pageStyle = ''): ShadowRoot {
  document.body.innerHTML = `<style>${pageStyle}</style>`;
  const host = document.createElement('dutymark-root');
  host.dataset.theme = theme;
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${tokens}\n${style}\n${card}`);
  shadow.adoptedStyleSheets = [sheet];
  const mount = document.createElement('div');
  shadow.append(mount);
  // axe finds no background for what stands beside the body.
  (pageStyle ? document.documentElement : document.body).append(host);
  render(<Guest pill={null} toolbar={null} card={null} notice={null} {...view} />, mount);
  return shadow;
}

afterEach(() => {
  document.querySelector('dutymark-root')?.remove();
  document.body.innerHTML = '';
});

const views: [string, Partial<GuestProps>][] = [
  ['pill and notice', { pill: props.pill, notice: props.notice }],
  ['toolbar', { toolbar: props.toolbar }],
  ['card', { card: props.card }],
];

describe.each(['light', 'dark'] as const)('the guest, %s', (theme) => {
  it.each(views)('%s: can be read and used by everybody', async (_, view) => {
    show(view, theme);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const result = await axe.run(document.querySelector('dutymark-root') as HTMLElement, {
      rules: { region: { enabled: false } },
    });
    const said = result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(' ')}`,
    );
    expect(said).toEqual([]);
    expect(result.passes.map(({ id }) => id)).toContain('color-contrast');
  });

  it('is seen whatever the style of the page does, and leaves the page its own', async () => {
    const shadow = show(props, theme, `${HOSTILE} .pill { outline: 9px solid }`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const part of ['.pill-main', '.toolbar', '.card']) {
      const element = shadow.querySelector(part)!;
      expect(element.getBoundingClientRect().height, part).toBeGreaterThan(24);
      expect(getComputedStyle(element).color).not.toBe('rgb(255, 0, 0)');
      expect(getComputedStyle(element).outlineWidth).not.toBe('9px');
    }
  });
});
