import { acts } from '../../names/lexicon/verbs';
import { isOrgan, organPrefix } from '../../names/organ';
import { setsOff } from '../../names/separators';
import { codes } from '../../text/chars';
import { boxMeaning } from '../boxed-labels';
import { PieceBuilder } from '../builder';
import type { Field } from '../fields';
import { readFields } from '../labelled-fields';
import { isRole } from '../lexicon';
import { saysWhen } from '../time/deadlines';
import { type Candidate, type Form, none, type View } from './form';

/** A label with a sign behind it, or one that needs none. */
const labelled = /[：:→＝]|单位|部门|[处科股]室|机关/;

const stops = codes('。；！？）)】〕］〗');
/** Signs that part members or clauses set nothing off. */
const parting = codes('，,、；;。：:·');
/** One of these sets off by itself. */
const telling = codes('★☆※◆■●▲△◎►▶→⇒…｜|│');

/** A stop stands before a label, or a sign that sets it off: …。责任单位, …——责任单位, …。~责任单位. So does what a point is about: 1.资料组：牵头单位：甲局. */
function isSetOff(text: string, { start, label }: Field, from: number): boolean {
  const asked = /(?:单位|部门|[处科股]室|机关)$/.test(label);
  if (asked && start - from <= longestTopic && /^[^，。；：:、]{2,}[：:]$/.test(text.slice(from, start))) return true;
  // …。分工：牵头单位：甲局
  const topic = /[\u4e00-\u9fff]{2,8}[：:]$/.exec(text.slice(Math.max(0, start - 9), start))?.[0].length ?? 0;
  const sign = withoutSign(text, start - topic);
  if (stops.has(text.charCodeAt(sign - 1))) return true;
  return start - topic - sign > 1 || (start > sign && telling.has(text.charCodeAt(sign)));
}

/** What a point is about, with its colon. */
const longestTopic = 18;

/** Where the signs that set off begin. */
function withoutSign(text: string, start: number): number {
  let at = start;
  while (
    at > 0 &&
    (telling.has(text.charCodeAt(at - 1)) || setsOff(text.charCodeAt(at - 1))) &&
    !parting.has(text.charCodeAt(at - 1))
  )
    at--;
  return at;
}

/** Something like a label stands outside the brackets of a paragraph. */
function mayBeLabelled({ strand, from, groups, grammar }: View): boolean {
  if (groups.some((g) => g.end - g.start <= 6 && boxMeaning(strand.text.slice(g.start + 1, g.end - 1), grammar)))
    return true;
  let at = from;
  for (const { start, end } of groups) {
    if (start > at && labelled.test(strand.text.slice(at, start))) return true;
    at = end;
  }
  return at < strand.length && labelled.test(at ? strand.text.slice(at) : strand.text);
}

/** …初稿，配合部门：各部门、各街道: a label with a colon or of the usual form, whose value ends the paragraph. */
const closes = ({ label, valueStart, valueEnd }: Field, { strand: { text } }: View): boolean =>
  ('：:'.includes(text[valueStart - 1]!) ||
    /^(?:牵头|责任|配合|主办|协办|承办|参加|参与|协同)(?:单位|部门)$/.test(label)) &&
  valueEnd >= text.length - 1 &&
  !/[，。；]/.test(text.slice(valueStart, valueEnd));

/**
 * Where the value of the last field ends: at the stop of its first sentence, where none of those behind it names a unit or a time
 * (责任单位：县城管局。更换灯具，检修线路。); else with the text.
 */
