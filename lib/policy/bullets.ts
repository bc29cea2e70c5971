import { nameLength } from '../names/name-length';
import { isOrgan } from '../names/organ';
import { ownLabel } from './own-label';
import type { Paragraph } from './paragraphs';
import { roleTail } from './role-words';
import { isPreamble } from './sections';

/** Signs that mark points instead of numbers. */
const bullet = /^([★☆◆◇■□●○▲△▼▽►▶▷※◎➤♦•·✦✓✔√❖➢—–-])\1?(?=[\u4e00-\u9fff“《（【\d])/;
/** It says who does something: a label, or a word of the division of work. */
const divides = /牵头|责任|配合|主办|协办|承办|负责|参与|协助|由/;
/** The same, or it begins with a unit: ——县应急管理局要核定灾情. */
const saysWho = (behind: string): boolean => divides.test(behind) || nameLength(behind) > 0 || hasList.test(behind);
/** ▲巡逻防控——县公安局 may stand below a picture. */
const ofPictures = /[▲△▼▽]/;
/** 期中质量监测——教务处、各年级组: behind a dash or an arrow at its end stand units. */
function endsWithUnits(text: string): boolean {
  const names = /[—–→⇒➔>|｜…]([\u4e00-\u9fff、，（）]{2,60})[。；]?$/.exec(text)?.[1]?.split(/[、，]/) ?? [];
  return names.length > 0 && names.filter((name) => isOrgan(name)).length * 2 > names.length;
}
/** A bracket in which units are listed: 创建示范街（县商务局、县住建局）. */
const hasList = /[（(][^（()）]{2,20}[局办委][、，／/][^（()）]{0,100}[局办委院][）)]/;
/** Below 一、目标 stands what is to be reached, not who does it. */
const isAim = (paragraphs: readonly Paragraph[], at: number): boolean => {
  const heading = paragraphs.slice(Math.max(0, at - 6), at).findLast(({ marker }) => marker !== null);
  return heading !== undefined && isPreamble(heading.strand.text.slice(heading.marker!.length));
};
/** A point is no section, and a sign alone in front of a longer text may be anything. */
const longest = 600;

/** What marks a paragraph as a point: a sign, or, in a list of the page, the dot that the browser draws and that is no text. */
interface Mark {
  readonly style: string;
  readonly length: number;
}

/** The style of points that a page lists without printing a sign. */
const drawn = 'li';

function markOf({ strand, marker, cell, furniture, listed }: Paragraph): Mark | null {
  if (marker || cell || furniture || strand.length > longest) return null;
  const sign = bullet.exec(strand.text.slice(0, 4));
  if (sign) return { style: sign[1]!, length: sign[0].length };
  return listed ? { style: drawn, length: 0 } : null;
}

/** ※县发改局牵头，县财政局配合: units and their roles and nothing to do, which stand below what is to be done. */
const isDivision = (behind: string): boolean =>
  ownLabel(behind) ||
  behind
    .split(/[，,、；;。]/)
    .every((part) => !part || isOrgan(part) || isOrgan(part.slice(0, roleTail(part)?.at ?? 0)));

/** ·县发改局（牵头）: a member of the list of an item above. */
const isMember = (behind: string): boolean =>
  behind.length <= 30 && !/[—–→⇒➔|｜：]/.test(behind) && isOrgan(behind.replace(/[（(].*$/, ''));

/** Whether what so many paragraphs begin with marks points of the outline. */
function marksPoints(paragraphs: readonly Paragraph[], marked: ReadonlyMap<number, Mark>): boolean {
  const behind = (at: number) => paragraphs[at]!.strand.text.slice(marked.get(at)!.length);
  const places = [...marked.keys()];
  const told = places.filter(
    (at) => saysWho(behind(at)) || (!ofPictures.test(marked.get(at)!.style) && endsWithUnits(behind(at))),
  ).length;
  if (places.length < 2 || told * 3 < places.length * 2 || places.some((at) => isMember(behind(at)))) return false;
  if (isAim(paragraphs, places[0]!)) return false;
  const divided = places.filter((at) => paragraphs[at - 1]?.marker && isDivision(behind(at))).length;
  return divided * 2 <= places.length;
}

/** The lists of a page, each by itself: what a menu says nothing tells of another. */
function listsIn(marked: ReadonlyMap<number, Mark>, paragraphs: readonly Paragraph[]): Map<number, Mark>[] {
  const lists: Map<number, Mark>[] = [];
  let last = -1;
  for (const [at, mark] of marked) {
    // Behind a <br> a point goes on in a paragraph of its own.
    const goesOn = last >= 0 && paragraphs.slice(last + 1, at).every(({ block }) => block === paragraphs[last]!.block);
    if (!goesOn) lists.push(new Map());
    lists.at(-1)!.set(at, mark);
    last = at;
  }
  return lists;
}

/** No list of what was done, and none of a number above whose division of work stands below. */
function isOwnList(paragraphs: readonly Paragraph[], places: readonly number[]): boolean {
  const said = places.map((at) => paragraphs[at]!.strand.text);
  if (said.filter((text) => /累计|同比|已(?!有)|了/.test(text)).length * 2 > said.length) return false;
  if (paragraphs.slice(0, opening).some(({ strand }) => looksBack.test(strand.text))) return false;
  const last = paragraphs[places.at(-1)!]!;
  const behind = paragraphs.slice(places.at(-1)!, places.at(-1)! + 4).find(({ block }) => block !== last.block);
  const closes = behind && !behind.marker && ownLabel(behind.strand.text.replace(/^[（(]/, ''));
  return !(closes && paragraphs[places[0]! - 1]?.marker);
}
/** So many paragraphs are asked for the title. */
const opening = 6;
const looksBack = /(?:总结|情况|报告|简报|回顾|成效)(?:[（(][^）)]{1,12}[）)])?$/;

/**
 * Points that one sign marks instead of numbers (◆关于…，由县住建局牵头。⏎◆关于…), or a page's list: each is a node of the outline, where
 * two at least are marked so and two of three say who does something. Other paragraphs stay as they are. Cost: linear.
 */
export function withBullets(paragraphs: readonly Paragraph[]): Paragraph[] {
  const byStyle = new Map<string, Map<number, Mark>>();
  for (const [at, paragraph] of paragraphs.entries()) {
    const mark = markOf(paragraph);
    if (!mark) continue;
    const marked = byStyle.get(mark.style);
    if (marked) marked.set(at, mark);
    else byStyle.set(mark.style, new Map([[at, mark]]));
  }
  const out = [...paragraphs];
  for (const [style, marked] of byStyle)
    for (const list of style === drawn ? listsIn(marked, paragraphs) : [marked]) {
      if (!marksPoints(paragraphs, list) || (style === drawn && !isOwnList(paragraphs, [...list.keys()]))) continue;
      // Its value is its place, so that no list of it begins again at one.
      for (const [at, { length }] of list)
        out[at] = { ...out[at]!, marker: { scheme: 'unit', style, value: at + 1, number: '', length } };
    }
  return out;
}
