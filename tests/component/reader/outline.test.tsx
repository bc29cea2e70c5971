import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { entryAt, openEntries, outlineOf } from '../../../components/reader/outline/entries';
import { Outline } from '../../../components/reader/outline/Outline';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';
import { dutiesOf } from '../../../lib/units';
import { profileNamed } from '../../lib/policies';

const TEXT = [
  '临澜县防汛工作实施方案',
  '一、加强巡查',
  '（一）完善机制',
  '1.建立台账。逐处登记。',
  '牵头单位：县水利局',
  '2.开展演练。每年至少一次。',
  '牵头单位：县应急管理局',
  '二、备足物资',
  '3.设立物资点。',
  '牵头单位：县水利局',
].join('\n');
const policy = parse(fromPlain(TEXT));
const duties = dutiesOf(policy, { ...profileNamed('县水利局'), region: '临澜县' });
const entries = outlineOf(policy, duties);

describe('the outline', () => {
  it('has sections and measures as printed, ours marked and counted above', () => {
    expect(entries.map(({ level, text, ours, oursBelow }) => [level, text, ours, oursBelow])).toEqual([
      [1, '一、加强巡查', null, 1],
      [2, '（一）完善机制', null, 1],
      [3, '1 建立台账', 'sure', 0],
      [3, '2 开展演练', null, 0],
      [1, '二、备足物资', null, 1],
      [2, '3 设立物资点。', 'sure', 0],
    ]);
    expect(openEntries(entries, new Set([entries[0]!.key]))).toEqual([0, 4, 5]);
    expect(entryAt(entries, -1)).toBe(-1);
    expect(entryAt(entries, TEXT.indexOf('每年至少'))).toBe(3);
    expect(entryAt(entries, TEXT.length)).toBe(5);
  });

  const setUp = (top: number | null = null) => {
    const onGo = vi.fn();
    render(<Outline policy={policy} duties={duties} top={top} onGo={onGo} onClose={vi.fn()} />);
    const item = (name: RegExp) => screen.getByRole('treeitem', { name });
    return { onGo, item };
  };

  it('goes where a click or Enter says, and closes and opens by arrows', () => {
    const { onGo, item } = setUp();
    fireEvent.click(item(/建立台账\s*，本单位职责/));
    expect(onGo).toHaveBeenLastCalledWith(policy.measures[0]!.span);
    fireEvent.click(item(/^一、/));
    fireEvent.keyDown(item(/^一、/), { key: 'ArrowLeft' });
    expect(item(/^一、/).getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('treeitem', { name: /建立台账/ })).toBeNull();
    expect(item(/^一、/).textContent).toContain('1');
    fireEvent.keyDown(item(/^一、/), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(item(/^二、/));
    fireEvent.keyDown(item(/^二、/), { key: 'Enter' });
    expect(onGo).toHaveBeenLastCalledWith(policy.sections.find(({ number }) => number === '二')!.span);
    fireEvent.keyDown(item(/^二、/), { key: 'Home' });
    fireEvent.keyDown(item(/^一、/), { key: 'ArrowRight' });
    expect(item(/开展演练/)).toBeTruthy();
  });

  it('shows where the reader is', () => {
    const { item } = setUp(TEXT.indexOf('每年至少'));
    expect(item(/开展演练/).getAttribute('aria-current')).toBe('location');
    fireEvent.click(item(/^一、/).querySelector('.outline-twisty')!);
    expect(item(/^一、/).getAttribute('aria-current')).toBe('location');
  });
});
