import { listKey } from '../text/numbering';
import { isAskedDefinitely } from './definite';
import { handsOver } from './directives';
import { isNamed, isOffice } from './doers';
import type { Draft, Piece } from './drafts';
import { ownOffice } from './forms/head';
import { nodesOf, type OutlineNode } from './outline';
import { promises, sharesOut } from './promise';
import type { Reading } from './readings';
import { isClosing, isPast, isPreamble } from './sections';
import { shortHeads } from './short-heads';
import { asNode } from './unit-nodes';

/** Headings under which work is divided by units: a unit at the head of a paragraph is enough there. */
const divides =
  /职责|分工|任务分解|责任(?:分解|清单|落实|体系)|牵头(?:工作|任务)|部门任务|成员单位|各部门任务|(?:工作|任务)(?:清单|分解)$/;
/** Headings whose paragraphs exhort everybody and divide nothing, or say what offices there are. */
const exhorts = /内设(?:机构|科室)$|机构设置$|保障|要求|组织(?:领导|实施)|监督|宣传|考核|督[导查促]|机制|领导/;

/** Paragraphs of one list: siblings of one numbering, or unnumbered ones below one heading. */
interface List {
  readonly members: readonly number[];
  readonly numbered: boolean;
  /** The headings above, nearest first. */
  readonly above: readonly string[];
}

/**
 * Divisions by units (职责分工：1.市园林局：依据职能管护绿地。2.市水务局负责…): units at the head count where most of a list begins so,
 * or under a heading that says so. Unnumbered members become items of their own. Cost: linear.
 */
export function withUnitPoints(readings: readonly Reading[], roots: readonly OutlineNode[]): Reading[] {
  if (!readings.some((r) => r.head)) return [...readings];
  const law = isLaw(readings);
  const out = [...readings];
  for (const list of listsOf(readings, roots))
    if (!law || isDivided(list)) for (const [i, reading] of divisionsIn(list, readings)) out[i] = reading;
  return out;
}

/** The members of a list whose units at the head count, each with its division of work. */
function* divisionsIn(list: List, readings: readonly Reading[]): Generator<readonly [number, Reading]> {
  const { members, numbered } = list;
  const short = numbered && promises(readings, members[0]!) ? shortHeads(members, readings) : null;
  const verdict = short ? 'all' : counts(list, readings);
  if (!verdict) return;
  const alone = officesIn(members, readings) < 2;
  for (const i of members) {
    const reading = readings[i]!;
    const given = short?.get(i);
    if (given) yield [i, asDivision({ ...reading, head: given }, i, true)];
    // 各乡镇人民政府：greets; it divides nothing by itself.
    else if (
      reading.head &&
      !(alone && isOwnOffice(reading)) &&
      (numbered || !/[：:]$/.test(reading.paragraph.strand.text))
    )
      if (verdict === 'all' || isSaid(reading)) yield [i, asDivision(reading, i, numbered)];
  }
}

/** 办公室负责日常工作 is said of the paper's own body, but where two other offices stand in the list. */
const isOwnOffice = ({ head }: Reading): boolean => head!.drafts.length === 1 && head!.drafts[0]!.name === ownOffice;

const officesIn = (members: readonly number[], readings: readonly Reading[]): number =>
  members.filter((i) => readings[i]!.head?.drafts.some(({ name }) => name !== ownOffice && isOffice(name))).length;

/** 第三条 部门分工⏎（一）县水务局：…: an article that says what its points are. */
const isDivided = ({ above, numbered }: List): boolean =>
  numbered && above.length > 0 && divides.test(above[0]!) && !exhorts.test(above[0]!);

/** Articles speak of organs throughout and give nobody a task, but in a paper whose title lays work out. */
const isLaw = (readings: readonly Reading[]): boolean =>
  readings.filter((r) => r.kind === 'node' && r.paragraph.marker!.scheme === 'article').length >= 3 &&
  !isShared(
    readings
      .slice(0, opening)
      .filter(({ kind }) => kind === 'text')
      .map(({ paragraph: { strand } }) => strand.text),
  );

/** One of the first lines is such a title, and none of them that of rules; 目录 and its lines are none. */
const isShared = (lines: readonly string[]): boolean =>
  lines.some((line) => line.length >= shortestTitle && sharesOut(line)) &&
  !lines.some((line) => /(?:办法|规定|条例|细则|章程)(?:[（(][^）)]*[）)])*$/.test(line));
