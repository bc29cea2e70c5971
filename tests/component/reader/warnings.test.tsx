import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Warnings } from '../../../components/reader/Warnings';

const isOpen = (code: 'truncated' | 'malformed-part') =>
  render(<Warnings warnings={[{ code }]} />).container.querySelector('details')?.open;

describe('what could not be read of a file', () => {
  it('stands open where only the beginning of the file was read', () => {
    expect(isOpen('truncated')).toBe(true);
    expect(isOpen('malformed-part')).toBe(false);
  });
});
