import type { DomText, Span } from '../text/types';
import { joined } from './drafts';

/** Longer selections are a slip of "select all", no passage. */
const MAX_SELECTION = 20_000;

/** The selected passage of the text, trimmed to printing characters; null where nothing usable is selected. */
export function selectedSpan(text: DomText): Span | null {
  const document = (text.root.ownerDocument ?? text.root) as Document;
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text.root.nodeType === 9 ? document.documentElement : text.root)) return null;
  let start = text.offsetOf(range.startContainer, range.startOffset) ?? 0;
  let end = text.offsetOf(range.endContainer, range.endOffset) ?? text.text.length;
  while (start < end && /\s/.test(text.text[start]!)) start++;
  while (end > start && /\s/.test(text.text[end - 1]!)) end--;
  return end > start && end - start <= MAX_SELECTION ? { start, end } : null;
}

/** A passage for showing: on one line. */
export const textOf = (text: DomText, span: Span): string => joined(text.text.slice(span.start, span.end));
