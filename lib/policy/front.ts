import type { PageMeta } from '../text/types';
import { fold, numeral } from './chars';
import { iso } from './dates';
import { isOrgan } from './organ';
import type { Reading } from './readings';
import type { Strand } from './strand';
import { readUnits } from './unit-list';

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

const numberWords = '[\\u4e00-\\u9fffA-Za-z（）()]{1,16}?';
const numberPattern = new RegExp(`(${numberWords})[〔\\[［【(（﹝]((?:19|20)\\d\\d)[〕\\]］】)）﹞](第?\\d{1,5}号)`);
const wholeNumber = new RegExp(`^[（(]?(?:发?文?字?号[：:])?(${numberPattern.source})[）)]?$`);

/** Endings of a document's title. */
export const titleKinds =
  '通知|通告|公告|公报|意见|方案|办法|细则|规划|计划|决定|规定|条例|纲要|要点|安排|措施|政策|清单|分工|分工表|预案|指引|指南|批复|复函|函|答复|报告|简报|令|制度|准则|标准|规则|章程|要求|行动|工程|台账|方法|规程|目录|倡议书|通报|决议|纪要';
const endsAsTitle = new RegExp(`(?:${titleKinds})$`);
const dateWhole =
  /^((?:19|20)\d\d|[二一][〇零○ＯO九一二三四五六七八]{3})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日$/;

const draftWords = /征求意见稿|送审稿|讨论稿|[（(]草案[）)]|公开征求意见/;
const withoutTail = (text: string): string =>
  text.replace(
    /[（(【〔[](?:征求意见稿|试行|暂行|草案|送审稿|讨论稿|修订|修订稿|20\d\d[^）)】〕\]]{0,16}|[^）)】〕\]]{1,8})[）)】〕\]]$/,
    '',
  );

