import { acts } from '../../names/lexicon/verbs';
import { isOrgan } from '../../names/organ';
import { behindOrnaments } from '../../names/separators';
import { closesAt, opensAt } from '../../text/chars';
import type { Strand } from '../../text/strand';
import { closing } from '../brackets';
import { longest, PieceBuilder } from '../builder';
import type { Piece } from '../drafts';
import { meaningOf } from '../grammar';
import { readFields } from '../labelled-fields';
import { isRole } from '../lexicon';
import { groupStyle } from '../matter-lines';
import type { Form, View } from './form';
import { none } from './form';

/** Opening bracket and number with which a line of fields may begin: 【（一）. */
const opening = /^(?:[（(【［[〖〔｛「『][一二三四五六七八九十\d]*[)）]?)?/;

/** A paragraph that is nothing but fields: 牵头单位：甲局 · 【责任单位】甲局 · 责任单位 alone, its units on the lines below. */
export const ownLine: Form = {
  name: 'own line',
  read: (view) => {
    const piece =
      view.strand.length > longest || isVerb(view) || view.paragraph.marker?.style === groupStyle
        ? null
        : (atHead(view) ?? behindNumber(view) ?? alone(view));
    return piece ? [{ counts: 'always', piece, line: true }] : none;
  },
  examples: [
    ['牵头单位：县司法局', 'l:县司法局'],
    ['责任单位→县司法局、县财政局', 'r:县司法局 r:县财政局'],
    ['牵头单位：县司法局；支撑单位：县财政局', 'l:县司法局 p:县财政局'],
    ['责任单位 县司法局', 'r:县司法局'],
    ['【责任单位】县司法局', 'r:县司法局'],
    ['——牵头单位：县司法局', 'l:县司法局'],
    ['◇牵头单位 县司法局', 'l:县司法局'],
    ['2.牵头单位：县司法局', 'l:县司法局'],
    ['（牵头单位：县司法局）', 'l:县司法局'],
    ['注：牵头单位：县司法局', 'l:县司法局'],
  ],
  counterExamples: ['联系电话：0000-1234567', '牵头单位要加强协调。', '备注：县司法局'],
};

/**
 * （二）配合市监所检查加油站: a role word behind a number, glued to its unit, is a verb where the first name goes on to what is done; 牵头县交通局 is a
 * label.
 */
function isVerb({ strand, from, fields: [first] }: View): boolean {
  if (!from || first?.start !== from || !isRole(first.kind) || first.label.length > 2) return false;
  if (first.valueStart !== first.start + first.label.length) return false;
  const [value = ''] = strand.text.slice(first.valueStart, first.valueStart + longestName).split(/[、，；。]/, 1);
  for (let at = 2; at < value.length - 1; at++) if (isOrgan(value.slice(0, at)) && isDone(value.slice(at))) return true;
  return false;
}
const longestName = 26;
/** 检查 may go on in a name, but not behind one that is whole. */
const isDone = (rest: string): boolean =>
  acts(rest) || /^(?:检查|管理|维护|服务|保障)(?!局|所|站|中心|大队|处|科)./.test(rest);

function atHead(view: View): Piece | null {
  const { strand, grammar } = view;
  if (!mayBeLabelled(view)) return null;
  const { fields } = view;
  const head = opensAt(strand.text, 0) ? opening.exec(strand.text)![0].length : 0;
  const first = fields[0];
  const remark = remarked.exec(strand.text)?.[0].length ?? 1;
  if (!first || first.start > Math.max(head, behindOrnaments(strand.text, 0, strand.text.length), remark))
    return boxed(strand, grammar);
  const told = fields.filter((f) => !f.unknown);
  if (!told.some((f) => f.kind !== 'none')) return null;
  if (first.kind === 'none' && (first.unknown || !told.some((f) => isRole(f.kind)))) return null;
  const end = innerEnd(strand.text, first.start);
  const known = end === strand.length ? fields : undefined;
  const builder = new PieceBuilder('line', grammar);
  const piece = readFields({ strand, start: first.start, end }, whole(strand), builder, known);
  return piece && isSentenceOf(piece, strand.text) ? null : piece;
}

/** 注：责任单位：甲局: the head of a remark may stand before a label. */
const remarked = /^[（(]?(?:[备附]?注|说明|附)[：:]/;

/** 责任单位：加强领导。各部门要…: a label before running text, and no list of units. */
const isSentenceOf = ({ drafts }: Piece, text: string): boolean =>
  drafts.filter((d) => d.organ).length * 2 < drafts.length && /[。；]./.test(text);

/** A numbered field: its number is no part of it. */
function behindNumber(view: View): Piece | null {
  const { strand, from, grammar } = view;
  if (!from || !mayBeLabelled(view)) return null;
  const { fields } = view;
  const [first] = fields;
  if (first?.start !== from || first.unknown) return null;
  const builder = new PieceBuilder('line', grammar);
  const piece = readFields({ strand, start: from, end: innerEnd(strand.text, from) }, whole(strand), builder);
  return piece?.drafts.length ? piece : null;
}

/** Characters at a paragraph's head in which its first label ends. */
const reach = 28;
/** A sign behind a label, or the end of a role label, stands near the head. */
const labelled = /[：:︰∶﹕→➔➜⇒＝=▶►▷｜|—–]|单位|部门|[处科股]室|机关|主体|[牵主配协参联会负承责时期谁啥]/;
const mayBeLabelled = ({ strand: { text }, grammar }: View): boolean =>
  opensAt(text, 0) || labelled.test(text.slice(0, reach)) || beginsLearned(text, grammar);

/** A label that the document taught begins the line. Looked up by its length: a paper may teach as many labels as it has lines. */
function beginsLearned(text: string, { labels }: View['grammar']): boolean {
  for (let length = 2; labels.size && length <= longestLearned; length++)
    if (labels.has(text.slice(0, length))) return true;
  return false;
}
const longestLearned = 12;

const whole = (strand: Strand): { start: number; end: number } => ({ start: 0, end: strand.length });

/** A label and nothing else: its units stand on the lines below. */
function alone({ strand, from, grammar }: View): Piece | null {
  const only = strand.length <= 12 && !from ? meaningOf(strand.text, grammar) : null;
  if (!only || !isRole(only.kind)) return null;
  const builder = new PieceBuilder('line', grammar);
  builder.awaits = only.kind;
  return builder.finish(whole(strand));
}

/** The label in a box: 【责任单位】县司法局. */
function boxed(strand: Strand, grammar: View['grammar']): Piece | null {
  const m = opensAt(strand.text, 0) ? /^.([^】］\]〗）)〕]{2,12})[】］\]〗）)〕][：:]?/.exec(strand.text) : null;
  const meaning = m && meaningOf(m[1]!, grammar);
  if (!m || !meaning || m[0].length >= strand.length) return null;
  const builder = new PieceBuilder('line', grammar);
  const value = { strand, start: m[0].length, end: strand.length };
  if (meaning.kind === 'deadline') builder.times.push({ start: value.start, end: value.end });
  else if (!isRole(meaning.kind)) return null;
  else {
    builder.addValue(value, { role: meaning.kind, certainty: 0.9 });
    if (!builder.drafts.length || builder.unread.length) return null;
  }
  return builder.finish(whole(strand));
}

/** Where a line that is one bracket ends inside it: （责任单位：甲局） without its closing bracket. */
function innerEnd(text: string, from: number): number {
  let last = text.length;
  while (last > from && '。；'.includes(text[last - 1]!)) last--;
  if (from === 0 || !opensAt(text, from - 1) || !closesAt(text, last - 1)) return text.length;
  const close = closing(text, from - 1, text.length);
  return close === last - 1 ? close : text.length;
}
