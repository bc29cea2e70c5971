import { isOrgan } from '../names/organ';
import { fold } from '../text/chars';
import type { PageMeta } from '../text/types';
import {
  addresseesOf,
  attachmentOf,
  dateWhole,
  issuerOf,
  lineDate,
  type Metadata,
  metadataTable,
  numberIn,
  numberPattern,
  signatureDate,
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
  '通知|通告|公告|公报|意见|方案|办法|细则|规划|计划|决定|规定|条例|纲要|要点|安排|措施|政策|清单|分工|分工表|预案|指引|指南|批复|复函|函|答复|报告|简报|令|制度|准则|标准|规则|章程|要求|行动|工程|台账|方法|规程|目录|任务|任务分解|分解表|举措|重点工作|倡议书|通报|决议|纪要';
const endsAsTitle = new RegExp(`(?:${titleKinds})$`);
const draftWords = /征求意见稿|送审稿|讨论稿|[（(]草案[）)]|公开征求意见/;
/** Reads the head. `readings` are in document order; only paragraphs up to the outline's start count. */
export function readFront(readings: readonly Reading[], meta: PageMeta): Front {
  const zone = headZone(readings);
  const fields = metadataTable(readings);
  const titled = findTitle(readings, zone, meta, fields);
  const title = titled?.title.replace(/[（(](?:公开)?(?:征求意见稿|送审稿|讨论稿|草案)[）)]$/, '') ?? null;
  const letterEnd = zone.length ? zone.at(-1)! : 0;
  const own = zone.map((i) => readings[i]!.paragraph.strand.text);
  let docNumber: string | null = null;
  for (const i of zone) {
    const { strand } = readings[i]!.paragraph;
    const { text } = strand;
    const within = numberBefore.test(text) || (text.length <= 80 && !/[《。]/.test(text));
    const found = wholeNumber.exec(text)?.[0] ?? (within ? numberIn(strand) : null);
    if (found) {
      docNumber = cleanNumber(found);
      break;
    }
  }
  docNumber ??= fields.docNumber ?? glued(own);
  const dateAt = signatureDate(readings, letterEnd, titled?.at ?? -1);
  const attachment = attachmentOf(readings, title, titled?.at ?? -1);
  const issuer = issuerOf(title, readings, dateAt?.at ?? -1, own) ?? fields.issuer ?? null;
  const addressees = addresseesOf(readings, titled?.at ?? -1, zone);
  const draft = own.slice(0, 30).some((t) => t.length <= 90 && !/[。；，]/.test(t) && draftWords.test(t));
  return {
    title,
    attachmentTitle: attachment,
    issuer,
    docNumber,
    date: dateAt?.date ?? fields.date ?? lineDate(readings),
    addressees,
    draft,
    titleAt: titled?.at ?? -1,
  };
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

interface Found {
  readonly title: string;
  readonly at: number;
}

function findTitle(
  readings: readonly Reading[],
  zone: readonly number[],
  meta: PageMeta,
  fields: Metadata,
): Found | null {
  const named = [fields.title, meta.fields.articletitle, pageTitle(meta.title)]
    .filter((t): t is string => Boolean(t))
    .map(fold);
  let best: (Found & { score: number }) | null = null;
  for (let k = 0; k < zone.length && k < 40; k++) {
    const i = zone[k]!;
    const { paragraph, kind } = readings[i]!;
    if (kind !== 'text') continue;
    const text = unwrapped(paragraph.strand.text);
    if (
      text.length > 160 ||
      /[。；>›»|｜]|当前位置|您的位置/.test(text) ||
      wholeNumber.test(text) ||
      dateWhole.test(text)
    )
      continue;
    const bare = withoutTail(withoutTail(text));
    // 通　知 may stand on a line of its own under …方案的.
    const goesOn = k > 0 && /的$/.test(readings[zone[k - 1]!]!.paragraph.strand.text);
    if (!endsAsTitle.test(bare) || (bare.length < 4 && !goesOn)) continue;
    if (/^(?:附件|附表|来源|索引号|主题|【)/.test(text) && !/^【[^】]*】.{8}/.test(text)) continue;
    const whole = withLinesAfter(readings, zone, k, withLinesBefore(readings, zone, k));
    let score = 2;
    if (/关于.{2,}的(?:通知|意见|决定|公告|通告|批复|函|复函|报告|通报|实施意见|指导意见)$/.test(withoutTail(whole)))
      score += 3;
    if (named.some((n) => n.length > 6 && (fold(whole) === n || n.includes(fold(whole)) || fold(whole).includes(n))))
      score += 3;
    if (paragraph.heading || paragraph.align === 'center' || paragraph.strong) score += 1;
    if (/文件$/.test(whole)) score -= 2;
    score -= k * 0.05;
    if (!best || score > best.score) best = { title: whole, at: i, score };
  }
  if (best)
    return {
      at: best.at,
      title: wholeTitle(unwrapped(best.title), [fields.title, meta.fields.articletitle, pageTitle(meta.title)]),
    };
  const run = runOnTitle(readings, zone);
  if (run) return run;
  // A report or a plan whose title was set over several lines, or only in the page's metadata.
  for (let k = 0; k < zone.length && k < 12; k++) {
    const text = readings[zone[k]!]!.paragraph.strand.text;
    if (/^关于.{4,60}$/.test(text) && !/[。：]/.test(text))
      return { title: withLinesBefore(readings, zone, k), at: zone[k]! };
  }
  const meta_ = fields.title ?? meta.fields.articletitle ?? pageTitle(meta.title);
  if (meta_) return { title: meta_.replace(/\s/g, ''), at: -1 };
  const first = zone.find((i) => {
    const t = readings[i]!.paragraph.strand.text;
    return (
      t.length >= 6 &&
      t.length <= 80 &&
      !/[。，,：:；;]/.test(t) &&
      !/文件$/.test(t) &&
      !isOrgan(t) &&
      !dateWhole.test(t)
    );
  });
  return first === undefined ? null : { title: readings[first]!.paragraph.strand.text, at: first };
}

/** Where the page's metadata has the title whole of which the text gave the end, the whole is taken. */
function wholeTitle(title: string, named: readonly (string | null | undefined)[]): string {
  const key = fold(title);
  const whole = named.find((n) => n && fold(n).length > key.length && fold(n).length < 160 && fold(n).endsWith(key));
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

/**
 * Index in the zone of the line a title begins at that was set over more than two lines (某市政府关于进一步加强⏎法制审核工作的⏎实施意见), or
 * that begins with its place and has no 关于 (某市加快建设⏎综合交通枢纽三年行动计划); `k` where it is one line.
 */
function firstLineOf(readings: readonly Reading[], zone: readonly number[], k: number, title: string): number {
  if (/关于/.test(title) || placeOf(title)) return k;
  for (let j = k - 1; j >= Math.max(0, k - 4) && zone[j] === zone[j + 1]! - 1; j--) {
    const text = textAt(readings, zone[j]!);
    if (readings[zone[j]!]!.kind !== 'text' || text.length > 45 || /[。：；，]/.test(text)) break;
    if (wholeNumber.test(text) || dateWhole.test(text) || endsAsTitle.test(withoutTail(text)) || /文件$/.test(text))
      break;
    if (/关于|印发/.test(text)) return j;
    if (k - j === 1 && placeOf(text) && !isOrgan(text) && text.length > placeOf(text).length + 1) return j;
  }
  return k;
}

/** A title set over several lines: the issuers' names and the first half stand on lines of their own. */
function withLinesBefore(readings: readonly Reading[], zone: readonly number[], k: number): string {
  let title = readings[zone[k]!]!.paragraph.strand.text;
  const from = firstLineOf(readings, zone, k, title);
  if (from < k)
    title = zone
      .slice(from, k + 1)
      .map((i) => textAt(readings, i))
      .join('');
  for (let j = from - 1; j >= 0 && j >= k - 5 && zone[j] === zone[j + 1]! - 1; j--) {
    const { paragraph, kind } = readings[zone[j]!]!;
    const text = paragraph.strand.text;
    if (
      kind !== 'text' ||
      text.length > 60 ||
      /[。：；，]/.test(text) ||
      wholeNumber.test(text) ||
      dateWhole.test(text)
    )
      break;
    if (/文件$|^附件/.test(text)) break;
    const centred = paragraph.align === 'center' && readings[zone[k]!]!.paragraph.align === 'center';
    const startsOver = endsAsTitle.test(withoutTail(text)) && !/关于/.test(title);
    if (startsOver) break;
    const closesOnly = /^[^《]*》/.test(title) && /《[^》]*$/.test(text);
    const needed =
      closesOnly ||
      (centred && !/关于/.test(title)) ||
      /^(?:关于|印发|转发|《)/.test(title) ||
      (!/关于/.test(title) && /关于[^》]*$/.test(text)) ||
      /^的/.test(title);
    const issuerLine =
      isOrgan(text) && /^关于|^[\u4e00-\u9fff]{2,30}(?:政府|办公厅|办公室|委员会|局|厅|部|委|院)关于/.test(title);
    if (!needed && !issuerLine) break;
    if (/^(?:关于)/.test(title) && !isOrgan(text) && !/关于/.test(text)) break;
    title = text + title;
  }
  return title;
}

/** …公示制度 / 重大执法决定审核制度的指导意见: a title that happens to end a line with one of its kinds goes on. */
function withLinesAfter(readings: readonly Reading[], zone: readonly number[], k: number, title: string): string {
  if (
    !/关于/.test(title) ||
    /的(?:通知|意见|决定|公告|通告|批复|函|复函|报告|指导意见|实施意见|若干意见)$/.test(withoutTail(title))
  )
    return title;
  for (let j = k + 1; j <= k + 2 && zone[j] === zone[j - 1]! + 1; j++) {
    const { paragraph, kind } = readings[zone[j]!]!;
    const text = paragraph.strand.text;
    if (
      kind !== 'text' ||
      text.length > 50 ||
      /[。：；，]/.test(text) ||
      wholeNumber.test(text) ||
      dateWhole.test(text)
    )
      return title;
    const joined =
      title +
      readings
        .slice(zone[k]! + 1, zone[j]! + 1)
        .map((r) => r.paragraph.strand.text)
        .join('');
    if (/的(?:通知|意见|决定|公告|通告|批复|函|复函|指导意见|实施意见|若干意见|规定|办法)$/.test(withoutTail(joined)))
      return joined;
  }
  return title;
}
