import { readUnits } from '../../names/coordination';
import { isCollective, isOrgan, isSentence } from '../../names/organ';
import type { Stretch } from '../../text/strand';
import type { BracketGroup } from '../brackets';
import { longest, PieceBuilder, sure } from '../builder';
import type { Draft, Piece } from '../drafts';
import { meaningOf } from '../grammar';
import { readFields } from '../labelled-fields';
import { isRole } from '../lexicon';
import { addedUnits, isLikewise, ruleOf } from '../rule-notes';
import { isWhole, readBareList, readLooseList, readPlaces } from './bare-list';
import { type Candidate, type Form, lessSure, none, type View } from './form';
import { nobody } from './nobody';

/** What is bracketed: fields with labels, clauses with role words, or a list of organs that says no role. */
export const bracket: Form = {
  name: 'bracket',
  read: (view, taken) =>
    !view.groups.length || taken.some((c) => c.line) ? none : view.groups.flatMap((group) => readGroup(view, group)),
  examples: [
    ['1.推进改造。（牵头单位：县住建局；配合单位：县财政局）', 'l:县住建局 p:县财政局'],
    ['1.推进改造。（县住建局牵头，县财政局配合）', 'l:县住建局 p:县财政局'],
    ['1.推进改造。〖责任单位：县住建局〗', 'r:县住建局'],
    ['1.推进改造。（牵头县住建局 配合县财政局）', 'l:县住建局 p:县财政局'],
    ['1.推进改造。（县住建局〔牵头〕、县财政局负责）', 'l:县住建局 r:县财政局'],
    ['1.推进改造。（由县住建局负责）', 'r:县住建局'],
    ['1.推进改造（县住建局，每季度一次）；', 'r:县住建局'],
    ['1.推进改造。（县住建局、县城管局；配合单位：县财政局）', 'r:县住建局 r:县城管局 p:县财政局'],
    ['1.推进改造 〔县住建局·主〕〔县财政局·协〕', 'l:县住建局 p:县财政局'],
  ],
  counterExamples: ['1.推进改造（2031年）。', '1.坚持企业主体（政府主导，企业参与）。'],
};

/** What a bracket explains divides no work: （含市水利局）, （以下简称市防汛办）. */
const explains = /^(?:不?含|包括|以下|简称|例如|如|原|即|现)(?!单位)/;

/** 张立（县委政法委综治股股长）: the post that a person holds; where it closes an item it is told as unread. */
const isPost = (words: string): boolean =>
  /(?:[局厅部院校站所队股科处室县区市镇乡村]长|主任|书记|负责人|主席|经理|委员|科员|干部)$/.test(words) &&
  !/[：:、，；]/.test(words);

/** （分号前为牵头单位，分号后为参与单位，下同）: a rule, and no list. */
const saysRule = (words: string): boolean => isLikewise(words) && words.split(/[，；]/).some((part) => ruleOf(part));
/** 各乡镇（街道）: a rank that belongs to the name before it. */
const partOfName = /[镇乡村县区市街][（(](?:街道|社区|镇|乡|街|场|居|区|市|县|办事处|管委会)[）)]$/;

function readGroup(view: View, group: BracketGroup): readonly Candidate[] {
  const { strand, grammar } = view;
  const { text } = strand;
  const inside = { strand, ...group.inside };
  if (inside.end - inside.start < 2 || explains.test(text.slice(inside.start, inside.start + 4))) return none;
  if (isPost(text.slice(Math.max(inside.start, inside.end - 40), inside.end))) {
    const held = readBareList(inside, group, grammar, true);
    return held ? [{ counts: 'never', piece: held }] : none;
  }
  const fields = new PieceBuilder('bracket', grammar);
  fields.given = { role: 'responsible', certainty: sure.ruled };
  const labelled = readFields(inside, group, fields);
  if (labelled && says(labelled)) return [{ counts: 'always', piece: labelled }];
  return unlabelled(view, group, inside);
}

