import './tokens.css';
import './base.css';

/** As `Theme` of lib/settings: auto follows the system. */
export type ThemeChoice = 'auto' | 'light' | 'dark';

/** Puts the reader's choice on an extension page's root element, or on the host of a shadow root. */
export function applyTheme(choice: ThemeChoice, root: HTMLElement = document.documentElement): void {
  if (choice === 'auto') delete root.dataset.theme;
  else root.dataset.theme = choice;
}

/**
 * The reader's own colour for what is mine, over the theme's.
 *
 * @param mine Any CSS colour; null, or what is none, takes the theme's back.
 */
export function applyPalette(mine: string | null, root: HTMLElement = document.documentElement): void {
  root.style.removeProperty('--mine');
  root.style.removeProperty('--on-mine');
  const rgb = mine === null ? null : parseHex(mine);
  if (mine === null || !rgb) return;
  root.style.setProperty('--mine', mine);
  root.style.setProperty('--on-mine', isLight(rgb) ? '#211f1b' : '#ffffff');
}

/** `#rgb` or `#rrggbb`, what a colour input gives; anything else is null. */
function parseHex(colour: string): readonly [number, number, number] | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  const parts = short ? short.slice(1).map((digit) => digit + digit) : long?.slice(1);
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16));
  return [red, green, blue];
}

/** Relative luminance above the point where black text reads better than white (WCAG 2: 0.179). */
function isLight(rgb: readonly [number, number, number]): boolean {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
}
