import { BLOCK, SILENT } from '../text/tags';

/** Texts of the page's beginning are enough to tell a policy; what a look costs must not grow with the page. */
const MOST = 40_000;
const MOST_NODES = 12_000;

/** What an element is for the text in it: the block that it is or stands in, or null where nothing of it is printed. */
type Blocks = Map<Element | null, Element | null>;

/** Each element is asked for once, whatever the number of its texts, and without a call in a call: a script may nest them without end. */
function blockOf(element: Element, known: Blocks): Element | null | undefined {
  const open: Element[] = [];
  let at: Element | null = element;
  for (; at && !known.has(at); at = at.parentElement) open.push(at);
  // Undefined where nothing stands above, null in what is not printed.
  let found = known.get(at);
  for (const each of open.reverse()) {
    const { localName } = each;
    found = found === null || SILENT.has(localName) ? null : BLOCK.has(localName) || !found ? each : found;
    known.set(each, found);
  }
  return found;
}

/** Whether a line ends right before a text of this block: a break or a block stands there, or before what it begins. */
function isBroken(text: Node, block: Element): boolean {
  for (let node: Node | null = text; node && node !== block; node = node.parentNode) {
    let before = node.previousSibling as Text | null;
    while (before && (before.nodeType > 3 || (before.nodeType > 2 && !before.data.trim())))
      before = before.previousSibling as Text | null;
    if (!before) continue;
    // A text has no such name.
    const { localName } = before as unknown as Element;
    return localName === 'br' || BLOCK.has(localName);
  }
  return false;
}

/**
 * The beginning of a page's text for a first look: blocks on lines of their own, at most 40,000 characters. No layout
 * is asked for, so hidden text may be in it. Cost: bounded, whatever the page's size, but for the browser's own steps from text to
 * text: elements are not asked for one by one, which cost a page of many of them twice as much.
 */
export function sampleOf(document: Document): string {
  const walker = document.createTreeWalker(document.body ?? document, 4);
  const known: Blocks = new Map();
  const parts: string[] = [];
  let length = 0;
  let last: Element | null = null;
  for (let seen = 0; seen < MOST_NODES && length < MOST; seen++) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    const { data, parentElement } = node;
    const block = parentElement && data.trim() && blockOf(parentElement, known);
    if (!block) continue;
    if (last && (block !== last || isBroken(node, block))) parts.push('\n');
    last = block;
    // Indentation says nothing, and would use up what may be looked at.
    const text = data.slice(0, MOST).replace(/\s{2,}/g, (run) => (run.includes('\n') ? '\n' : ' '));
    parts.push(text);
    length += text.length;
  }
  return parts.join('');
}
