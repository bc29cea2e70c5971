import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { ReviewItem } from '../../../components/panel/review/queue';
import { ReviewCard } from '../../../components/panel/review/ReviewCard';
import type { NewAnnotation } from '../../../lib/store/port';
import type { AnnotationRecord } from '../../../lib/store/types';

afterEach(cleanup);

const QUOTE = '逐村登记闲置校舍';
const selectors = [{ type: 'TextQuoteSelector', exact: QUOTE, prefix: '', suffix: '' }] as const;
const passage = { quote: '逐镇登记闲置校舍', selectors: [{ ...selectors[0], exact: '逐镇登记闲置校舍' }] };

/** A card whose page answers when it is told to. */
function show(found = true) {
  const span = found ? { start: 3, end: 11 } : null;
  const item: ReviewItem = {
    kind: 'annotation',
    id: 'a',
    quote: QUOTE,
    number: null,
    selectors,
    anchor: { method: found ? 'review' : 'orphan', span, score: 0.8 },
    record: {} as AnnotationRecord,
  };
  let answer: (found: NewAnnotation | null) => void = () => undefined;
  const onConfirm = vi.fn();
  render(
    <ReviewCard
      item={item}
      hasSelection={false}
      findPassage={() => new Promise((resolve) => (answer = resolve))}
      onConfirm={onConfirm}
      onPlace={vi.fn()}
      onLetGo={vi.fn()}
    />,
  );
  return {
    onConfirm,
    press: () => fireEvent.keyDown(screen.getByRole('region'), { key: 'y' }),
    come: (what: unknown) => act(async () => answer(what as NewAnnotation | null)),
    says: () => screen.getByRole('status').textContent,
  };
}

it('answers a y that comes before the passage, and confirms nothing unseen', async () => {
  const card = show();
  expect(card.says()).toBe('');
  card.press();
  expect(card.says()).toContain('还没有取到');
  await card.come(passage);
  expect(card.onConfirm).not.toHaveBeenCalled();
  expect(card.says()).toBe('');
  card.press();
  expect(card.onConfirm).toHaveBeenCalledOnce();
});

it('answers a y where there is nothing to confirm', async () => {
  const lost = show(false);
  lost.press();
  expect(lost.says()).toContain('没有可以确认的位置');
  cleanup();
  const silent = show();
  silent.press();
  await silent.come(null);
  expect(silent.says()).toContain('没有可以确认的位置');
  expect(silent.onConfirm).not.toHaveBeenCalled();
});
