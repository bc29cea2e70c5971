import { isOrganName } from '../names/organ';
import { endsOfSentence } from '../text/sentence';
import type { Stretch } from '../text/strand';
import { bracketGroups, closingGroup } from './brackets';
import type { Paragraph } from './paragraphs';

/** Longest own line, longest last sentence that may divide work. */
const longest = 200;

/**
 * The stretches of a paragraph in which an item may say who does it: what is bracketed at an end of a sentence, the last
 * sentence, or the whole of a short line. Cost: linear.
 */
export function* closingsOf({ strand, marker }: Paragraph): Generator<Stretch> {
  const { text } = strand;
  for (const group of bracketGroups(strand)) {
    const before = text[group.start - 1] ?? '。';
    const ends = group.end >= text.length - 1 || '。；！？'.includes(before) || group.start === (marker?.length ?? 0);
    if (ends && group.end - group.start - 2 <= longest * 2) yield { strand, ...group.inside };
  }
  const signed = closingGroup(strand);
  if (signed && signed.end - signed.start - 2 <= longest * 2) yield { strand, ...signed.inside };
  const { start, end } = lastSentence(strand.text, marker?.length ?? 0);
  if (end - start <= longest) yield { strand, start, end };
}

/** The last sentence of a text without its stop, not before `from`. */
export function lastSentence(text: string, from: number): { start: number; end: number } {
  const end = endsOfSentence(text);
  const start = Math.max(from, text.lastIndexOf('。', end - 1) + 1);
  return { start: behindSign(text, start, end), end };
}

/** Longest name that a sign marks. */
const longestMarked = 24;
/** Signs that set off who does it from what is to be done: ——甲局, ★甲局, //甲局. */
const settingOff = /[—–]{2,}|-{2,}|…+|[-=]+>|[★☆※◆■●▲△◎►▶→⇒]+|\/\/|\|\|/g;

/** Behind the last such sign in `[start, end)`; `start` where there is none. */
function behindSign(text: string, start: number, end: number): number {
  let at = start;
  settingOff.lastIndex = start;
  for (let m = settingOff.exec(text); m && m.index < end; m = settingOff.exec(text)) {
    // 县医保局★ 县财政局: the sign marks a unit and sets nothing off.
    const ahead = text.slice(start, m.index).replace(/[、，]$/, '');
    if (m.index - start <= longestMarked && isOrganName(ahead.slice(ahead.lastIndexOf('、') + 1))) return start;
    at = m.index + m[0].length;
  }
  return at < end - 2 ? at : start;
}
