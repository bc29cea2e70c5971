/** `#rgb` or `#rrggbb`, what a colour input gives. */
const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** Above this relative luminance black text reads better than white (WCAG 2). */
const LIGHT = 0.179;

/**
 * The rule that fills what is mine with the reader's own colour, with a text colour that reads on it; null for what is no
 * colour. It goes into pages that are not ours, so nothing but a colour gets through.
 */
export function mineRule(colour: string | null): string | null {
  if (colour === null || !HEX.test(colour)) return null;
  const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue > LIGHT;
  return `::highlight(dutymark-mine) { background-color: #${digits}; color: ${light ? '#211f1b' : '#ffffff'}; }`;
}