/** Clauses with role words, or a list: a bracket without a label. */
function unlabelled(view: View, group: BracketGroup, inside: Stretch): readonly Candidate[] {
  const { strand, grammar } = view;
  const { text } = strand;
  const after = text[group.end] ?? '';
  const before = text[group.start - 1] ?? '';
  const atEnd = after === '' || '。；;，（([［【〖'.includes(after) || '。；！？'.includes(before);
  const clauses = readRoleClauses(inside, group, new PieceBuilder('bracket', grammar));
  if (clauses && (atEnd || (clauses.drafts.length > 0 && clauses.drafts.every((d) => isOrgan(d.name)))))
    return [{ counts: 'always', piece: atEnd ? clauses : lessSure(clauses) }];
  const said = text.slice(inside.start, inside.end);
  if (
    !clauses &&
    (('【〖［['.includes(text[group.start]!) && isRole(meaningOf(said, grammar)?.kind ?? 'none')) ||
      saysRule(said) ||
      partOfName.test(text.slice(Math.max(0, group.start - 3), group.end)))
  )
    return none;
  const odd = clauses || !atEnd ? null : readOddClauses(inside, group, new PieceBuilder('bracket', grammar));
  return odd ? [{ counts: 'end', piece: odd }] : listIn(view, group, atEnd);
}

/** Longest word that may be the name of a unit nobody knows. */
const longestOdd = 10;

/**
 * Roles are said, and of names that nobody knows: （甲工段牵头，乙班配合）. Whether the document divides its work so, its other items
 * say; else it is told as unread.
 */
export function readOddClauses(
  stretch: Stretch,
  whole: { start: number; end: number },
  builder: PieceBuilder,
): Piece | null {
  if (stretch.end - stretch.start > longest || !builder.addClauses(stretch).found || builder.unread.length) return null;
  const could = ({ name }: Draft): boolean =>
    /^[\u4e00-\u9fff]{2,}$/.test(name) &&
    name.length <= longestOdd &&
    !nobody.test(name) &&
    !isSentence(name) &&
    !name.includes('的');
  if (!builder.drafts.length || !builder.drafts.every(could)) return null;
  builder.drafts = builder.drafts.map((d) => ({ ...d, certainty: Math.min(d.certainty, sure.odd) }));
  return builder.finish(whole);
}

/** A bracket that lists organs: it divides work by itself where it says more, else where the document does so. */
function listIn(view: View, group: BracketGroup, atEnd: boolean): readonly Candidate[] {
  const { strand, grammar, from } = view;
  const { text } = strand;
  const list = readBareList({ strand, ...group.inside }, group, grammar, true);
  if (!list) return looseIn(view, group);
  // （监督：村务监督委员会）: behind a label that gives no role they are told as unread.
  const labelled = /^[\u4e00-\u9fff]{2,6}[：:]/.test(text.slice(group.inside.start, group.inside.end));
  if (labelled || !list.drafts.every(isWhole)) return [{ counts: 'never', piece: list }];
  // 〔县教育局·主〕〔县财政局·协〕: each says its role itself; （县司法局，6月底前）: who and when.
  const said = list.drafts.some((d) => d.role !== 'responsible') || (atEnd && list.times.length > 0);
  if (said) return [{ counts: 'always', piece: list }];
  const counts = group.end >= text.length - 1 ? 'end' : group.start === from ? 'head' : 'inner';
  const aside = counts === 'inner' && !atEnd && !/[，。；、]/.test(text[group.start - 1] ?? '');
  return aside ? none : [{ counts, piece: list }];
}

/** A list with names that nobody knows, at an end or, 【机场公司、各客运站】优化流线, in front: there names of any level, and nothing else. */
function looseIn({ strand, grammar, from }: View, group: BracketGroup): readonly Candidate[] {
  const ends = group.end >= strand.length - 1;
  const loose = ends || group.start === from ? readLooseList({ strand, ...group.inside }, group, grammar) : null;
  const places = ends && !loose ? readPlaces({ strand, ...group.inside }, group, grammar) : null;
  if (places) return [{ counts: places.towns ? 'end' : 'never', piece: places.piece }];
  if (!loose || (!ends && !loose.drafts.every((d) => isOrgan(d.name) || isCollective(d.name)))) return none;
  return [{ counts: ends ? 'end' : 'head', piece: loose }];
}

