import { isOrganOfSubject } from '../names/by-subject';
import { nameLength } from '../names/name-length';
import { beginsWithLevel, isOrganName } from '../names/organ';
import { isOrnament } from '../names/separators';
import { stepAt } from '../text/chars';
import { listKey } from '../text/numbering';
import { PieceBuilder, sure } from './builder';
import { isOffice } from './doers';
import type { Piece } from './drafts';
import { genre } from './grammar';
import { promises } from './promise';
import type { Reading } from './readings';
import { headedRole } from './role-headings';
import { asNode } from './unit-nodes';

/** So many units that are lines of their own are a division by units; fewer where they are numbered. */
const least = { plain: 3, numbered: 2 };
const longestHeading = 60;

/** What stands under a unit and is none of its duties. */
const noDuty =
  /电话|传真|地址|联系人|邮编|邮箱|^(?:20\d\d|二[〇○]|\d{1,2}月(?!底|末|[上中下]旬|(?:\d{1,2}日)?前)[^，。；]{0,12}$)|^[\u4e00-\u9fff]{2,3}$|^(?:19|20)\d\d年/;

/**
 * Units that are headings by themselves, each with its duties below (市水务局⏎1.检修闸门。⏎2.补足沙袋。⏎市住建局⏎…), numbered or
 * not, in a document that promises a division of work: each becomes a division, an unnumbered one an item. Cost: linear.
 */
export function withUnitHeadings(readings: readonly Reading[]): readonly Reading[] {
  const lists = new Map<string, number[]>();
  const found = [...readings.keys()].filter((i) => isHeading(readings[i]!) && hasDuty(readings, i));
  // The first stands above the first item of a list: so do the others, whose lists may go on counting.
  const ahead = found.length > 1 && standsAhead(readings, found[0]!);
  for (const i of found) {
    const reading = readings[i]!;
    if (!ahead && closesItem(readings, i)) continue;
    const key = keyOf(reading);
    const list = lists.get(key);
    if (list) list.push(i);
    else lists.set(key, [i]);
  }
  if (!lists.size) return readings;
  const out = [...readings];
  for (const [key, own] of lists) if (dividesByUnits(key, own, readings)) setHeadings(key, own, out);
  return out;
}

/** Makes the units of one list headings, and what stands among them and is like them. */
function setHeadings(key: string, own: readonly number[], out: Reading[]): void {
  for (const i of key ? alike(key, new Set(own), out) : []) out[i] = asOddHeading(out[i]!, i);
  for (const i of own) out[i] = asHeading(out[i]!, i);
}

/** Others of a numbered list of units that end like one and that nobody knows (三、经济责任审计股): what stands below them is theirs. */
const alike = (key: string, own: ReadonlySet<number>, readings: readonly Reading[]): readonly number[] =>
  readings.flatMap((reading, i) =>
    !own.has(i) && reading.kind === 'node' && keyOf(reading) === key && oddNameOf(reading) ? [i] : [],
  );

