import { numeral } from '../text/chars';
import { beginsItem } from '../text/line';
import { iso } from './time/calendar';
import type { PolicyDocument } from './types';

const figure = '[〇零○ＯO一二三四五六七八九十\\d]';
const day = `(20\\d\\d|二${figure}{3})\\s{0,4}年\\s{0,4}(${figure}{1,3})\\s{0,4}月\\s{0,4}(?:(${figure}{1,3})\\s{0,4}日)?`;

const inForce = `(?:从|自)\\s{0,4}${day}\\s{0,4}起\\s{0,4}(?:正式)?\\s{0,4}(?:施行|实施|执行|试行|生效)(?=\\s{0,4}(?:[。；，,;）)\\n\\r]|$))`;

/** 本办法由县水务局负责解释，自2027年1月1日起施行: the paper speaks of itself. */
const OF_ITSELF = new RegExp(
  `(?:^|[。；，,;\\n\\r\\s条）)、.．])本[^，。；、\\n]{0,6}(?:办法|方案|通知|计划|规划|细则|规定|意见|条例|制度|规则|标准|规程|预案|措施|指南|要点|清单|政策|决定|公告|通告|文件)(?:[^。；\\n]{0,30}[，,]|[^，。；\\n]{0,8}?)\\s{0,4}${inForce}`,
  'gm',
);
/** A sentence of its own, without any other word. */
const ALONE = new RegExp(`(?:^|。)\\s{0,4}${inForce}`, 'g');
/** An article that says only this says it of the whole. */
const ARTICLE = /^第[一二三四五六七八九十百\d]{1,5}条\s{1,4}(?=[从自])/;
/** Paragraphs at a paper's end in which such a sentence is of the whole, signature and date among them. */
const CLOSING = 6;

/** 实施期限：2027年1月至12月 */
const TERM = new RegExp(
  `(?:实施|执行|行动|计划|规划|方案|活动|整治|创建)(?:期限|周期|时间|年限)\\s{0,4}[：:为是]*\\s{0,4}(?:从|自)?\\s{0,4}${day}\\s{0,4}(?:起|至|到|[—–~～-])`,
  'g',
);

/** What a title plans for: 2027年, 2027—2029年, 二〇二七年下半年; no school year, which begins in its midst. */
const PLANNED =
  /(20\d\d|二[〇零○ＯO一二三四五六七八九]{3})(?:年?[—–~～至到-]{1,2}(?:20)?\d\d)?年(?!\d{1,2}月)(度?下半年|第?[二三四2-4]季度)?/g;

/**
 * The first day of the time that a title says its paper plans for (2027年度工作方案); null where it names none, or several.
 */
export function titleBegins(title: string | null | undefined): string | null {
  if (!title || /学年|学期/.test(title)) return null;
  const begins = new Set(
    [...title.matchAll(PLANNED)].flatMap(([, year, part]) => iso(numeral(year!)!, monthOf(part), 1) ?? []),
  );
  return begins.size === 1 ? [...begins][0]! : null;
}

function monthOf(part: string | undefined): number {
  if (!part) return 1;
  return part.includes('下半年') ? 7 : numeral(part.replace(/^第/, '')[0]!)! * 3 - 2;
}

/**
 * The day on which a document's own time begins, ISO: what its title plans for, and not before it comes into force
 * (本办法自2027年1月1日起施行); null where it says neither. A day of one point, or of another act, is none of the whole.
 */
export function planBegins(front: Pick<PolicyDocument, 'title' | 'attachmentTitle'>, text: string): string | null {
  const closing = lastLines(text)
    .map((line) => line.replace(ARTICLE, ''))
    .flatMap((line) => (beginsItem(line) ? [] : [...line.matchAll(ALONE)]));
  const days = [...text.matchAll(OF_ITSELF), ...closing, ...text.matchAll(TERM)].flatMap(
    ([, year, month, day]) => iso(numeral(year!) ?? 0, numeral(month!) ?? 0, day ? (numeral(day) ?? 0) : 1) ?? [],
  );
  const title = titleBegins(front.attachmentTitle) ?? titleBegins(front.title);
  return [...days, ...(title ? [title] : [])].sort().at(-1) ?? null;
}

function lastLines(text: string): string[] {
  const lines: string[] = [];
  for (let to = text.length; to > 0 && lines.length < CLOSING; ) {
    const from = text.lastIndexOf('\n', to - 1) + 1;
    const line = text.slice(from, to).trim();
    if (line) lines.push(line);
    to = from - 1;
  }
  return lines;
}