function endOfList(text: string, { kind, valueStart }: Field): number {
  const stop = isRole(kind) ? text.indexOf('。', valueStart) : -1;
  if (stop < 0 || stop + leastBehind > text.length) return text.length;
  const parts = text.slice(stop + 1, stop + 1 + longestBehind).split(/[、，。；（）]/);
  const names = (part: string): boolean =>
    (!acts(part) && (isOrgan(part) || organPrefix(part, 6) > 0)) || /^各|[处科股所站办室]$/.test(part);
  const does = parts.some((part) => acts(part) && !saysWhen(part));
  const onlyTimes = parts.every(
    (part) => !part || (part.length <= longestTime && saysWhen(part) && endsTime.test(part)),
  );
  return onlyTimes || parts.some(names) || !does ? text.length : stop + 1;
}
/** 2031年5月底前完成, 长期坚持: when, and not what. */
const endsTime = /(?:[前底末内日月年次]|完成|办结|办毕|到位|落实|坚持|推进|开展|报送|见效|实施)$/;
const longestTime = 16;
const leastBehind = 5;
/** So much behind the list is looked at. */
const longestBehind = 200;

/** Fields that follow the body in the same paragraph: …全覆盖。责任单位：市教育局. */
export const tail: Form = {
  name: 'tail',
  read: (view, taken) => {
    const { strand, groups, grammar } = view;
    const { text } = strand;
    if (taken.some((c) => c.line) || !mayBeLabelled(view)) return none;
    const { fields } = view;
    const outside = fields.filter(
      (f) => f.kind !== 'none' && !f.unknown && !groups.some((g) => f.start > g.start && f.start < g.end),
    );
    // …的建议，主办单位为甲局，协办单位为乙局: behind a comma two labels part what is done from who does it, or one with its colon at the end.
    const behindComma = outside.filter(({ kind, start }) => isRole(kind) && text[start - 1] === '，');
    const beside = outside.filter(({ kind, start }) => !isRole(kind) && '，；。'.includes(text[start - 1] ?? ' '));
    const roles = behindComma.length ? outside.filter(({ kind }) => isRole(kind)).length : 0;
    const several = Math.max(roles, behindComma.length + beside.length) > 1 || behindComma.some((f) => closes(f, view));
    const first = outside.find(
      (field) =>
        field.start > 0 &&
        (isSetOff(text, field, view.from) || strand.hasGap(field.start) || (several && text[field.start - 1] === '，')),
    );
    // A bracket inside a value is read with it: 责任单位：甲局（乙局配合）.
    const inValue = (start: number): boolean => fields.some((f) => start > f.valueStart && start < f.valueEnd);
    const holds = ({ piece: { start, end } }: Candidate): boolean =>
      start > first!.start ? !inValue(start) : end > first!.start;
    if (!first || taken.some((c) => c.counts === 'always' && holds(c))) return none;
    const end = endOfList(text, fields.at(-1)!);
    const stretch = { strand, start: first.start, end };
    const whole = { start: withoutSign(text, first.start), end };
    const piece = readFields(stretch, whole, new PieceBuilder('line', grammar));
    return piece && piece.drafts.length + piece.times.length ? [{ counts: 'always', piece }] : none;
  },
  examples: [
    ['1.实现全覆盖。责任单位：县教育局', 'r:县教育局'],
    ['1.实现全覆盖。责任单位：县教育局（县财政局配合）、县住建局', 'r:县教育局 p:县财政局 r:县住建局'],
    ['1.实现全覆盖。…牵头单位：县教育局；责任单位：县财政局', 'l:县教育局 r:县财政局'],
    ['1.第6号提案《关于校园周边的提案》，主办单位为县公安局，协办单位为县教育局。', 'l:县公安局 p:县教育局'],
    ['1.实现全覆盖，责任单位：县教育局，完成时限：5月底前。', 'r:县教育局'],
    ['1.实现全覆盖，责任单位县教育局、县财政局。', 'r:县教育局 r:县财政局'],
    ['1.路灯不亮。承办：县城管局；协同：县供电公司。更换灯具，检修线路。', 'r:县城管局 p:县供电公司'],
    ['1.资料组：牵头单位：县教育局；配合单位：县财政局。任务：整理台账。', 'l:县教育局 p:县财政局'],
    ['1.实现全覆盖。牵头单位为县教育局，配合单位为县财政局。', 'l:县教育局 p:县财政局'],
  ],
  counterExamples: ['1.实现全覆盖。要求：全面。'],
};
