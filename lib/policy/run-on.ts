import { closesAt, opensAt, stepAt } from '../text/chars';
import { listKey, type Marker, markerOf, type Scheme } from '../text/numbering';
import type { Strand } from '../text/strand';
import type { Paragraph } from './paragraphs';
import { headCuts } from './run-on-head';

const rank: Partial<Record<Scheme, number>> = { part: 0, han: 1, 'han-paren': 2, arabic: 3, 'arabic-paren': 4 };
const starts = /[一二三四五六七八九十（(\d第]/g;

/**
 * A document without line breaks: one paragraph that holds its whole outline. Cuts it before every number that goes
 * on with a list (or begins one) after a sentence's end; leaves any other paragraph alone. `whole` is the length of
 * the text. Cost: linear.
 */
export function splitRunOn(paragraph: Paragraph, whole: number): Paragraph[] {
  const { strand } = paragraph;
  const alone = strand.length * 2 > whole;
  if (strand.length < (alone ? 160 : 300) || paragraph.cell) return [paragraph];
  const cuts = cutsOf(strand, alone);
  if (!isOutline(cuts, alone)) return [paragraph];
  const { text } = strand;
  const out: Paragraph[] = [];
  let from = 0;
  const places = alone
    ? [...headCuts(text, cuts[0]!.at), ...cuts.map((c) => c.at), ...labelCuts(text)]
    : cuts.map((c) => c.at);
  for (const at of [...new Set(places), strand.length].sort((a, b) => a - b)) {
    if (at > from) {
      const piece = strand.slice(from, at);
      const first = out.length === 0;
      const apart = !first || paragraph.apart;
      out.push({ ...paragraph, strand: piece, marker: markerOf(piece.text), apart, listed: first && paragraph.listed });
    }
    from = at;
  }
  return out;
}

/** A number at which the paragraph may be cut. */
interface NumberCut {
  readonly at: number;
  readonly marker: Marker;
}

/** Every number that goes on with its list, or begins one; `alone`: the paragraph is most of the document. */
function cutsOf({ text, gaps }: Strand, alone: boolean): NumberCut[] {
  const apart = new Set(gaps);
  const cuts: NumberCut[] = [];
  const lastValue = new Map<string, number>();
  starts.lastIndex = 0;
  for (let m = starts.exec(text); m; m = starts.exec(text)) {
    const at = m.index;
    const before = text[at - 1] ?? '。';
    const gap = apart.has(at);
    const ended = at === 0 || '。；：！？…:;'.includes(before) || stepAt(before, 0) < 0 || gap;
    const bracket = m[0] === '（' || m[0] === '(';
    if (!ended && !((bracket || alone) && /[\u4e00-\u9fff]/.test(before))) continue;
    const marker = markerOf(text.slice(at, at + 24));
    if (!marker || rank[marker.scheme] === undefined) continue;
    const key = listKey(marker);
    const last = lastValue.get(key) ?? 0;
    if (!ended && marker.scheme !== 'han-paren' && !goesOn(text, at, marker, last)) continue;
    if (!isNext(marker, last, gap || before === '。')) continue;
    lastValue.set(key, marker.value);
    cuts.push({ at, marker });
    starts.lastIndex = at + marker.length;
  }
  return cuts;
}

/** Whether a number follows the `last` of its list, or begins the list; 一、 begins another only where a sentence `closed`. */
function isNext(marker: Marker, last: number, closed: boolean): boolean {
  if (marker.value !== 1) return marker.value === last + 1;
  return marker.scheme !== 'han' || last <= 0 || closed;
}

/**
 * An inline list (有下列情形之一的：（一）…；（二）…) is no outline: 一、 and 二、 must be there, or all the text be in here.
 */
function isOutline(cuts: readonly NumberCut[], alone: boolean): boolean {
  const han = cuts.filter((c) => c.marker.scheme === 'han').length;
  const tops = han + cuts.filter((c) => c.marker.scheme === 'han-paren' || c.marker.scheme === 'part').length;
  return cuts.length >= 4 && tops >= 2 && (han >= 2 || alone);
}

/**
 * A number behind a line that had no stop (…专项行动方案1．研究制定…, 完成时限：2月底前2．制定…): it goes on with its list, or is a
 * list's first, and a word follows.
 */
function goesOn(text: string, at: number, marker: Marker, last: number): boolean {
  if (marker.scheme !== 'arabic' && (marker.scheme !== 'han' || last === 0)) return false;
  if (/[第十百年月日]/.test(text[at - 1]!) || !/[\u4e00-\u9fff《“]/.test(text[at + marker.length] ?? '')) return false;
  return marker.scheme === 'arabic' ? marker.style === '.' || marker.value === last + 1 : marker.value === last + 1;
}

const label =
  /(?:牵头|责任|参加|参与|配合|协办|主办|承办|协同|落实)(?:（[^（）]{1,6}）)?(?:单位|部门|处室|科室)(?:（[^（）]{1,30}）)?[：:]|(?:完成|办结)(?:时限|时间|期限)[：:]/g;

/** Own lines that lost their line ends: …牵头部门：甲局参与部门：乙局完成时限：6月底前. Those in brackets are left alone. */
function labelCuts(text: string): number[] {
  const out: number[] = [];
  let depth = 0;
  let from = 0;
  for (const m of text.matchAll(label)) {
    for (; from < m.index; from++)
      if (opensAt(text, from) || closesAt(text, from)) depth += opensAt(text, from) ? 1 : -1;
    if (depth <= 0) out.push(m.index);
    depth = Math.max(0, depth);
  }
  return out;
}
