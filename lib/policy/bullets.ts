import { nameLength } from '../names/name-length';
import { isOrgan } from '../names/organ';
import type { Paragraph } from './paragraphs';
import { roleTail } from './role-words';
import { isPreamble } from './sections';

/** Signs that mark points instead of numbers. */
const bullet = /^([★☆◆◇■□●○▲△▼▽►▶▷※◎➤♦•·✦✓✔√❖➢—–-])\1?(?=[\u4e00-\u9fff“《（【\d])/;
/** It says who does something: a label, or a word of the division of work. */
const divides = /牵头|责任|配合|主办|协办|承办|负责|参与|协助|由/;
/** The same, or it begins with a unit: ——县应急管理局要核定灾情. */
const saysWho = (text: string): boolean => {
  const behind = text.slice(bullet.exec(text)![0].length);
  return divides.test(behind) || nameLength(behind) > 0;
};
/** Below 一、目标 stands what is to be reached, not who does it. */
const isAim = (paragraphs: readonly Paragraph[], at: number): boolean => {
  const heading = paragraphs.slice(Math.max(0, at - 6), at).findLast(({ marker }) => marker !== null);
  return heading !== undefined && isPreamble(heading.strand.text.slice(heading.marker!.length));
};
/** A point is no section, and a sign alone in front of a longer text may be anything. */
const longest = 600;

/** ※县发改局牵头，县财政局配合: units and their roles and nothing to do, which stand below what is to be done. */
const isDivision = ({ strand: { text } }: Paragraph): boolean =>
  text
    .slice(1)
    .split(/[，,、；;。]/)
    .every((part) => !part || isOrgan(part) || isOrgan(part.slice(0, roleTail(part)?.at ?? 0)));

/** ·县发改局（牵头）: a member of the list of an item above. */
const isMember = ({ strand: { text } }: Paragraph): boolean =>
  text.length <= 30 && isOrgan(text.slice(1).replace(/[（(].*$/, ''));

/**
 * Points that one sign marks instead of numbers (◆关于…，由县住建局牵头。⏎◆关于…): each is a node of the outline, where two at least are marked so
 * and two of three say who does something. Other paragraphs stay as they are. Cost: linear.
 */
export function withBullets(paragraphs: readonly Paragraph[]): Paragraph[] {
  const marked = new Map<string, number[]>();
  for (const [at, { strand, marker, cell, furniture }] of paragraphs.entries()) {
    const sign = marker || cell || furniture || strand.length > longest ? null : bullet.exec(strand.text.slice(0, 4));
    if (!sign) continue;
    const places = marked.get(sign[1]!);
    if (places) places.push(at);
    else marked.set(sign[1]!, [at]);
  }
  const out = [...paragraphs];
  for (const [style, places] of marked) {
    const told = places.filter((at) => saysWho(paragraphs[at]!.strand.text)).length;
    if (places.length < 2 || told * 3 < places.length * 2 || places.some((at) => isMember(paragraphs[at]!))) continue;
    if (isAim(paragraphs, places[0]!)) continue;
    const divided = places.filter((at) => paragraphs[at - 1]?.marker && isDivision(paragraphs[at]!)).length;
    if (divided * 2 > places.length) continue;
    for (const at of places) {
      const length = bullet.exec(out[at]!.strand.text)![0].length;
      // Its value is its place, so that no list of it begins again at one.
      out[at] = { ...out[at]!, marker: { scheme: 'unit', style, value: at + 1, number: '', length } };
    }
  }
  return out;
}
