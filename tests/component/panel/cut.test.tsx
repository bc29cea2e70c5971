import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { PanelState } from '../../../components/panel/PanelState';
import { emptyPolicy } from '../../lib/policies';

it.each([
  [true, /文件不完整/, /请重新下载/],
  [false, /看起来不是政策文件/, /没有找到发文字号/],
])('a file of which only the beginning was there (%s) is not called something else', (cut, title, what) => {
  const snapshot = { state: 'ready', policy: { ...emptyPolicy, class: 'other' } } as never;
  const nothing = () => undefined;
  render(<PanelState snapshot={snapshot} error={null} cut={cut} onRead={nothing} onShowAnyway={nothing} />);
  expect(screen.getAllByText(title)).toHaveLength(1);
  expect(screen.getAllByText(what)).toHaveLength(1);
});

it.each([
  ['where nothing else is', { state: 'failed', error: 'empty-page', policy: null }],
  ['where the rest is no policy', { state: 'ready', policy: { ...emptyPolicy, class: 'other' } }],
])('text in web components is said with what to do: %s', (_, more) => {
  const nothing = () => undefined;
  const snapshot = { ...more, apart: 320 } as never;
  render(<PanelState snapshot={snapshot} error={null} onRead={nothing} onShowAnyway={nothing} />);
  expect(screen.getAllByText(/约 320 个字在网页组件.*\.mhtml/)).toHaveLength(1);
});
