import { isCollective } from '../names/organ';
import { listKey } from '../text/numbering';
import type { Span } from '../text/types';
import { isDefinite } from './definite';
import { isAnybody } from './doers';
import { readProse } from './prose';
import type { Reading } from './readings';
import { asksReport } from './sections';
import type { Measure, Unread } from './types';

/** A sentence that is told, and where in the text those stand whom it asks. */
export interface LooseDuty extends Unread {
  readonly doers: readonly Span[];
}

/** Most that is listed: a document in prose throughout is not listed sentence by sentence. */
const most = 2000;
/** So many paragraphs are read between two breaths. */
const breath = 256;

/**
 * Duties told in sentences that no measure took over: outside every measure, mostly in the closing sections (领导小组日常工作由县水利局
 * 负责 · 县应急局要强化统筹协调), and inside one that names others. They are shown as unread, sentence by sentence. Only from the first
 * number of their list on: what stands before it is the letter; where there is no measure from `body` on, an offset of the text. Cost:
 * linear. Yields now and then, so that a caller may stop to breathe.
 */
export function* looseDuties(
  readings: readonly Reading[],
  measures: readonly Measure[],
  body: number,
): Generator<void, LooseDuty[], void> {
  const out: LooseDuty[] = [];
  const first = measures.length
    ? Math.min(firstOfList(readings, measures[0]!.span.start), firstNumber(readings, body))
    : body;
  let k = 0;
  for (const [n, reading] of readings.entries()) {
    if (n % breath === breath - 1) yield;
    const { kind, paragraph } = reading;
    if (kind === 'cell' || kind === 'line' || paragraph.furniture || out.length >= most) continue;
    const whole = paragraph.strand.span();
    if (whole.start < first) continue;
    while (k < measures.length && measures[k]!.span.end <= whole.start) k++;
    let to = k;
    while (to < measures.length && measures[to]!.span.start < whole.end) to++;
    out.push(...untoldIn(reading, measures.slice(k, to)));
  }
  return out;
}

/** Where the first number behind `body` stands; the end of the text where there is none. */
function firstNumber(readings: readonly Reading[], body: number): number {
  const at = readings.find(
    ({ kind, paragraph: { strand } }) => kind === 'node' && strand.length > 0 && strand.offset(0) >= body,
  );
  return at ? at.paragraph.strand.offset(0) : Infinity;
}

/** Where the list begins that the first measure at `start` stands in; `start` itself where it has no number. */
function firstOfList(readings: readonly Reading[], start: number): number {
  const startOf = ({ paragraph }: Reading): number => (paragraph.strand.length ? paragraph.strand.offset(0) : Infinity);
  const at = readings.findIndex((r) => startOf(r) >= start && startOf(r) < Infinity);
  const marker = readings[at]?.kind === 'node' ? readings[at]!.paragraph.marker : null;
  if (!marker) return start;
  const first = readings.findIndex((r) => r.kind === 'node' && listKey(r.paragraph.marker!) === listKey(marker));
  return first < 0 ? start : Math.min(start, startOf(readings[first]!));
}

/** 督促各公墓单位落实措施: who urges has the duty. */
const urges = /(?:督促|指导|组织|引导|推动|支持|鼓励|协调|监督|协助|帮助|动员|带动)$/;

/** 各乡镇要高度重视，压实责任: what everybody is told everywhere. */
function exhorts(text: string, at: number): boolean {
  const [sentence = ''] = text.slice(at, at + longestSentence).split(/[。；]/, 1);
  return !isDefinite(sentence) && sentence.split('，').every((clause) => exhorting.test(clause));
}
/** 今年以来，县财政局拨付资金: what was done; 去年未完工的堤段，县交通局…: what is left to do. */
const past = /(?:去年|上年|今年以?来|今年上半年|以来)[^。；的未]*$/;
const longestAhead = 40;
/** So much of a sentence is asked, so that a paragraph in one sentence is not read again for each of its doers. */
const longestSentence = 160;
const exhorting =
  /高度重视|统一思想|提高(?:政治站位|思想|认识)|(?:加强|强化)(?:组织)?领导|(?:压实|落实|强化|扛牢|夯实|明确)[^，]{0,8}责任(?!人)|亲自[抓部过]|负总责|抓好(?:工作)?落实|抓落实|(?:密切|通力|协同|加强)(?:协作|配合|合作)|合力|各司其职|各负其责|认真履行|齐抓共管|精心组织|周密部署|落到实处|落实到位|取得实效|职责分工|结合实际|切实(?:把|将|抓)/;

/** 办公室设在县水利局，负责日常工作: the office of a group, and whose it is. */
const seats = /办(?:公室)?[（(]?设[在于]([^，。；（()）]{3,20})[）)]?[，：:][^。；，]{0,12}(?:负责|承担|组织|统筹)/g;

/** The sentences of a paragraph whose doers none of the measures in it names. What all are asked, 各部门要…, is told outside alone. */
function untoldIn({ paragraph: { strand, marker }, pieces }: Reading, inside: readonly Measure[]): LooseDuty[] {
  const known = new Set(inside.flatMap((m) => m.assignments.map((a) => a.unit)));
  const duties = readProse(strand, marker?.length ?? 0, pieces, { onlyBy: false, weak: true, any: true }).filter(
    ({ name, start }) =>
      !(isCollective(name) && exhorts(strand.text, start)) &&
      !past.test(strand.text.slice(Math.max(0, start - longestAhead), start)) &&
      !(
        known.size &&
        (isAnybody(name) ||
          known.has(name) ||
          (isCollective(name) && urges.test(strand.text.slice(Math.max(0, start - 2), start))))
      ),
  );
  const sentences: { from: number; to: number; doers: Span[] }[] = [];
  // In the order of the text, so that the bounds of a sentence are looked for once, however many it asks.
  for (const { start, end } of [...duties].sort((a, b) => a.start - b.start)) {
    if (start >= (sentences.at(-1)?.to ?? 0)) {
      const [from, to] = sentenceAt(strand.text, start);
      sentences.push({ from, to, doers: [] });
    }
    sentences.at(-1)!.doers.push(strand.span(start, end));
  }
  // 各单位情况请报县水利局: whom it asks stands in front of what they report.
  const from = marker?.length ?? 0;
  if (!sentences.length && !inside.length && asksReport(strand.text.slice(from)))
    sentences.push({ from, to: sentenceAt(strand.text, from)[1], doers: [strand.span(from, from + 1)] });
  const told = new Set(sentences.map((sentence) => sentence.to));
  for (const seat of strand.text.matchAll(seats)) {
    const at = seat.index + seat[0].indexOf(seat[1]!);
    const [first, to] = sentenceAt(strand.text, at);
    if (told.has(to) || known.has(seat[1]!)) continue;
    told.add(to);
    sentences.push({ from: first, to, doers: [strand.span(at, at + seat[1]!.length)] });
  }
  return sentences.map(({ from, to, doers }) => ({
    text: strand.text.slice(from, to),
    span: strand.span(from, to),
    measure: inside[0]?.id ?? null,
    reason: inside.length ? 'unclear-role' : 'no-measure',
    doers,
  }));
}

/** Bounds of the sentence, or the part before a ；, that holds `at`. */
function sentenceAt(text: string, at: number): [from: number, to: number] {
  const stop = text.slice(at).search(/[。；]/);
  const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at)) + 1;
  return [from, stop < 0 ? text.length : at + stop];
}