const shortestTitle = 8;
/** So many paragraphs are asked for the title. */
const opening = 6;

/** The units at its head with what else divides work behind them; a member without a number becomes an item. */
function asDivision(reading: Reading, at: number, numbered: boolean): Reading {
  const pieces = [reading.head!, ...reading.pieces.filter((p) => p.start >= reading.head!.end)];
  return numbered ? { ...reading, pieces } : asNode(reading, at, pieces);
}

/** Whether a list is a division by units: all its heads count, or those that say that something falls to them, or none. */
function counts({ members, numbered, above }: List, readings: readonly Reading[]): 'all' | 'said' | null {
  if (above.slice(0, 2).some((heading) => divides.test(heading) && !exhorts.test(heading))) return 'all';
  if (isLedIn(members, readings)) return 'all';
  const begin = members.filter((i) => readings[i]!.head || beginsWithUnits(readings[i]!));
  const said = begin.filter((i) => !readings[i]!.head || isSaid(readings[i]!)).length;
  // Who does what is said otherwise in some: they neither speak for a division by units nor against it.
  const open = members.filter((i) => readings[i]!.head || !readings[i]!.pieces.length || begin.includes(i)).length;
  const row = numbered ? 0 : inRow(begin, readings);
  if (begin.length * 5 < open * 3 && row < 3) return null;
  if (above.some((heading) => exhorts.test(heading) || isPreamble(heading))) return null;
  const setOff = begin.filter((i) => isSetOff(readings[i]!)).length;
  const most = said * 5 >= open * (setOff >= 3 ? 3 : 4);
  if (!numbered) return said >= 3 && (most || row >= 3) ? 'said' : null;
  if (allNamed(members, begin, readings) && !above.some(isPast)) return 'all';
  if (begin.length >= 3 && said * 2 >= begin.length) return 'said';
  // One alone says with a word that something falls to it; a mark behind it says nothing.
  const told = begin.length >= 2 || begin.every((i) => hasDutyWord(readings[i]!));
  return said === open && members.length >= 2 && told ? 'said' : null;
}

/** 请各单位按以下分工抓好落实：: right above the list stands that it hands work out. */
function isLedIn(members: readonly number[], readings: readonly Reading[]): boolean {
  const first = members.findIndex((i) => handsOver(readings[i - 1]?.paragraph.strand.text ?? ''));
  const rest = first < 0 ? [] : members.slice(first);
  const begins = rest.filter((i) => readings[i]!.head || beginsWithUnits(readings[i]!)).length;
  return begins >= 3 && begins * 2 >= rest.length;
}

/** （1）县水务局…（2）县教育局…: every point begins with a named unit, whatever its verb, in a paper that lays work out. */
function allNamed(members: readonly number[], begin: readonly number[], readings: readonly Reading[]): boolean {
  if (begin.length < 3 || begin.length < members.length || !members.every((i) => isNamedHead(readings[i]!)))
    return false;
  if (promises(readings, begin[0]!)) return true;
  return begin.length >= fewestOpinions && isOpinion(readings) && !members.some((i) => isProject(readings[i]!));
}

/** An opinion lays work out less often than a plan: so many of its points must begin with a unit. */
const fewestOpinions = 4;
/** 县医院能力提升: what is done to a body, and not what it does. */
const isProject = ({ paragraph: { strand } }: Reading): boolean =>
  /(?:提升|改造|升级|迁建|建设|达标|扩建|新建|工程|项目|改革)[。；]?$/.test(strand.text);
/** 关于…工作的意见, …实施意见. */
const isOpinion = (readings: readonly Reading[]): boolean =>
  readings.slice(0, 8).some(({ kind, paragraph: { strand, furniture } }) => {
    return kind === 'text' && !furniture && strand.length <= 60 && /意见(?:[（(][^）)]{1,12}[）)])?$/.test(strand.text);
  });

/** It begins with units of a level or a place by name, or says its roles there. */
const isNamedHead = ({ head }: Reading): boolean => head === null || head.drafts.every(({ name }) => isNamed(name));

