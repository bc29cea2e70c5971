import { BLOCK } from './tags';

/**
 * Text that is laid out and that nobody sees: of size 0, moved off the page, clipped away. Pages keep such text for screen
 * readers and search engines, and against copying.
 */

/** By what is written on the element. */
export function isUnseenAsWritten(element: Element, style: string): boolean {
  if (/(?:^|;)\s*font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|$|!)/i.test(style)) return isLeaf(element);
  if (/(?:^|;)\s*text-indent\s*:\s*-\d{3,}(?:px|em|%)/i.test(style)) return true;
  if (FAINT.test(style) && !/background-clip/i.test(style)) return isLeaf(element) && !BLOCK.has(element.localName);
  if (!/(?:^|;)\s*position\s*:\s*(?:absolute|fixed)/i.test(style)) return false;
  return /(?:^|;)\s*(?:left|top|right)\s*:\s*-\d{4,}px|clip\s*:\s*rect\(\s*[01]|clip-path\s*:\s*inset\(\s*(?:50|100)%/i.test(
    style,
  );
}

/** Words in a line that are there and cannot be seen; blocks are often faded in. */
const FAINT =
  /(?:^|;)\s*(?:opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|color\s*:\s*(?:transparent|rgba\([^)]*,\s*0\s*\))|transform\s*:[^;]*scale\(\s*0\s*[,)]|(?:max-)?(?:width|height)\s*:\s*0(?:px)?\s*(?:;.*)?overflow\s*:\s*hidden)/i;

/** A box of size 0 around boxes that have a size of their own only closes the gaps between them. */
const isLeaf = (element: Element): boolean => element.firstElementChild === null;

/**
 * By how it is laid out. The answer is kept for elements that are written alike, for computed style is dear.
 *
 * @returns a question to be asked of elements with attributes that are otherwise visible
 */
export function unseenIn(view: Window): (element: Element) => boolean {
  const known = new Map<string, boolean>();
  return (element) => {
    const name = element.getAttribute('class');
    const style = element.getAttribute('style');
    if (name === null && style === null && element.id === '') return false;
    const leaf = isLeaf(element);
    const key = `${element.localName}|${name}|${style}|${element.id}|${element.parentElement?.getAttribute('class')}|${leaf}`;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = isUnseen(view.getComputedStyle(element), leaf);
      known.set(key, answer);
    }
    return answer;
  };
}

function isUnseen(style: CSSStyleDeclaration, leaf: boolean): boolean {
  if (leaf && style.fontSize === '0px') return true;
  if (Number.parseFloat(style.textIndent) <= -500) return true;
  if (leaf && style.display.startsWith('inline') && isFaint(style)) return true;
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  const away = [style.left, style.top].some((side) => Number.parseFloat(side) <= -1000);
  return away || /^rect\((?:0px|1px),/.test(style.clip) || /^inset\((?:50|100)%/.test(style.clipPath);
}

function isFaint(style: CSSStyleDeclaration): boolean {
  if (style.opacity === '0' || /^matrix\(0, 0, 0, 0/.test(style.transform)) return true;
  if (style.color === 'rgba(0, 0, 0, 0)' && !/text/.test(style.backgroundClip)) return true;
  const none = style.width === '0px' || style.height === '0px';
  return none && style.display !== 'inline' && style.overflow === 'hidden';
}
