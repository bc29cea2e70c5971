import { numeral } from '../text/chars';
import { iso } from './time/calendar';
import type { PolicyDocument } from './types';

const figure = '[〇零○ＯO一二三四五六七八九十\\d]';
const day = `(20\\d\\d|二${figure}{3})\\s{0,4}年\\s{0,4}(${figure}{1,3})\\s{0,4}月\\s{0,4}(?:(${figure}{1,3})\\s{0,4}日)?`;

/** 自2027年1月1日起施行, of the paper itself: at a sentence's beginning, or behind 本办法. */
const INTO_FORCE = new RegExp(
  `(?:^|[。；\\n\\r，,、]|本[^。；\\n]{1,12})\\s{0,4}(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]\\s{0,4})?(?:从|自)\\s{0,4}${day}\\s{0,4}起\\s{0,4}(?:正式)?\\s{0,4}(?:施行|实施|执行|试行|生效)`,
  'g',
);
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
 * (自2027年1月1日起施行); null where it says neither.
 */
export function planBegins(front: Pick<PolicyDocument, 'title' | 'attachmentTitle'>, text: string): string | null {
  const days = [...text.matchAll(INTO_FORCE), ...text.matchAll(TERM)].flatMap(
    ([, year, month, day]) => iso(numeral(year!) ?? 0, numeral(month!) ?? 0, day ? (numeral(day) ?? 0) : 1) ?? [],
  );
  const title = titleBegins(front.attachmentTitle) ?? titleBegins(front.title);
  return [...days, ...(title ? [title] : [])].sort().at(-1) ?? null;
}
