import { asPower } from './powers';

/** In brackets, in a ring, after 注, or a star: nothing else is raised so. */
const MARKED = /^\s*(?:[[〔［【(（]\s*(?:注\s*)?\d{1,3}\s*[\]〕］】)）]|[①-⑳㉑-㉟❶-❿]|注\s*\d{0,3}|[*＊※†‡]{1,3})\s*$/;
const BARE = /^\s*\d{1,3}\s*$/;
const HAN = /[\p{Script=Han}，。、；：“”‘’（）《》〉」』】]$/u;
/** Of a mark that is not raised only what can be nothing else: （1） may count. */
const PLAIN_MARK = /^\s*(?:[[［〔]\s*(?:注\s*)?\d{1,3}\s*[\]］〕]|[（(]\s*注\s*\d{1,3}\s*[)）])\s*$/;
/** Letters with a tone, or those of Taiwan's spelling: a reading set behind its sign. */
const READING =
  /^\s*[（(]?(?=[^āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\u3105-\u312f]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\u3105-\u312f])[a-zɡāáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜü'’\u3105-\u312fˊˇˋ˙ -]{1,24}[)）]?\s*$/i;

/** Elements in a line that a mark or a reading may be set in. */
const INLINE = new Set(['a', 'span', 'small', 'sub', 'font', 'i', 'em']);
const RAISED = /(?:^|;)\s*vertical-align\s*:\s*(?:super|text-top|top)/i;

/** Whether an element's text is raised, as powers and marks of notes are. */
export const isRaised = (element: Element, name: string, bare: boolean): boolean =>
  name === 'sup' || (!bare && INLINE.has(name) && RAISED.test(element.getAttribute('style') ?? ''));

const isRaisedMark = (text: string, before: () => string): boolean =>
  MARKED.test(text) || (BARE.test(text) && HAN.test(before()));

/** Raised text as it is read behind what stands before it: no mark of a note, a power as one. */
export const raisedAsRead = (text: string, before: string): string =>
  isRaisedMark(text, () => before.trimEnd()) ? '' : asPower(text, before);

/**
 * Whether an element in a line is no part of the sentence: the mark of a note (县水<sup>[1]</sup>利局), or how a sign is read
 * (县<span>xiàn</span>). A bare raised number is a mark behind Chinese; behind letters and figures it is a power (m², 10⁶).
 * Asked of every element: most are told by their name or length.
 *
 * @param before tells the last sign that was printed in the same block
 */
export function isAside(element: Element, name: string, before: () => string): boolean {
  const sup = name === 'sup';
  if (!sup && !INLINE.has(name)) return false;
  const child = element.firstChild;
  if (!sup && (!child || child.nextSibling !== null || (child.nodeValue?.length ?? 99) > 26)) return false;
  const text = element.textContent ?? '';
  if (text.length > 26) return false;
  if (READING.test(text)) return HAN.test(before());
  const raised = isRaised(element, name, false);
  if (raised && isRaisedMark(text, before)) return true;
  return PLAIN_MARK.test(text) && HAN.test(before());
}
