/** In brackets, in a ring, after 注, or a star: nothing else is raised so. */
const MARKED = /^\s*(?:[[〔［【(（]\s*(?:注\s*)?\d{1,3}\s*[\]〕］】)）]|[①-⑳㉑-㉟❶-❿]|注\s*\d{0,3}|[*＊※†‡]{1,3})\s*$/;
const BARE = /^\s*\d{1,3}\s*$/;
const HAN = /[\p{Script=Han}，。、；：“”‘’（）《》〉」』】]$/u;

/**
 * Whether a raised element is the mark of a note (县水<sup>[1]</sup>利局): it belongs to the note, not to the sentence. A bare
 * number is one behind Chinese; behind letters and figures it is a power (m², 10⁶).
 *
 * @param before the last sign that was printed in the same block
 */
export function isNoteMark(element: Element, before: string): boolean {
  const text = element.textContent ?? '';
  if (text.length > 12) return false;
  if (MARKED.test(text)) return true;
  return BARE.test(text) && HAN.test(before);
}
