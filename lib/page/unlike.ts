import { ASIDE, SILENT } from '../text/tags';
import type { DomText } from '../text/types';

const VISIBLE = { visibilityProperty: true, checkVisibilityCSS: true };
/** Text nodes that are looked at: beyond them a page is larger than what unfolds in it. */
const MOST = 6000;

/**
 * How many characters of a page are seen and were not read, or were read and are not seen any more: what an opened fold, a
 * tab, a style on some element around them has changed, wherever the change itself was made. Asks the layout once for each
 * element with text of its own.
 */
export function unlikeRead(root: Node, text: DomText): number {
  const document = (root.ownerDocument ?? root) as Document;
  const top = root.nodeType === 9 ? document.body : root;
  if (!top) return 0;
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => (isSilent(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  });
  const seen = new Map<Element, boolean>();
  let unlike = 0;
  let looks = 0;
  for (let node = walker.nextNode(); node && looks < MOST; node = walker.nextNode()) {
    if (node.nodeType !== 3) continue;
    const length = (node as Text).data.trim().length;
    const parent = node.parentElement;
    if (length === 0 || !parent) continue;
    looks++;
    const visible = seen.get(parent) ?? parent.checkVisibility?.(VISIBLE) ?? true;
    seen.set(parent, visible);
    if (visible !== wasRead(text, node as Text)) unlike += length;
  }
  return unlike;
}

/** A place outside the text that was read snaps to the next character: both ends of such a node are one. */
const wasRead = (text: DomText, node: Text): boolean =>
  (text.offsetOf(node, node.data.length) ?? 0) > (text.offsetOf(node, 0) ?? 0);

function isSilent(node: Node): boolean {
  return node.nodeType === 1 && (SILENT.has((node as Element).localName) || (node as Element).hasAttribute(ASIDE));
}
