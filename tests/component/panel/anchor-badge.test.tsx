import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { AnchorBadge } from '../../../components/panel/AnchorBadge';
import { doubtOf } from '../../../components/panel/review/queue';
import type { AnchorMethod, Resolution } from '../../../lib/anchor/types';
import type { AnnotationRecord } from '../../../lib/store/types';

afterEach(cleanup);

const at = (method: AnchorMethod, more: Partial<Resolution> = {}): Resolution => ({
  method,
  span: method === 'orphan' ? null : { start: 3, end: 11 },
  score: 0.8,
  ...more,
});
const says = (anchor: Resolution | undefined, whole = false) => {
  cleanup();
  return render(<AnchorBadge anchor={anchor} whole={whole} />).container.textContent;
};

describe('the tag of a passage', () => {
  it.each(['review', 'fuzzy', 'structural'] as const)('asks to check a place found by %s', (method) => {
    expect(says(at(method))).toBe('待核对');
  });

  it('is silent where the place is sure, or the reader has let it go', () => {
    expect(says(at('exact'))).toBe('');
    expect(says(undefined)).toBe('');
    expect(says(at('fuzzy', { letGo: true }))).toBe('');
  });

  it('does not ask about a whole measure found by likeness, but says where even that is a guess', () => {
    expect(says(at('structural'), true)).toBe('');
    expect(says(at('review'), true)).toBe('待核对');
    expect(says(at('orphan'), true)).toBe('未找到');
  });

  it('stands on a row that opens with the question', () => {
    const record = { id: 'a', quote: '逐村登记', number: null, selectors: [] } as unknown as AnnotationRecord;
    expect(doubtOf(record, at('fuzzy'))?.id).toBe('a');
    expect(doubtOf(record, at('fuzzy', { letGo: true }))).toBeNull();
    expect(doubtOf(record, at('exact'))).toBeNull();
  });
});
