import { BLOCK, SILENT } from '../text/tags';

/** Texts of the page's beginning are enough to tell a policy; what a look costs must not grow with the page. */
const MOST = 40_000;
const MOST_NODES = 12_000;

/**
 * The beginning of a page's text for a first look: blocks on lines of their own, at most 40,000 characters. No layout
 * is asked for, so hidden text may be in it. Cost: bounded, whatever the page's size.
 */
export function sampleOf(document: Document): string {
  const walker = document.createTreeWalker(document.body ?? document, 5, (node) =>
    node.nodeType === 1 && SILENT.has((node as Element).localName) ? 2 : 1,
  );
  const parts: string[] = [];
  let length = 0;
  let seen = 0;
  let broken = true;
  for (let node = walker.nextNode(); node && length < MOST && seen < MOST_NODES; node = walker.nextNode()) {
    seen++;
    if (node.nodeType === 3) {
      const data = (node as Text).data;
      if (data.trim() === '') continue;
      // Indentation says nothing, and would use up what may be looked at.
      const text = data.slice(0, MOST).replace(/\s{2,}/g, (run) => (run.includes('\n') ? '\n' : ' '));
      parts.push(text);
      length += text.length;
      broken = false;
    } else if (!broken && ((node as Element).localName === 'br' || BLOCK.has((node as Element).localName))) {
      parts.push('\n');
      broken = true;
    }
  }
  return parts.join('');
}
