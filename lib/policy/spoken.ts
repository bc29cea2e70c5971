import { type HeadUnits, unitsAtHead } from '../names/at-head';
import { acts } from '../names/lexicon/verbs';
import { isCollective } from '../names/organ';
import { doersOf } from './acting-lists';
import { PieceBuilder } from './builder';
import { handsOver } from './directives';
import { isAnybody, isBody, isNamed, isTown } from './doers';
import type { Piece } from './drafts';
import type { Grammar } from './grammar';
import type { Reading } from './readings';
import { isPast } from './sections';
import { asNode } from './unit-nodes';

/** So many paragraphs are asked for the title. */
const opening = 14;
const longestTitle = 60;
/** A paper that lays work out, by the end of its title: reports, speeches and opinions ask much and hand out nothing. */
const laysOut =
  /(?:方案|计划|要点|分工|安排|措施|任务|预案|通知|清单|台账|分工表|任务表|分解表|交办单|转办单|(?:议定|交办|督办|决定|部署)事项|(?:应急|处置|工作|行动|操作)手册|处置卡|任务[书单卡]|责任[书表]|职责|工期表|排期表|进度表|推进表|时间表)(?:[（(【〔][^）)】〕]{1,24}[）)】〕])*$/;
const reports =
  /解读|图解|问答|讲话|总结|报告|简报|放假(?!期间)|会议的?通知|召开|征求|举办|参加|培训(?:班|会|活动|讲座|课|的?通知|报名)|表彰|表扬|评选|招聘/;
/** So many units must be asked by name for that; fewer may as well be exhorted. */
const fewest = 3;
/** How sure it is that what a sentence says its unit has to do is a task. */
const certainty = 0.6;
/** Words with which a duty begins behind the unit. */
const duty = /^(?:要(?![求素点急是约么])|应当?(?![急对用收聘])|须(?!知)|必须|需要?(?![求])|负责|牵头)/;

/**
 * A plan or notice in which nothing is set as a division of work and whose sentences say what each unit has to do (县交通局要开通线路；县商务局要
 * 整合资源。): every such sentence of a paragraph without a number is an item of its own. Null where fewer than three units are asked so by
 * name. Cost: linear.
 */
export function withSpoken(readings: readonly Reading[], grammar: Grammar): readonly Reading[] | null {
  if (!openingOf(readings).some(isTitle) || !dividesLittle(readings)) return null;
  const past = pastParts(readings);
  // 现就筹备工作分工通知如下: whatever its units do below is theirs to do.
  const shared = openingOf(readings).some(({ paragraph: { strand } }) => handsOver(strand.text));
  const said = readings.map((reading, i) => (past[i] || !isBodyText(reading) ? [] : sentencesOf(reading, shared)));
  const asked = said.flatMap((all) => all.flatMap(({ found }) => found?.units.map(({ name }) => name) ?? []));
  const set = readings.flatMap(({ pieces }) => pieces.flatMap(({ drafts }) => drafts.map(({ name }) => name)));
  if (!areEnough(new Set([...asked, ...set]))) return null;
  return readings.flatMap((reading, i) =>
    reading.kind === 'text' && said[i]!.some(({ found }) => found)
      ? itemsOf(reading, said[i]!, { at: i, grammar })
      : [reading],
  );
}

/** Three units by name, or two and a class of units: 县民政局, 县财政局, 各中小学校. */
function areEnough(names: ReadonlySet<string>): boolean {
  const classes = [...names].filter(isCollective).length;
  const named = names.size - classes;
  return named >= fewest || (named >= fewest - 1 && classes > 0);
}

/**
 * A plan whose points say in sentences what each unit does, with whatever verb (二、清“四乱”。县水利局编制规划；县公安局打击非法采砂。), and that
 * divides its work in no other way: half of its points at least, and three units by name; of a notice or an opinion two thirds, and four. Cost: linear.
 */
export function saysByName(readings: readonly Reading[]): boolean {
  const titles = openingOf(readings)
    .filter(isTitle)
    .map(({ paragraph: { strand } }) => strand.text);
  const opines = openingOf(readings).some(isOpinion);
  if ((!titles.length && !opines) || titles.some((title) => happens.test(title)) || !dividesLittle(readings))
    return false;
  const points = pointsOf(readings).map((point) => point.flatMap(doersOf));
  const doers = points.filter((names) => names.length > 0);
  const units = new Set(doers.flat()).size;
  return titles.some((title) => plans.test(title))
    ? doers.length * 2 >= points.length && units >= fewest
    : doers.length * 3 >= points.length * 2 && units > fewest;
}

/** 关于…的意见: of it nearly every point must say who does something. Rules (办法, 细则) say what holds. */
const isOpinion = ({ kind, paragraph: { strand, furniture } }: Reading): boolean =>
  kind === 'text' &&
  !furniture &&
  strand.length <= longestTitle &&
  /意见(?:[（(][^）)]{1,12}[）)])?$/.test(strand.text) &&
  !reports.test(strand.text);

/** Does a title at its beginning say that the paper lays work out? */
export const laysWorkOut = (readings: readonly Reading[]): boolean =>
  openingOf(readings).some((reading) => isTitle(reading) && !happens.test(reading.paragraph.strand.text));

/** The first paragraphs that print something. */
const openingOf = (readings: readonly Reading[]): readonly Reading[] =>
  readings
    .slice(0, 4 * opening)
    .filter(({ paragraph: { strand } }) => strand.length > 0)
    .slice(0, opening);