/** The longest row of paragraphs that stand one behind the other and each say what falls to their unit. */
function inRow(begin: readonly number[], readings: readonly Reading[]): number {
  let longest = 0;
  let length = 0;
  begin.forEach((at, k) => {
    const said = !readings[at]!.head || isSaid(readings[at]!);
    length = said ? (begin[k - 1] === at - 1 ? length + 1 : 1) : 0;
    longest = Math.max(longest, length);
  });
  return longest;
}

/** Its roles are said at its head already: 县公安局牵头，县司法局配合，…. */
const beginsWithUnits = ({ pieces, paragraph }: Reading): boolean =>
  pieces.some((p) => p.start <= (paragraph.marker?.length ?? 0) + 1 && p.end < paragraph.strand.length - 1);

/** Words with which a duty begins. */
const duty =
  /^(?:等[^，。]{0,6})?(?:负责(?!的)|牵头|承担|承办|要|应(?![届急收用对])|须|必须|具体|组织|做好|落实|配合|协助|依法|制定|开展|指导|监督|提供|保障|加强|按照?|根据|会同|执行|实施|推进|完成|建立|审核|查处|维护|统筹|协调|参与|督促|视情|组建|发布|储备|公布|设立|监测|巡查|值守|调度|承接)/;

/** A mark or a word of duty follows the units: no mere sentence about somebody. */
const isSaid = (reading: Reading): boolean =>
  isSetOff(reading) || hasDutyWord(reading) || isJoint(reading.head!.drafts);

/** A mark stands behind the units, or white space as in 县统计局　承担日常工作. */
const isSetOff = (reading: Reading): boolean =>
  reading.head !== null && (reading.head.end > lastUnit(reading) || reading.paragraph.strand.hasGap(lastUnit(reading)));

/** 县财政局会同县应急局…: who does it with whom. */
const isJoint = (drafts: readonly Draft[]): boolean => new Set(drafts.map((d) => d.role)).size > 1;

const lastUnit = ({ head }: Reading): number => head!.drafts.at(-1)!.end;

function hasDutyWord(reading: Reading): boolean {
  if (!reading.head) return true;
  const last = lastUnit(reading);
  return duty.test(reading.paragraph.strand.text.slice(last, last + 14));
}

/** Lists of numbered siblings, and of unnumbered paragraphs below each heading. */
function listsOf(readings: readonly Reading[], roots: readonly OutlineNode[]): List[] {
  const out: List[] = [];
  const heading = (node: OutlineNode | null): string =>
    node && node.at >= 0
      ? readings[node.at]!.paragraph.strand.text.slice(node.marker!.length)
          .replace(/[。：:；].*$/s, '')
          .slice(0, 40)
      : '';
  const above = (node: OutlineNode | null): string[] => {
    const names: string[] = [];
    for (let n = node; n; n = n.parent) names.push(heading(n));
    return names;
  };
  const add = (members: readonly number[], numbered: boolean, node: OutlineNode | null): void => {
    if (members.some((i) => readings[i]!.head)) out.push({ members, numbered, above: above(node) });
  };
  const plain = (own: readonly number[]): number[] =>
    own.filter((i) => readings[i]!.kind === 'text' && !skipped(readings[i]!));
  /** Siblings of each numbering are a list of their own. */
  const addChildren = (children: readonly OutlineNode[], node: OutlineNode | null): void => {
    const keys = new Set(children.map((c) => listKey(c.marker!)));
    for (const key of keys) {
      const members = children.filter((c) => listKey(c.marker!) === key).map((c) => c.at);
      add(members, true, node);
    }
  };
  for (const root of roots) {
    const nodes = nodesOf(root);
    add(plain(root.own), false, null);
    addChildren(root.children, null);
    for (const node of nodes) {
      if (node.children.length) addChildren(node.children, node);
      add(plain(node.own.slice(1)), false, node);
    }
  }
  return out;
}

/** What stands among paragraphs and is none of their list: a signature, a footer, a closing word. */
const skipped = ({ paragraph, head }: Reading): boolean =>
  paragraph.furniture ||
  paragraph.align === 'right' ||
  paragraph.strand.length < 4 ||
  (isClosing(paragraph.strand.text) && !(head && isAskedDefinitely(paragraph.strand.text, 0, lastEnd(head))));

const lastEnd = ({ drafts }: Piece): number => drafts.at(-1)!.end;
