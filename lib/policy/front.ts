import { isOrgan } from '../names/organ';
import { fold } from '../text/chars';
import type { PageMeta } from '../text/types';
import { dateWhole, lineDate, signatureDate, siteDate } from './front-dates';
import {
  addresseesOf,
  attachmentOf,
  issuerOf,
  type Metadata,
  metadataTable,
  numberIn,
  numberPattern,
  withoutTail,
} from './front-parts';
import type { Reading } from './readings';
import { placeOf } from './region';

/** What a document says of itself at its head. */
export interface Front {
  readonly title: string | null;
  readonly attachmentTitle: string | null;
  readonly issuer: string | null;
  readonly docNumber: string | null;
  readonly date: string | null;
  readonly addressees: readonly string[];
  readonly draft: boolean;
  /** Index of the paragraph that holds (the end of) the title; -1 where none was found. */
  readonly titleAt: number;
}

const wholeNumber = new RegExp(`^[（(]?(?:发?文?字?号[：:])?(${numberPattern.source})[）)]?$`);

/** Endings of a document's title. */
export const titleKinds =
  '通知|工作提示|工作提醒|提醒函|提示函|通告|公告|公报|意见|方案|办法|细则|规划|计划|决定|规定|条例|纲要|要点|安排|措施|政策|清单|分工|分工表|推进表|任务表|责任表|计划表|安排表|进度表|一览表|预案|指引|指南|批复|复函|函|答复|报告|简报|令|制度|准则|标准|规则|章程|要求|行动|工程|台账|方法|规程|目录|任务|任务分解|分解表|举措|重点工作|倡议书|通报|决议|纪要|通知单|督办单|交办单|转办单|分办单|办理单|派工单|任务单|任务书|任务卡|整改函|提示函|及责任单位|及责任分工|成员单位职责|职责任务|职责分工';
const endsAsTitle = new RegExp(`(?:${titleKinds})$`);
const draftWords = /征求意见稿|送审稿|讨论稿|[（(]草案[）)]|公开征求意见/;
/** Reads the head. `readings` are in document order; only paragraphs up to the outline's start count. */
export function readFront(readings: readonly Reading[], meta: PageMeta): Front {
  const zone = headZone(readings);
  const fields = metadataTable(readings);
  const titled = findTitle(readings, zone, meta, fields);
  const title = titled?.title.replace(/[（(](?:公开)?(?:征求意见稿|送审稿|讨论稿|草案)[）)]$/, '') ?? null;
  const titleAt = titled?.at ?? -1;
  const own = zone.map((i) => textAt(readings, i));
  const signed = signatureDate(readings, zone.at(-1) ?? 0, titleAt);
  return {
    title,
    attachmentTitle: attachmentOf(readings, title, titleAt),
    issuer: issuerOf(title, readings, signed?.at ?? -1, own) ?? fields.issuer ?? null,
    docNumber: printedNumber(readings, zone) ?? fields.docNumber ?? glued(own),
    date: signed?.date ?? fields.date ?? lineDate(readings) ?? siteDate(readings, titleAt),
    addressees: addresseesOf(readings, titleAt, zone),
    draft: own.slice(0, 30).some((t) => t.length <= 90 && !/[。；，]/.test(t) && draftWords.test(t)),
    titleAt,
  };
}

/** The number in a line of its own, before the title, or in a line of facts. */
function printedNumber(readings: readonly Reading[], zone: readonly number[]): string | null {
  for (const i of zone) {
    const { strand } = readings[i]!.paragraph;
    const { text } = strand;
    const within = numberBefore.test(text) || (text.length <= 80 && !/[《。]/.test(text));
    const found = wholeNumber.exec(text)?.[0] ?? (within ? numberIn(strand) : null);
    if (found) return cleanNumber(found);
  }
  return null;
}