const says = (piece: Piece): boolean => piece.drafts.length + piece.times.length + piece.unread.length > 0;

/**
 * Reads a stretch as clauses with role words and no label: 省商务厅牵头，合肥海关配合. Null unless every unit could be the
 * name of an organ and at least one is more than a slogan's word.
 */
export function readRoleClauses(
  { strand, start, end }: Stretch,
  whole: { start: number; end: number },
  builder: PieceBuilder,
): Piece | null {
  if (end - start > longest) return null;
  const text = strand.text.slice(start, end);
  const added = text.includes('不') ? addedUnits(text) : null;
  let to = end;
  if (added) {
    builder.added.push(...readUnits(strand, start + added.start, start + added.end).units);
    to = start + text.slice(0, added.start).replace(/[^，。；]*$/, '').length;
  }
  const { found } = builder.addClauses({ strand, start, end: to });
  if (!found && !added && !builder.rules.length) return null;
  if (added && !builder.drafts.length) return withAdded({ strand, start, end: to }, whole, builder);
  if (builder.rules.length && !builder.drafts.length) return listWithRule({ strand, start, end }, whole, builder);
  return namesOrgans(builder) ? builder.finish(whole) : null;
}

/** The rule stands with a list that has no role word: （甲厅、乙厅。列第一位的为牵头单位，下同）. */
function listWithRule(
  { strand, start, end }: Stretch,
  whole: { start: number; end: number },
  builder: PieceBuilder,
): Piece {
  const from = Math.max(start, builder.rules[0]!.start);
  if (from > start)
    builder.addList({ strand, start, end: from }, { role: 'responsible', certainty: sure.ruled }, builder.rules);
  const behind = restBehind(strand.text, builder.rules.at(-1)!.end, end);
  if (behind >= 0) builder.addList({ strand, start: behind, end }, { role: 'responsible', certainty: sure.ruled });
  if (!builder.drafts.every((d) => isOrgan(d.name) && !nobody.test(d.name))) {
    builder.drafts = [];
    builder.unread = [];
  }
  return builder.finish(whole);
}

/** What is added to all that follows may stand behind a list without a role word: （甲局、乙局；以下均需各县政府落实，不再列出）. */
function withAdded(
  { strand, start, end }: Stretch,
  whole: { start: number; end: number },
  builder: PieceBuilder,
): Piece {
  let to = end;
  while (to > start && '，；、。'.includes(strand.text[to - 1]!)) to--;
  if (to > start) builder.addList({ strand, start, end: to }, { role: 'responsible', certainty: sure.bare });
  if (!builder.drafts.every((d) => isOrgan(d.name) && !nobody.test(d.name))) builder.drafts = [];
  return builder.finish(whole);
}

/** Where a list goes on behind a rule in brackets: ［甲局（列首位的牵头，下同）、乙局］; -1 where it does not. */
function restBehind(text: string, from: number, end: number): number {
  const m = /^[^（）()、]{0,8}[）)]?、/.exec(text.slice(from, end));
  return m ? from + m[0].length : -1;
}

/** Two of three names are organs' and one of them is more than a slogan's word; slogans are left out. */
function namesOrgans(builder: PieceBuilder): boolean {
  const { drafts, unread } = builder;
  if (!drafts.length || unread.length > drafts.length) return false;
  const organs = drafts.filter((d) => isOrgan(d.name)).length;
  if (organs * 3 < drafts.length * 2 || drafts.every((d) => nobody.test(d.name))) return false;
  builder.drafts = drafts.filter((d) => !nobody.test(d.name) || isCollective(d.name));
  return true;
}
