import { listKey, type Marker, markerOf, type Scheme } from './numbering';
import type { Paragraph } from './paragraphs';

const rank: Partial<Record<Scheme, number>> = { part: 0, han: 1, 'han-paren': 2, arabic: 3, 'arabic-paren': 4 };
const starts = /[一二三四五六七八九十（(\d第]/g;

/**
 * A document without line breaks: one paragraph that holds its whole outline. Cuts it before every number that goes
 * on with a list (or begins one) after a sentence's end; leaves any other paragraph alone. `whole` is the length of
 * the text. Cost: linear.
 */
export function splitRunOn(paragraph: Paragraph, whole: number): Paragraph[] {
  const { strand } = paragraph;
  if (strand.length < 300 || paragraph.cell) return [paragraph];
  const { text } = strand;
  const gaps = new Set(strand.gaps);
  const cuts: { at: number; marker: Marker }[] = [];
  const lastValue = new Map<string, number>();
  starts.lastIndex = 0;
  for (let m = starts.exec(text); m; m = starts.exec(text)) {
    const at = m.index;
    const before = text[at - 1] ?? '。';
    const gap = gaps.has(at);
    const ended = at === 0 || '。；：！？）)】］”…:;'.includes(before) || gap;
    if (!ended && !((m[0] === '（' || m[0] === '(') && /[\u4e00-\u9fff]/.test(before))) continue;
    const marker = markerOf(text.slice(at, at + 24));
    const level = marker ? rank[marker.scheme] : undefined;
    if (!marker || level === undefined) continue;
    if (!ended && marker.scheme !== 'han-paren') continue;
    const key = listKey(marker);
    const last = lastValue.get(key) ?? 0;
    if (marker.value !== 1 && marker.value !== last + 1) continue;
    if (marker.value === 1 && marker.scheme === 'han' && last > 0 && !gap && before !== '。') continue;
    lastValue.set(key, marker.value);
    cuts.push({ at, marker });
    starts.lastIndex = at + marker.length;
  }
  const tops = cuts.filter(
    (c) => c.marker.scheme === 'han' || c.marker.scheme === 'han-paren' || c.marker.scheme === 'part',
  );
  // An inline list (有下列情形之一的：（一）…；（二）…) is no outline: 一、 and 二、 must be there, or all the text be in here.
  const outline = cuts.filter((c) => c.marker.scheme === 'han').length >= 2 || strand.length * 2 > whole;
  if (cuts.length < 4 || tops.length < 2 || !outline) return [paragraph];
  const out: Paragraph[] = [];
  let from = 0;
  for (const { at } of [...cuts, { at: strand.length }]) {
    if (at > from) {
      const piece = strand.slice(from, at);
      out.push({ ...paragraph, strand: piece, marker: markerOf(piece.text), apart: out.length > 0 || paragraph.apart });
    }
    from = at;
  }
  return out;
}
