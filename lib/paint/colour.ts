/** `#rgb` or `#rrggbb`, what a colour input gives. */
const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** How dense a wash in the reader's own colour is, which may be a dark one: the text must stay readable below it. */
const OPACITY = 0.45;

/** A wash in the reader's own colour, to be laid over text; null for what is no colour. */
export function washOf(colour: string | null): string | null {
  if (colour === null || !HEX.test(colour)) return null;
  const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1);
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return `rgb(${red} ${green} ${blue} / ${OPACITY * 100}%)`;
}