/** The name in a heading without what may stand behind it; empty where it does not end like an organ's. */
function oddNameOf({ pieces, paragraph: { strand, marker } }: Reading): string {
  if (strand.length > longestHeading || pieces.length) return '';
  const name = strand.text.slice(marker!.length).replace(/[（(〔［[【].*$/, '');
  return name.length <= longestOdd && plain.test(name) && isOrganName(name) ? name : '';
}
const longestOdd = 14;

function asOddHeading(reading: Reading, at: number): Reading {
  const { strand, marker } = reading.paragraph;
  const start = marker!.length;
  const builder = new PieceBuilder('prose', genre);
  builder.addList(
    { strand, start, end: start + oddNameOf(reading).length },
    { role: 'responsible', certainty: sure.odd },
  );
  return builder.drafts.length ? asNode(reading, at, [builder.finish({ start: 0, end: strand.length })]) : reading;
}

/** The heading as a node of the outline. What only its signs made look like a closing of the item above counts no more. */
function asHeading(reading: Reading, at: number): Reading {
  const units = unitsOf(reading)!;
  const node = asNode(reading, at, [units]);
  return units === reading.head ? node : { ...node, bare: null, inner: [], unclear: [] };
}

/** An item stands below it and none above. A unit alone in its line may be who issues the paper: it is set as a heading, 【县水利局】. */
const standsAhead = (readings: readonly Reading[], at: number): boolean =>
  readings[at]!.kind === 'text' &&
  !/^[\u4e00-\u9fff]+$/.test(readings[at]!.paragraph.strand.text) &&
  readings[at + 1]?.kind === 'node' &&
  !readings.slice(0, at).some(({ kind }) => kind === 'node');

const keyOf = ({ kind, paragraph }: Reading): string => (kind === 'node' ? listKey(paragraph.marker!) : '');

/** Enough of a list are units, most of them by level or subject, in a document that promises a division of work. */
function dividesByUnits(key: string, own: readonly number[], readings: readonly Reading[]): boolean {
  // A list that begins anew behind each of two is enough.
  const anew = own.every((i) => beginsAnew(readings, i));
  if (own.length < (key || anew ? least.numbered : least.plain) || !promises(readings, own[0]!)) return false;
  const known = own.filter((i) =>
    unitsOf(readings[i]!)!.drafts.every((d) => beginsWithLevel(d.name) || isOffice(d.name) || isOrganOfSubject(d.name)),
  );
  // Where each heads a list that begins anew, or stands in a box ahead of the first item, a third of names that are known speaks for the rest:
  // 农业农村办：1.…, 宣传文化站：1.…; 【住建局】, 【供热公司】.
  const set = anew || (own.every((i) => isBoxed(readings[i]!)) && standsAhead(readings, own[0]!));
  if (known.length * 3 < own.length * (set ? 1 : 2)) return false;
  const siblings = key ? readings.filter((r) => r.kind === 'node' && keyOf(r) === key).length : own.length;
  return own.length * 5 >= siblings * 3;
}

const isBoxed = ({ paragraph: { strand } }: Reading): boolean => /^[【［[〔].*[】］\]〕]$/.test(strand.text);

/** A list begins below it at one, at once or behind the heading that says its role there (牵头任务：). */
function beginsAnew(readings: readonly Reading[], at: number): boolean {
  const next = readings[at + 1];
  const first = next && next.kind !== 'node' && headedRole(next) ? readings[at + 2] : next;
  return first?.kind === 'node' && first.paragraph.marker!.value === 1;
}

/** The paragraph is units and nothing else, and divides nothing otherwise. */
function isHeading(reading: Reading): boolean {
  const { pieces, kind, paragraph } = reading;
  if ((kind !== 'text' && kind !== 'node') || paragraph.align === 'right') return false;
  if (paragraph.strand.length > longestHeading) return false;
  // 县水利局（2项） is read as a unit at the head of a point as well.
  return pieces.every(({ drafts, times }) => !times.length && drafts.length === 1 && drafts[0]!.role === 'responsible')
    ? unitsOf(reading) !== null
    : false;
}

/** What may stand behind the unit of a heading: how many tasks it has, that they are tasks, or who answers for them there. */
const ofTasks =
  /^(?:[（(〔［[【]?(?:共|计)?[\d一二三四五六七八九十]{1,3}[项条件个][）)〕］\]】]?|(?:的?(?:重点|主要|年度|具体|承担|所承担的?)*(?:工作|任务|职责|责任)+(?:任务|清单|事项|分工)?)(?:[（(][^（()）]{1,8}[）)])?|[（(〔［[【](?:责任人|负责人|牵头人|联系人|经办人|承办人|分管领导|责任领导|包联领导|[科股室组队所]长|主任)[：:][\u4e00-\u9fff、]{2,20}[）)〕］\]】])$/;

/** The units of a heading: 县水利局 · 【县水利局】 · ●县水利局● · 县水利局（2项） · 县水利局工作任务; null where something else stands there. */
function unitsOf({ head, paragraph: { strand, marker } }: Reading): Piece | null {
  const { text } = strand;
  const from = marker?.length ?? 0;
  if (head && (head.start <= from + 4 || boxed.test(text.slice(from, head.start))) && head.end >= strand.length)
    return head;
  // 办公室（责任人：王五）: an office that only the head of a point tells.
  const last = head?.drafts.at(-1)?.end ?? text.length;
  if (head && head.start === from && ofTasks.test(text.slice(last))) return { ...head, end: text.length };
  const [start, end] = inside(text, from, text.length);
  const length = nameLength(text.slice(start, end));
  const rest = text.slice(start + length, end);
  const to = length && ofTasks.test(rest) ? start + length : end;
  const marked = start > from && (end < text.length || !'-–—·•*'.includes(text[from]!));
  if ((to === end && !marked) || !plain.test(text.slice(start, to))) return null;
  const builder = new PieceBuilder('prose', genre);
  builder.addList({ strand, start, end: to }, { role: 'responsible', certainty: sure.inferred });
  const { drafts, unread, times } = builder;
  const only = drafts.length > 0 && !unread.length && !times.length && drafts.every(({ name }) => isOrganName(name));
  return only && drafts.at(-1)!.end === to ? builder.finish({ start: 0, end: text.length }) : null;
}

/** 【安保组】县公安局: what the unit does it as, in a box in front of it. */
const boxed = /^[【［[〔（(][^】］\]〕）)]{1,8}[】］\]〕）)]$/;

/** Names and what joins them: signs between them say more (县医保局★　县财政局). */
const plain = /^[\u4e00-\u9fff（）()、和与及]{2,}$/;

/** Without the signs around it. */
function inside(text: string, from: number, to: number): [start: number, end: number] {
  let [start, end] = [from, to];
  const sets = (at: number): boolean => isOrnament(text.charCodeAt(at)) || stepAt(text, at) !== 0;
  while (start < end && sets(start) && start - from < mostSigns) start++;
  // （2项） goes with the name; a bracket that closes what opened before the name does not.
  while (end > start && sets(end - 1) && to - end < Math.min(mostSigns, start - from)) end--;
  return [start, end];
}
const mostSigns = 4;

/** Something stands below that could be a duty, and no other heading. */
function hasDuty(readings: readonly Reading[], at: number): boolean {
  const next = readings[at + 1];
  if (!next || next.kind === 'cell' || next.paragraph.furniture || isHeading(next)) return false;
  const { strand, marker } = next.paragraph;
  const text = strand.text.slice(marker?.length ?? 0);
  return text.length >= 4 && !noDuty.test(text);
}

/** It stands between two items of one list: it says who does the one above. */
function closesItem(readings: readonly Reading[], at: number): boolean {
  const [before, after] = [readings[at - 1], readings[at + 1]];
  if (readings[at]!.kind === 'node' || before?.kind !== 'node' || after?.kind !== 'node') return false;
  const [one, next] = [before.paragraph.marker!, after.paragraph.marker!];
  return listKey(one) === listKey(next) && next.value === one.value + 1;
}