/** Reads the head. `readings` are in document order; only paragraphs up to the outline's start count. */
export function readFront(readings: readonly Reading[], meta: PageMeta): Front {
  const zone = headZone(readings);
  const fields = metadataTable(readings);
  const titled = findTitle(readings, zone, meta, fields);
  const title = titled?.title.replace(/[（(](?:公开)?(?:征求意见稿|送审稿|讨论稿|草案)[）)]$/, '') ?? null;
  const letterEnd = zone.length ? zone.at(-1)! : 0;
  const own = zone.map((i) => readings[i]!.paragraph.strand.text);
  let docNumber: string | null = null;
  for (const text of own) {
    const m = wholeNumber.exec(text) ?? (text.length <= 60 && !/[《。]/.test(text) ? numberPattern.exec(text) : null);
    if (m) {
      docNumber = cleanNumber(m[0]);
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
    date: dateAt?.date ?? fields.date ?? null,
    addressees,
    draft,
    titleAt: titled?.at ?? -1,
  };
}

const cleanNumber = (printed: string): string =>
  printed.replace(/^[（(]?(?:发?文?字?号[：:])?/, '').replace(/[）)]$/, (b) => b && '');

/** Number glued to the title and the addressees in a text without line breaks. */
function glued(own: readonly string[]): string | null {
  const text = own[0] ?? '';
  const m = new RegExp(`的(?:通知|意见|决定|通告|公告)(${numberPattern.source})`).exec(text.slice(0, 300));
  return m ? m[1]! : null;
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
    const text = paragraph.strand.text;
    if (text.length > 160 || /[。；>›»]|当前位置|您的位置/.test(text) || wholeNumber.test(text) || dateWhole.test(text))
      continue;
    const bare = withoutTail(withoutTail(text));
    if (!endsAsTitle.test(bare) || bare.length < 4) continue;
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
      title: wholeTitle(best.title, [fields.title, meta.fields.articletitle, pageTitle(meta.title)]),
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
    return t.length >= 6 && t.length <= 80 && !/[。，：；]/.test(t) && !/文件$/.test(t);
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

/** A title set over several lines: the issuers' names and the first half stand on lines of their own. */
function withLinesBefore(readings: readonly Reading[], zone: readonly number[], k: number): string {
  let title = readings[zone[k]!]!.paragraph.strand.text;
  for (let j = k - 1; j >= 0 && j >= k - 5 && zone[j] === zone[j + 1]! - 1; j--) {
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

interface Metadata {
  title?: string;
  docNumber?: string;
  issuer?: string;
  date?: string;
}

const metadataLabels: readonly (readonly [RegExp, keyof Metadata])[] = [
  [/^(?:标题|名称|信息名称|文件名称|公文名称)$/, 'title'],
  [/^(?:发?文字?号|文件编号|公文文号)$/, 'docNumber'],
  [/^(?:发文机关|发布机构|发文单位|制发机关|发布单位|公开责任部门|制定机关)$/, 'issuer'],
  [/^(?:成文日期|生成日期|发文日期|签发日期|公文日期)$/, 'date'],
];

/** The 索引号 table of a government page: label cells and their values. The text wins where both speak. */
function metadataTable(readings: readonly Reading[]): Metadata {
  const out: Metadata = {};
  for (let i = 0; i < Math.min(readings.length, 120); i++) {
    const text = readings[i]!.paragraph.strand.text;
    if (text.length > 200) continue;
    const colon = text.search(/[：:]/);
    const label = (colon >= 0 ? text.slice(0, colon) : text).replace(/[\s【】[\]]/g, '');
    const entry = metadataLabels.find(([p]) => p.test(label));
    if (!entry) continue;
    const inline = colon >= 0 ? text.slice(colon + 1) : '';
    const next = readings[i + 1]?.paragraph;
    const value = inline || (next && (next.cell || colon >= 0) ? next.strand.text : '');
    if (!value || value.length > 160 || /^(?:索引号|主题分类|发文|成文|标题|发布)/.test(value)) continue;
    const [, key] = entry;
    if (key === 'date') {
      const m = /((?:19|20)\d\d)[年.\-/](\d{1,2})[月.\-/](\d{1,2})/.exec(value);
      const date = m && iso(Number(m[1]), Number(m[2]), Number(m[3]));
      if (date) out.date ??= date;
    } else if (key === 'docNumber') {
      const m = numberPattern.exec(value);
      if (m) out.docNumber ??= m[0];
    } else out[key] ??= value;
  }
  return out;
}

/** The date under the signature: a line that is nothing but a date (or ends a signature line). */
function signatureDate(
  readings: readonly Reading[],
  letterEnd: number,
  titleAt: number,
): { date: string; at: number } | null {
  const look = (from: number, to: number) => {
    for (let i = Math.max(0, from); i <= to && i < readings.length; i++) {
      const { strand, cell } = readings[i]!.paragraph;
      if (cell) continue;
      const text = strand.text;
      if (text.length > 60) continue;
      const m = dateWhole.exec(text) ?? dateWhole.exec(text.slice(text.search(/(?:19|20)\d\d年/)));
      if (!m || (m.index === 0 && text.length > m[0].length + 40)) continue;
      const lead = text.slice(0, text.length - m[0].length);
      if (lead && !isOrgan(lead)) continue;
      const date = iso(numeral(m[1]!) ?? 0, numeral(m[2]!) ?? 0, numeral(m[3]!) ?? 0);
      if (date) return { date, at: i };
    }
    return null;
  };
  return (
    look(titleAt + 1, letterEnd) ??
    look(Math.max(letterEnd, readings.length - 40), readings.length - 1) ??
    look(0, titleAt)
  );
}

/** The title of the document that a notice issues: as printed over it, else as named in the notice's title. */
function attachmentOf(readings: readonly Reading[], title: string | null, titleAt: number): string | null {
  if (!title) return null;
  const m = /(?:印发|转发|发布|下发|公布)(?:《(.+)》|(.+?))的(?:通知|公告|通告|决定|函)$/.exec(withoutTail(title));
  if (!m) return null;
  const named = (m[1] ?? m[2]!).replace(/^〈(.+)〉$/, '$1');
  const key = (s: string): string =>
    fold(s)
      .replace(/[《》〈〉（）()「」“”"]/g, '')
      .replace(/的(?=实施|工作|行动|方案)/g, '');
  const wanted = key(named);
  for (let i = titleAt + 1; i < readings.length && i < titleAt + 60; i++) {
    const { paragraph, kind } = readings[i]!;
    if (kind !== 'text' || paragraph.cell) continue;
    let text = paragraph.strand.text;
    if (text.length > 120 || /[。；]/.test(text)) continue;
    for (let j = i; j <= i + 2; j++) {
      if (j > i) text += readings[j]?.paragraph.strand.text ?? '';
      if (key(text) === wanted || key(withoutTail(text)) === wanted) return text;
      if (!wanted.startsWith(key(text))) break;
    }
  }
  return named;
}

function issuerOf(
  title: string | null,
  readings: readonly Reading[],
  dateAt: number,
  own: readonly string[],
): string | null {
  const before = title ? /^(.{2,60}?)(?:关于|印发|转发)/.exec(title)?.[1] : null;
  if (before && isOrgan(before)) return before;
  const signature: string[] = [];
  if (dateAt >= 0) {
    const same = readings[dateAt]!.paragraph.strand.text.replace(/(?:19|20)\d\d年.*$/, '');
    if (same && isOrgan(same)) return same;
    for (let i = dateAt - 1; i >= 0 && i >= dateAt - 6; i--) {
      const { strand, cell } = readings[i]!.paragraph;
      if (cell || strand.length > 60 || /[。，：；]/.test(strand.text)) break;
      for (const name of namesIn(strand)) if (isOrgan(name)) signature.unshift(name);
      if (!signature.length) break;
    }
  }
  if (signature.length) return signature[0]!;
  const red = own.find((t) => /^[\u4e00-\u9fff]{4,40}文件$/.test(t));
  if (red) return red.replace(/文件$/, '');
  const first = own[0];
  if (title && first && title.startsWith(first) && isOrgan(first)) return first;
  const subject = title ? /^([\u4e00-\u9fff]{2,20}(?:人民政府|国务院|委员会))/.exec(title)?.[1] : null;
  return subject ?? null;
}

/** Names on a signature line set apart by white space: 甲市财政局　　甲市民政局. */
function namesIn(strand: Strand): string[] {
  const cuts = [0, ...strand.gaps, strand.length];
  const pieces = cuts.slice(1).map((to, k) => strand.text.slice(cuts[k], to));
  return pieces.every(isOrgan) ? pieces : [strand.text];
}

function addresseesOf(readings: readonly Reading[], titleAt: number, zone: readonly number[]): string[] {
  for (const i of zone) {
    if (i < titleAt) continue;
    const { paragraph, kind } = readings[i]!;
    if (kind !== 'text') continue;
    let { strand } = paragraph;
    if (i === titleAt) {
      // Without line breaks the addressees follow the number in the title's own paragraph.
      const behind = /号(?=[各省市县区])/.exec(strand.text.slice(0, 240));
      if (!behind) continue;
      strand = strand.slice(behind.index + 1);
    }
    const colon = strand.text.slice(0, 400).search(/[：:]/);
    if (colon < 3 || /[。！？《]/.test(strand.text.slice(0, colon))) continue;
    const after = strand.text.slice(colon + 1, colon + 4);
    if (after && !/^(?:经|现|为|根据|按|近|《|你|依|据|今|根)/.test(after)) continue;
    const head = strand.text.slice(0, colon);
    if (/如下$|以下$|日期$|来源$|字号$|机关$|关键词/.test(head)) continue;
    const { units } = readUnits(strand, 0, colon);
    if (units.length && units.filter((u) => isOrgan(u.name)).length * 2 >= units.length)
      return units.map((u) => u.name);
  }
  return [];
}
