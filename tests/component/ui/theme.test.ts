import { afterEach, describe, expect, it } from 'vitest';
import { applyPalette, applyTheme } from '../../../components/theme/theme';

const root = document.documentElement;
afterEach(() => {
  applyTheme('auto');
  applyPalette(null);
});

describe('the theme', () => {
  it('follows the choice, and the system where there is none', () => {
    applyTheme('dark');
    expect(root.dataset.theme).toBe('dark');
    applyTheme('auto');
    expect(root.dataset.theme).toBeUndefined();
  });

  it("puts readable text on the reader's own colour", () => {
    applyPalette('#ffe08a');
    expect(root.style.getPropertyValue('--on-mine')).toBe('#211f1b');
    applyPalette('#126');
    expect(root.style.getPropertyValue('--mine')).toBe('#126');
    expect(root.style.getPropertyValue('--on-mine')).toBe('#ffffff');
  });

  it('takes no colour that is none', () => {
    applyPalette('red; background: url(https://example.test/)');
    expect(root.style.getPropertyValue('--mine')).toBe('');
  });
});
