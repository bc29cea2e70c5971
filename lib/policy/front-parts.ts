import { readUnits } from '../names/coordination';
import { isOrgan } from '../names/organ';
import { fold, Sign } from '../text/chars';
import type { Strand } from '../text/strand';
import type { Reading } from './readings';
import { placeOf } from './region';
import { iso } from './time/calendar';

const numberWords = '[\\u4e00-\\u9fffA-Za-z（）()]{1,16}?';

/** A document number: organ, year in brackets, number. */
export const numberPattern = new RegExp(
  `(${numberWords})[〔\\[［【(（﹝]((?:19|20)\\d\\d)[〕\\]］】)）﹞](第?\\d{1,5}号)`,
);
/** A title without what is bracketed at its end: （试行）, （2021—2025年）. */
export const withoutTail = (text: string): string =>
  text.replace(
    /[（(【〔[](?:征求意见稿|试行|暂行|草案|送审稿|讨论稿|修订|修订稿|20\d\d[^）)】〕\]]{0,16}|[^）)】〕\]]{1,8})[）)】〕\]]$/,
    '',
  );

export interface Metadata {
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

/** No label of such a table is longer, with the signs that decorate it. */
const longestLabel = 40;

/** The 索引号 table of a government page: label cells and their values. The text wins where both speak. */
export function metadataTable(readings: readonly Reading[]): Metadata {
  const out: Metadata = {};
  for (let i = 0; i < Math.min(readings.length, 120); i++) {
    const { text, signs } = readings[i]!.paragraph.strand;
    if (text.length > 200) continue;
    const colon = signs & Sign.colon ? text.search(/[：:]/) : -1;
    const entry = labelled(colon >= 0 ? text.slice(0, colon) : text);
    if (!entry) continue;
    const inline = colon >= 0 ? text.slice(colon + 1) : '';
    const next = readings[i + 1]?.paragraph;
    const value = inline || (next && (next.cell || colon >= 0) ? next.strand.text : '');
    const [, key] = entry;
    const fact = isValue(value) ? factOf(key, value) : null;
    if (fact) out[key] ??= fact;
  }
  return out;
}

/** The kind of fact that a label announces, whatever signs decorate it. */
function labelled(printed: string): (typeof metadataLabels)[number] | undefined {
  if (printed.length > longestLabel) return undefined;
  const label = printed.replace(/[\s【】[\]•·●▪■◆*]/g, '');
  return metadataLabels.find(([p]) => p.test(label));
}

/** Whether a text can be a value: short, and no label of its own. */
const isValue = (text: string): boolean =>
  text !== '' && text.length <= 160 && !/^(?:索引号|主题分类|发文|成文|标题|发布)/.test(text);

/** A value as its kind of fact is kept: dates in ISO 8601, document numbers bare; null where it is none. */
function factOf(key: keyof Metadata, value: string): string | null {
  if (key === 'docNumber') return numberPattern.exec(value)?.[0] ?? null;
  if (key !== 'date') return value;
  const m = /((?:19|20)\d\d)[年.\-/](\d{1,2})[月.\-/](\d{1,2})/.exec(value);
  return m && iso(Number(m[1]), Number(m[2]), Number(m[3]));
}

/**
 * The document number in a line that holds other facts as well (发文机关 甲县教育局 文 号 甲教发〔2031〕4号): it begins behind the
 * last white space and label before it. Null where the line holds none.
 */
export function numberIn(strand: Strand): string | null {
  const m = numberPattern.exec(strand.text);
  if (!m) return null;
  const year = m.index + m[1]!.length;
  const gap = strand.gaps.filter((g) => g > m.index && g < year).at(-1) ?? m.index;
  return strand.text.slice(gap, m.index + m[0].length).replace(/^.*?(?:文号|字号|编号)[：:]?/, '');
}

/** The title of the document that a notice issues: as printed over it, else as named in the notice's title. */
export function attachmentOf(readings: readonly Reading[], title: string | null, titleAt: number): string | null {
  if (!title) return null;
  const m = /(?:印发|转发|发布|下发|公布)(?:《(.+)》|(.+?))的(?:通知|公告|通告|决定|函)$/.exec(withoutTail(title));
  if (!m) return null;
  const named = (m[1] ?? m[2]!).split(/》[、和及]?《/)[0]!.replace(/^〈(.+)〉$/, '$1');
  const wanted = key(named);
  for (let i = titleAt + 1; i < readings.length && i < titleAt + 60; i++) {
    const { paragraph, kind } = readings[i]!;
    if (kind !== 'text' || paragraph.cell) continue;
    const { text } = paragraph.strand;
    if (text.length > 120 || /[。；]/.test(text)) continue;
    const printed = printedAt(readings, i, wanted);
    if (printed !== null) return printed;
  }
  return named;
}

/** A title without the signs and particles in which its mentions differ. */
const key = (s: string): string =>
  fold(s)
    .replace(/[《》〈〉（）()「」“”"]/g, '')
    .replace(/的(?=实施|工作|行动|方案)/g, '');

/** The title of this key where it is printed at `at`, over up to three lines; null where another text stands there. */
function printedAt(readings: readonly Reading[], at: number, wanted: string): string | null {
  let text = '';
  for (let j = at; j <= at + 2; j++) {
    text += readings[j]?.paragraph.strand.text ?? '';
    if (key(text) === wanted || key(withoutTail(text)) === wanted) return text;
    if (!wanted.startsWith(key(text))) return null;
  }
  return null;
}

/** Who issues it: from the title, the signature, the red head, the first line. */
export function issuerOf(
  title: string | null,
  readings: readonly Reading[],
  dateAt: number,
  own: readonly string[],
): string | null {
  const before = title ? /^(.{2,140}?)(?:关于|印发|转发)/.exec(title)?.[1] : null;
  // 清河市关于加强…的若干措施 names a place, no organ.
  if (before && isOrgan(before) && placeOf(before) !== before) return severalIssuers(before);
  const signed = dateAt >= 0 ? signerOf(readings, dateAt) : null;
  if (signed) return signed;
  const red = own.find((t) => /^[\u4e00-\u9fff]{4,40}文件$/.test(t));
  if (red) return red.replace(/文件$/, '');
  const first = own[0];
  if (title && first && title !== first && title.startsWith(first) && isOrgan(first)) return first;
  const subject = title ? /^([\u4e00-\u9fff]{2,20}(?:人民政府|国务院|委员会))/.exec(title)?.[1] : null;
  return subject ?? null;
}

/** Issuers whose names a title sets one behind the other, parted by 、: each begins with the place of the first, or with 中共. */
function severalIssuers(names: string): string {
  const place = /^(?:中共)?([\u4e00-\u9fff]{1,6}?[省市县区旗州盟])/.exec(names)?.[1];
  if (!place) return names;
  const out: string[] = [];
  let from = 0;
  for (let at = 4; at <= names.length - 4; at++) {
    const begins = names.startsWith(place, at) || names.startsWith('中共', at);
    if (!begins || !isOrgan(names.slice(from, at))) continue;
    out.push(names.slice(from, at));
    from = at;
  }
  return [...out, names.slice(from)].join('、');
}

/** The first organ that signs, before the date in its line or in the lines over it. */
function signerOf(readings: readonly Reading[], dateAt: number): string | null {
  const same = readings[dateAt]!.paragraph.strand.text.replace(/(?:19|20)\d\d年.*$/, '');
  if (same && isOrgan(same)) return same;
  const signature: string[] = [];
  for (let i = dateAt - 1; i >= 0 && i >= dateAt - 6; i--) {
    const { strand, cell } = readings[i]!.paragraph;
    if (cell || strand.length > 60 || /[。，：；]/.test(strand.text)) break;
    signature.unshift(...namesIn(strand).filter((name) => isOrgan(name)));
    if (!signature.length) break;
  }
  return signature[0] ?? null;
}

/** Names on a signature line set apart by white space: 甲市财政局　　甲市民政局. */
function namesIn(strand: Strand): string[] {
  const cuts = [0, ...strand.gaps, strand.length];
  const pieces = cuts.slice(1).map((to, k) => strand.text.slice(cuts[k], to));
  return pieces.every(isOrgan) ? pieces : [strand.text];
}

/** Whom it is sent to: the units before the first colon after the title. */
export function addresseesOf(readings: readonly Reading[], titleAt: number, zone: readonly number[]): string[] {
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
    const colon = salutation(strand.text);
    if (colon < 0) continue;
    const { units } = readUnits(strand, 0, colon);
    if (units.length && units.filter((u) => isOrgan(u.name)).length * 2 >= units.length)
      return units.map((u) => u.name);
  }
  return [];
}

/** Where the colon stands behind those whom a letter is sent to; -1 where a line is no salutation. */
function salutation(text: string): number {
  const colon = text.slice(0, 400).search(/[：:]/);
  const head = text.slice(0, colon);
  if (colon < 3 || /[。！？《]/.test(head)) return -1;
  const after = text.slice(colon + 1, colon + 4);
  if (after && !/^(?:经|现|为|根据|按|近|《|你|依|据|今|根)/.test(after)) return -1;
  return /如下$|以下$|日期$|来源$|字号$|机关$|关键词/.test(head) ? -1 : colon;
}
