/** Below this relative luminance a ground counts as dark: half way as the eye sees it. */
const DARK = 0.18;

/** Whether a text stands on a dark ground: the colour of the first box around it that has one. */
export function onDarkGround(element: Element | null): boolean {
  const view = element?.ownerDocument.defaultView;
  for (let at = element; at && view; at = at.parentElement) {
    const [red = 255, green = 255, blue = 255, alpha = 1] = partsOf(view.getComputedStyle(at).backgroundColor);
    if (alpha > 0.5) return luminance(red, green, blue) < DARK;
  }
  return false;
}

/** `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`; any other notation counts as white. */
const partsOf = (colour: string): number[] =>
  /^rgba?\(/.test(colour) ? (colour.match(/[\d.]+/g) ?? []).map(Number) : [];

const luminance = (...parts: readonly number[]): number => {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => (part / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
