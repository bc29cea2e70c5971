import { Sign } from '../text/chars';
import type { Span } from '../text/types';
import type { Paragraph } from './paragraphs';
import type { DateContext } from './time/calendar';
import { deadlinesIn } from './time/deadlines';
import type { Measure } from './types';

/** Words by which a sentence speaks of all tasks. */
const ofAll = /各项|所有|全部|上述|以上|本方案|其他|其余|未明确|除.{1,30}外/;
const saidOfAll = new RegExp(`(?:${ofAll.source})[^。]{0,40}$`);

/**
 * The deadline said once for all: 其他各项工作没有写明时限的，原则上于2031年10月底前完成. Looked for in sentences that speak of
 * all tasks; the wording kept runs from 原则上 (or from the date) to 完成.
 */
export function defaultDeadline(
  paragraphs: readonly Paragraph[],
  dates: DateContext,
): { text: string; date: string | null; span: Span } | null {
  for (let i = paragraphs.length - 1; i >= 0; i--) {
    const { strand } = paragraphs[i]!;
    const { text } = strand;
    if ((strand.signs & (Sign.time | Sign.within)) === 0 || !ofAll.test(text)) continue;
    if (!/完成|落实|办结/.test(text) || !/任务|工作|措施|事项|举措/.test(text)) continue;
    for (const t of deadlinesIn(text, dates, strand.signs)) {
      const said = wordingOf(text, t);
      if (said)
        return { text: text.slice(said.start, said.end), date: t.date, span: strand.span(said.start, said.end) };
    }
  }
  return null;
}

/** The wording around a time that its sentence says of all tasks; null where it does not. */
function wordingOf(text: string, time: { start: number; end: number }): { start: number; end: number } | null {
  const from = Math.max(text.lastIndexOf('。', time.start), text.lastIndexOf('；', time.start)) + 1;
  const before = text.slice(from, time.start);
  if (!saidOfAll.test(before) || !/任务|工作|措施|事项|举措|时限|要求/.test(before)) return null;
  const done = /^[^。；]{0,6}(?:完成|落实到位|办结|到位)/.exec(text.slice(time.end));
  if (!done) return null;
  const principle = before.lastIndexOf('原则上');
  const lead = /(?:应当|应|须|要|均)?[在于]$/.exec(before)?.[0].length ?? 0;
  return { start: principle >= 0 ? from + principle : time.start - lead, end: time.end + done[0].length };
}

/** The measures with the document's deadline put in (`isDefault`) where a measure has none of its own. */
export function withDefault(
  measures: readonly Measure[],
  fallback: { readonly text: string; readonly date: string | null; readonly span: Span } | null,
): Measure[] {
  if (!fallback) return [...measures];
  const { text, date, span } = fallback;
  const deadline = { text, span, date, yearInferred: false, isDefault: true, scope: null };
  return measures.map((m) => (m.deadlines.length ? m : { ...m, deadlines: [deadline] }));
}