const cleanNumber = (printed: string): string =>
  printed
    .replace(/^[（(]?(?:发?文?字?号[：:])?/, '')
    .replace(/[）)]$/, '')
    .replace(/^[^（(]*[（(](?=[^）)]*$)/, '');

/** Number glued to the title and the addressees in a text without line breaks. */
function glued(own: readonly string[]): string | null {
  const text = own[0] ?? '';
  const m = new RegExp(`的(?:通知|意见|决定|通告|公告)(${numberPattern.source})`).exec(text.slice(0, 300));
  return m ? m[1]! : null;
}

const numberBefore = new RegExp(`^${numberPattern.source}(?=《?[\\u4e00-\\u9fff])`);
const numberBehind = new RegExp(`[（(]${numberPattern.source}[）)]$`);

/** A title without the document number glued to it, and without the book marks that hold it whole: 某政发〔2031〕2号《…的通知》. */
export function unwrapped(printed: string): string {
  const named = printed.replace(/^(?:信息|文件|公文)?(?:名称|标题)[：:]/, '').replace(/[|｜]+$/, '');
  if (!/号/.test(named) && named[0] !== '《') return named;
  const text = named.replace(numberBefore, '').replace(numberBehind, '');
  if (!/^《[^《》]*》$/.test(text)) return text;
  return text.slice(1, -1).replace(/〈/g, '《').replace(/〉/g, '》');
}

/** Indexes of the paragraphs before the outline and the body: title, number, addressees, letter, signature. */
function headZone(readings: readonly Reading[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < readings.length && out.length < 60; i++) {
    const { kind, paragraph } = readings[i]!;
    if (paragraph.cell || paragraph.furniture) continue;
    if (kind === 'node' && out.length > 0 && /^(?:han|part|han-paren|article|arabic)$/.test(paragraph.marker!.scheme)) {
      if (paragraph.marker!.value === 1) break;
    }
    out.push(i);
  }
  return out;
}

/** 督办单, 转办单: a slip has no longer name. */
const slipName = /^(?:督[办查]|抄告|交办|转办|分办|办理|派工|提醒|提示|催办|整改)[单函]$/;
/** 批示办理单: what goes round is named on it (文件标题：…), and is not the slip. */
const roundSlip = /^[\u4e00-\u9fff]{0,12}(?:办理|处理|阅办|呈批|批办|拟办|办文|阅批|传阅|签批)[单笺]$/;

interface Found {
  readonly title: string;
  readonly at: number;
}

/** The title: as printed, else at the head of a text without line breaks, in the page's metadata, or the first line that may be one. */
function findTitle(
  readings: readonly Reading[],
  zone: readonly number[],
  meta: PageMeta,
  fields: Metadata,
): Found | null {
  const named = [fields.title, meta.fields.articletitle, pageTitle(meta.title)].filter((t): t is string => Boolean(t));
  const slip = zone.slice(0, 3).find((i) => roundSlip.test(textAt(readings, i)));
  if (slip !== undefined) return { title: textAt(readings, slip), at: slip };
  const found = printedTitle(readings, zone, named) ?? runOnTitle(readings, zone) ?? openTitle(readings, zone);
  if (found) return found;
  if (named[0]) return { title: named[0].replace(/\s/g, ''), at: -1 };
  const first = zone.find((i) => {
    const t = textAt(readings, i);
    if (slipName.test(t)) return true;
    return t.length >= 6 && t.length <= 80 && !/[。，,：:；;]|文件$/.test(t) && !isOrgan(t) && !dateWhole.test(t);
  });
  return first === undefined ? null : { title: textAt(readings, first), at: first };
}

/** The lines of the head that end as a title does, and of them the one that speaks most for itself. */
function printedTitle(readings: readonly Reading[], zone: readonly number[], named: readonly string[]): Found | null {
  const keys = named.map(fold).filter((key) => key.length > 6);
  let best: (Found & { score: number }) | null = null;
  for (let k = 0; k < zone.length && k < 40; k++) {
    if (!endsTitle(readings, zone, k)) continue;
    const title = withLinesAfter(readings, zone, k, withLinesBefore(readings, zone, k));
    const score = scoreOf(title, readings[zone[k]!]!.paragraph, keys) - k * 0.05;
    if (!best || score > best.score) best = { title, at: zone[k]!, score };
  }
  return (
    best && (besideMenu(best, readings, zone, keys) ?? { title: wholeTitle(unwrapped(best.title), named), at: best.at })
  );
}

/** 规划计划, 通知公告: words of a menu end like titles. Where a line of the head is what the page is called, that is its title. */
function besideMenu(
  { title }: Found,
  readings: readonly Reading[],
  zone: readonly number[],
  keys: readonly string[],
): Found | null {
  if (title.length > longestMenu) return null;
  const at = zone.find((i) => {
    const line = fold(textAt(readings, i));
    return line.length > longestMenu && keys.some((key) => key.startsWith(line));
  });
  return at === undefined ? null : { title: textAt(readings, at), at };
}
const longestMenu = 5;

/** A title ends with this line. */
function endsTitle(readings: readonly Reading[], zone: readonly number[], k: number): boolean {
  const { paragraph, kind } = readings[zone[k]!]!;
  if (kind !== 'text') return false;
  const text = unwrapped(paragraph.strand.text);
  if (text.length > 160 || /[。；>›»|｜]|当前位置|您的位置/.test(text)) return false;
  if (wholeNumber.test(text) || dateWhole.test(text)) return false;
  const bare = withoutTail(withoutTail(text));
  if (!endsAsTitle.test(bare)) return false;
  // 通　知 may stand on a line of its own under …方案的.
  if (bare.length < 4 && !(k > 0 && textAt(readings, zone[k - 1]!).endsWith('的'))) return false;
  return !/^(?:附件|附表|来源|索引号|主题|【)/.test(text) || /^【[^】]*】.{8}/.test(text);
}

/** How much speaks for a title: its wording, the page's metadata (`keys`, folded), how it is set. */
function scoreOf(title: string, { heading, align, strong }: Reading['paragraph'], keys: readonly string[]): number {
  const key = fold(title);
  let score = 2;
  if (/关于.{2,}的(?:通知|意见|决定|公告|通告|批复|函|复函|报告|通报|实施意见|指导意见)$/.test(withoutTail(title)))
    score += 3;
  if (keys.some((name) => name.includes(key) || key.includes(name))) score += 3;
  if (heading || align === 'center' || strong) score += 1;
  if (title.endsWith('文件')) score -= 2;
  return score;
}

/** A report or a plan whose title was set over several lines, or only in the page's metadata. */
function openTitle(readings: readonly Reading[], zone: readonly number[]): Found | null {
  const k = zone.slice(0, 12).findIndex((i) => /^关于[^。：]{4,60}$/.test(textAt(readings, i)));
  return k < 0 ? null : { title: withLinesBefore(readings, zone, k), at: zone[k]! };
}

/** Where the page's metadata has the title whole of which the text gave the end, the whole is taken. */
function wholeTitle(title: string, named: readonly string[]): string {
  const key = fold(title);
  const whole = named.find((n) => fold(n).length > key.length && fold(n).length < 160 && fold(n).endsWith(key));
  return whole ? whole.replace(/\s/g, '') : title;
}

/** The title at the head of a text without line breaks: it ends where the number or the addressees begin. */
function runOnTitle(readings: readonly Reading[], zone: readonly number[]): Found | null {
  const first = zone.find((i) => readings[i]!.kind === 'text');
  if (first === undefined || first > 3) return null;
  const text = readings[first]!.paragraph.strand.text.slice(0, 240);
  const m = /^[^。；]{2,60}?关于[^。；]{2,90}?的(?:通知|意见|决定|通告|公告|批复|指导意见|实施意见)/.exec(text);
  return m && m[0].length < text.length ? { title: m[0], at: first } : null;
}

/** A page's `<title>` without the site's name behind it. */
function pageTitle(title: string | null): string | null {
  const text = title
    ?.trim()
    .split(/\s*[_|｜]\s*|\s+[-–—]+\s*|--+/)[0]
    ?.trim();
  return text && text.length >= 6 ? text : null;
}

const textAt = (readings: readonly Reading[], i: number): string => readings[i]!.paragraph.strand.text;

/** A line may be part of a title set over several: short, without stops, no number and no date. */
function mayBePart({ kind, paragraph }: Reading, most: number): boolean {
  const { text } = paragraph.strand;
  if (kind !== 'text' || text.length > most || /[。：；，]/.test(text)) return false;
  return !wholeNumber.test(text) && !dateWhole.test(text);
}

/**
 * Index in the zone of the line a title begins at that was set over more than two lines (某市政府关于进一步加强⏎法制审核工作的⏎实施意见), or
 * that begins with its place and has no 关于 (某市加快建设⏎综合交通枢纽三年行动计划); `k` where it is one line.
 */
function firstLineOf(readings: readonly Reading[], zone: readonly number[], k: number, title: string): number {
  if (/关于/.test(title) || placeOf(title)) return k;
  for (let j = k - 1; j >= Math.max(0, k - 4) && zone[j] === zone[j + 1]! - 1; j--) {
    const text = textAt(readings, zone[j]!);
    if (!mayBePart(readings[zone[j]!]!, 45) || endsAsTitle.test(withoutTail(text)) || text.endsWith('文件')) break;
    if (/关于|印发/.test(text)) return j;
    if (k - j === 1 && placeOf(text) && !isOrgan(text) && text.length > placeOf(text).length + 1) return j;
  }
  return k;
}

/** The lines from one place of the zone to another as one. */
const lines = (readings: readonly Reading[], zone: readonly number[], from: number, to: number): string =>
  zone
    .slice(from, to + 1)
    .map((i) => textAt(readings, i))
    .join('');

/** A title set over several lines: the issuers' names and the first half stand on lines of their own. */
function withLinesBefore(readings: readonly Reading[], zone: readonly number[], k: number): string {
  const from = firstLineOf(readings, zone, k, textAt(readings, zone[k]!));
  let title = lines(readings, zone, from, k);
  for (let j = from - 1; j >= 0 && j >= k - 5 && zone[j] === zone[j + 1]! - 1; j--) {
    const above = readings[zone[j]!]!;
    const { text } = above.paragraph.strand;
    if (!mayBePart(above, 60) || /文件$|^附件/.test(text)) break;
    const centred = above.paragraph.align === 'center' && readings[zone[k]!]!.paragraph.align === 'center';
    if (!goesBefore(text, title, centred)) break;
    title = text + title;
  }
  return title;
}

/** Whether a title that `title` ends begins in the line above it. */
function goesBefore(text: string, title: string, centred: boolean): boolean {
  const about = title.includes('关于');
  if (!about && endsAsTitle.test(withoutTail(text))) return false;
  if (title.startsWith('关于')) return isOrgan(text) || text.includes('关于');
  if (!about && (centred || /关于[^》]*$/.test(text))) return true;
  if (/^(?:印发|转发|《|的)/.test(title) || (/^[^《]*》/.test(title) && /《[^》]*$/.test(text))) return true;
  // The names of those who issue it together, one a line.
  return isOrgan(text) && /^[\u4e00-\u9fff]{2,30}(?:政府|办公厅|办公室|委员会|局|厅|部|委|院)关于/.test(title);
}

/** …公示制度 / 重大执法决定审核制度的指导意见: a title that happens to end a line with one of its kinds goes on. */
function withLinesAfter(readings: readonly Reading[], zone: readonly number[], k: number, title: string): string {
  if (
    !/关于/.test(title) ||
    /的(?:通知|意见|决定|公告|通告|批复|函|复函|报告|指导意见|实施意见|若干意见)$/.test(withoutTail(title))
  )
    return title;
  for (let j = k + 1; j <= k + 2 && zone[j] === zone[j - 1]! + 1; j++) {
    if (!mayBePart(readings[zone[j]!]!, 50)) return title;
    const joined = title + lines(readings, zone, k + 1, j);
    if (/的(?:通知|意见|决定|公告|通告|批复|函|复函|指导意见|实施意见|若干意见|规定|办法)$/.test(withoutTail(joined)))
      return joined;
  }
  return title;
}