/** What each number says with the paragraphs below it, up to the next number; numbers that head others are none. */
function pointsOf(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const past = pastParts(readings);
  const points: Reading[][] = [];
  for (const [i, reading] of readings.entries()) {
    if (reading.kind === 'node') points.push([]);
    if (!past[i] && isBodyText(reading)) points.at(-1)?.push(reading);
  }
  return points.filter((point) => point.length > 0);
}

/** Titles of papers whose plain sentences say what happens, and are no tasks: 赛程安排, 资金下达的通知. */
const happens =
  /赛|课程|日程|演练|脚本|资金(?:下达|分配|安排|拨付|使用)|结果|搬迁|更名|划转|开放|用车|投资|审计项目|采购|招生|培训(?:班|课|日程|安排)|议程|接访|接种|值班|管制|情况|指南|(?:拨付|下达|分配).{0,12}资金/;
/** Of the papers that lay work out, those whose plain sentences are tasks. */
const plans = /(?:方案|计划|要点|任务|分工|措施|清单|工作安排)(?:[（(【〔][^）)】〕]{1,24}[）)】〕])*$/;

/** Does a paper's title say that it lays work out? */
export const isPlanTitle = (title: string): boolean =>
  title.length <= longestTitle && laysOut.test(title.replace(/[》”]+$/, '')) && !reports.test(title);

function isTitle({ kind, paragraph: { strand, furniture } }: Reading): boolean {
  return kind === 'text' && !furniture && isPlanTitle(strand.text);
}

/** 各镇（街道）普查办，县直有关单位：divides nothing either. */
const dividesNothing = ({ kind, pieces, paragraph }: Reading, at: number): boolean =>
  (at < opening && /[：:]$/.test(paragraph.strand.text)) ||
  (kind !== 'line' && kind !== 'cell' && pieces.every((piece) => !piece.drafts.length));

/** Nothing is set as a division of work, or of many points one or two: the sentences of the others say it all the same. */
function dividesLittle(readings: readonly Reading[]): boolean {
  const set = readings.filter((reading, at) => !dividesNothing(reading, at));
  const points = readings.filter(({ kind }) => kind === 'node');
  return set.every(({ kind }) => kind === 'node' || kind === 'text') && set.length * 4 <= points.length;
}

const isBodyText = ({ kind, paragraph: { furniture, align, strand } }: Reading): boolean =>
  (kind === 'text' || kind === 'node') && !furniture && align !== 'right' && strand.length >= 12;

/** What stands below a heading of what was done (一、存在问题): there units did, and are not asked. */
function pastParts(readings: readonly Reading[]): readonly boolean[] {
  let past = false;
  return readings.map(({ kind, paragraph: { strand, marker } }) => {
    const heading = strand.text.slice(marker?.length ?? 0);
    if (kind === 'node' && heading.length <= 30) past = isPast(heading);
    return past;
  });
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Whom it asks; null where it names nobody at its head. */
  readonly found: HeadUnits | null;
}

/** The sentences of a paragraph, and whom each asks. A ； parts them like a stop. */
function sentencesOf({ paragraph: { strand, marker } }: Reading, shared: boolean): readonly Sentence[] {
  const out: Sentence[] = [];
  const { text } = strand;
  for (let start = marker?.length ?? 0; start < text.length; ) {
    const stop = text.slice(start).search(/[。；]/);
    const end = stop < 0 ? text.length : start + stop + 1;
    const found = unitsAtHead(strand, start);
    const asks =
      found !== null &&
      (duty.test(text.slice(found.end, found.end + 6)) || (shared && acts(text.slice(found.end, found.end + 6)))) &&
      found.units.every((unit) => isDoer(unit) || (shared && isTown(unit.name))) &&
      !found.units.some(({ name }) => isAnybody(name));
    out.push({ start, end, found: asks ? found : null });
    start = end;
  }
  return out;
}

const isDoer = ({ name }: { readonly name: string }): boolean =>
  (isBody(name) && (isNamed(name) || /^[\u4e00-\u9fff、]{2,12}部门$|^团[省市县区]委$/.test(name))) ||
  (isCollective(name) && name.length <= 16);

/** A paragraph parted into the sentences that ask somebody; what asks nobody stays with the sentence before it. */
function itemsOf(
  reading: Reading,
  sentences: readonly Sentence[],
  { at, grammar }: { readonly at: number; readonly grammar: Grammar },
): readonly Reading[] {
  const parts: { start: number; end: number; found: HeadUnits | null }[] = [];
  for (const { start, end, found } of sentences) {
    const last = parts.at(-1);
    if (found || !last) parts.push({ start, end, found });
    else last.end = end;
  }
  return parts.map(({ start, end, found }) => {
    const strand = reading.paragraph.strand.slice(start, end);
    const part: Reading = { ...reading, ...blank, paragraph: { ...reading.paragraph, strand, marker: null } };
    return found ? asNode(part, at, [pieceOf(found, start, grammar)]) : part;
  });
}

const blank = { pieces: [], bare: null, inner: [], head: null, unclear: [] } as const;

/** The units at the head of a sentence, with places counted from its start. */
function pieceOf({ units, open, start, end }: HeadUnits, base: number, grammar: Grammar): Piece {
  const builder = new PieceBuilder('prose', grammar);
  for (const unit of units)
    builder.drafts.push({
      ...unit,
      start: unit.start - base,
      end: unit.end - base,
      role: 'responsible',
      form: 'prose',
      certainty: isCollective(unit.name) ? certainty - 0.1 : certainty,
      open,
      list: 0,
      organ: true,
    });
  return builder.finish({ start: start - base, end: end - base });
}
