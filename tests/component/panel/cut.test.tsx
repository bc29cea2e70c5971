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
