import { readUnits } from '../names/coordination';
import { isCollective, isOrgan } from '../names/organ';
import { closesAt, opensAt, Sign } from '../text/chars';
import type { Strand } from '../text/strand';
import { type Clause, readClauses } from './clauses';
import { saysWhen } from './dates';
import { type Building, building, type Piece } from './drafts';
import { barelyLabelled, type Field, fieldsOf, labelMeaning } from './labels';
import { addList } from './members';
import { addedUnits, ruleOf } from './rule-notes';
import type { AssignmentForm, Role } from './types';
import { addedAt, closing, noteAt } from './value-notes';

/** How sure a reading is before doubts of the name: by form and by how the role was said. */
export const sure = { label: 0.98, clause: 0.95, inferred: 0.7, bare: 0.75, ruled: 0.88, mixed: 0.8 };

/** Longest stretch that is read as one division of work. */
const longest = 4000;

/**
 * Reads `[start, end)` as labelled fields (牵头单位：甲局；完成时限：6月底). Null when it holds no field of a role, a time
 * or a person.
 */
export function readFields(
  strand: Strand,
  start: number,
  end: number,
  form: AssignmentForm,
  whole: { start: number; end: number },
): Piece | null {
  if (end - start > longest) return null;
  const fields = fieldsOf(strand, start, end);
  if (!fields.some((f) => f.kind !== 'none')) return null;
  const b = building();
  const first = fields[0]!;
  if (first.start > start) readUnlabelled(strand, start, first.start, form, b);
  for (const field of fields) readField(strand, field, form, b);
  return finish(whole, form, b);
}

function readField(strand: Strand, field: Field, form: AssignmentForm, b: Building): void {
  const { valueStart: start, valueEnd: end } = field;
  // A rule may stand in the label: 责任单位（排在第一位的为牵头单位）：
  const inLabel = ruleOf(strand.text.slice(field.start + field.label.length, start));
  if (inLabel) b.rules.push({ words: inLabel, start: field.start, end: start });
  b.persons = field.persons;
  b.awaits = null;
  if (end <= start) {
    if (isRole(field.kind)) b.awaits = field.kind as Role;
    return;
  }
  if (field.kind === 'deadline') b.times.push({ start, end });
  else if (field.kind === 'lead' || field.kind === 'participant' || field.kind === 'responsible') {
    readValue(strand, start, end, field.kind, form, field.mixed ? sure.mixed : sure.label, b);
  }
}

/** Words that make a value more than a list: roles, times, rules. */
const spoken =
  /牵头|负责|负总责|配合|参与|参加|落实|主办|主责|协办|协助|协同|协作|实施|承办|承担|分工|会同|商|联合|职责|职能|[年月底季]|长期|持续|适时|常态|即时|立即|部署|列|排|逗号|第一/;

/** The value of a role field: a list, or clauses with role words (农业农村厅牵头，生态环境厅等按职责分工负责). */
export function readValue(
  strand: Strand,
  start: number,
  end: number,
  role: Role,
  form: AssignmentForm,
  certainty: number,
  b: Building,
): void {
  const text = strand.text.slice(start, end);
  const added = addedAt(strand, start, end, b);
  const note = added === null ? noteAt(strand, start, end, b) : null;
  const to = added ?? note?.start ?? end;
  // 县发改局（首位为牵头单位，下同）、县财政局: the list goes on behind the rule.
  if (note && note.end < end - 1) {
    readValue(strand, start, to, role, form, certainty, b);
    readValue(strand, note.end, end, role, form, certainty, b);
    return;
  }
  if (!spoken.test(text)) {
    const unread = b.unread.length;
    const times = b.times.length;
    const got = addList(strand, start, to, role, form, certainty, b, none);
    if (!got && b.unread.length === unread && b.times.length === times && !/^[/／\-—–无]*$/.test(text))
      b.unread.push({ start, end, reason: 'no-unit' });
    return;
  }
  const clauses = readClauses(strand, start, to, role);
  b.rules.push(...clauses.rules);
  b.times.push(...clauses.times);
  // 牵头单位：甲局、乙局按职责分工负责 stays lead; only another role, or a role word that is no mere 负责, overrules the label.
  const roles = new Set(clauses.clauses.map((c) => c.role));
  const overruled = clauses.clauses.some((c) => c.said && c.role !== role && c.role !== 'responsible');
  const mixed = clauses.found && (roles.size > 1 || overruled);
  const parts: Clause[] = mixed ? [...clauses.clauses] : [{ role, start, end: to, said: true }];
  let got = 0;
  const unread = b.unread.length;
  const times = b.times.length;
  for (const part of parts) got += addList(strand, part.start, part.end, part.role, form, certainty, b, clauses.rules);
  if (
    !got &&
    b.unread.length === unread &&
    b.times.length === times &&
    !clauses.rules.length &&
    !/^[/／\-—–无]*$/.test(text)
  )
    b.unread.push({ start, end, reason: 'no-unit' });
}

/** What stands before the first label in a bracket: a time, a clause with a role word, or nothing of ours. */
function readUnlabelled(strand: Strand, start: number, end: number, form: AssignmentForm, b: Building): void {
  let to = end;
  while (to > start && '，,；;、'.includes(strand.text[to - 1]!)) to--;
  if (to <= start) return;
  const text = strand.text.slice(start, to);
  if (saysWhen(text)) {
    b.times.push({ start, end: to });
    return;
  }
  const { clauses, found } = readClauses(strand, start, to);
  if (found) for (const c of clauses) addList(strand, c.start, c.end, c.role, form, sure.clause, b, []);
}

export function finish(whole: { start: number; end: number }, form: AssignmentForm, b: Building): Piece {
  return {
    start: whole.start,
    end: whole.end,
    form,
    drafts: b.drafts,
    times: b.times.length ? b.times : none,
    rules: b.rules.length ? b.rules : none,
    added: b.added.length ? b.added : none,
    unread: b.unread.length ? b.unread : none,
    awaits: b.awaits,
  };
}
/** One empty list for all: most pieces have most lists empty. */
const none: readonly never[] = [];

/** Names that name nobody: a slogan (政府主导，企业参与) or the words of a rule. */
export const nobody =
  /^(?:政府|企业|市场|社会|部门|单位|个人|各方|群众|专人|谁.*|牵头单位|责任单位|牵头部门|配合单位|配合部门|落实部门|成员单位|基层|村民|学校|医院|机构|区域|龙头企业|高校|科研院所|行业协会)$/;

/**
 * Reads `[start, end)` as clauses with role words and no label: 省商务厅牵头，合肥海关配合. Null unless every unit could
 * be the name of an organ and at least one is more than a slogan's word.
 */
export function readRoleClauses(
  strand: Strand,
  start: number,
  end: number,
  form: AssignmentForm,
  whole: { start: number; end: number },
): Piece | null {
  if (end - start > longest || (strand.signs & Sign.role) === 0) return null;
  const text = strand.text.slice(start, end);
  if (!/牵头|负责|负总责|配合|参与|参加|落实|主办|协办|协助|实施|承办|分工/.test(text)) return null;
  const added = strand.signs & Sign.not ? addedUnits(text) : null;
  const b = building();
  let to = end;
  if (added) {
    b.added.push(...readUnits(strand, start + added.start, start + added.end).units);
    to = start + text.slice(0, added.start).replace(/[^，。；]*$/, '').length;
  }
  const { clauses, rules, times, found } = readClauses(strand, start, to);
  b.rules.push(...rules);
  b.times.push(...times);
  if (!found && !added && !rules.length) return null;
  for (const c of clauses)
    addList(strand, c.start, c.end, c.role, form, c.said ? sure.clause : sure.inferred, b, rules);
  if (added && !b.drafts.length) return finish(whole, form, b);
  if (rules.length && !b.drafts.length) {
    // The rule stands with a list that has no role word: （甲厅、乙厅。列第一位的为牵头单位，下同）.
    const from = rules[0]!.start <= start ? start : rules[0]!.start;
    if (from > start) addList(strand, start, from, 'responsible', form, sure.ruled, b, rules);
    if (!b.drafts.every((d) => isOrgan(d.name) && !nobody.test(d.name))) {
      b.drafts = [];
      b.unread = [];
    }
    return finish(whole, form, b);
  }
  if (!b.drafts.length || b.unread.length > b.drafts.length) return null;
  const organs = b.drafts.filter((d) => isOrgan(d.name)).length;
  if (organs * 3 < b.drafts.length * 2 || b.drafts.every((d) => nobody.test(d.name))) return null;
  b.drafts = b.drafts.filter((d) => !nobody.test(d.name) || isCollective(d.name));
  return finish(whole, form, b);
}

const opening = /^(?:[（(【［[][一二三四五六七八九十\d]*[)）]?)?/;

/** A paragraph that is nothing but fields, from `from` on: 牵头单位：甲局. Null when it does not begin with a label. */
export function readOwnLine(strand: Strand, fields: readonly Field[], from: number): Piece | null {
  const whole = { start: 0, end: strand.length };
  if (strand.length > longest) return null;
  const head = from || (opensAt(strand.text, 0) ? opening.exec(strand.text)![0].length : 0);
  const first = fields[0];
  if (first && first.start <= Math.max(head, 1) && fields.some((f) => f.kind !== 'none')) {
    if (first.kind === 'none' && !fields.some((f) => isRole(f.kind))) return null;
    return readFields(strand, first.start, innerEnd(strand.text, first.start), 'line', whole);
  }
  const only = strand.length <= 12 && !from ? labelMeaning(strand.text) : null;
  if (only && isRole(only.kind)) return { ...whole, form: 'line', ...building(), awaits: only.kind as Role };
  const bare = from ? null : barelyLabelled(strand);
  if (bare) {
    const b = building();
    if (isRole(bare.meaning.kind)) {
      readValue(strand, bare.valueStart, strand.length, bare.meaning.kind as Role, 'line', 0.9, b);
      if (!b.drafts.length || b.unread.length) return null;
    } else if (bare.meaning.kind === 'deadline') b.times.push({ start: bare.valueStart, end: strand.length });
    else return null;
    return finish(whole, 'line', b);
  }
  return null;
}

/** Where a line that is one bracket ends inside it: （责任单位：甲局） without its closing bracket. */
function innerEnd(text: string, from: number): number {
  let last = text.length;
  while (last > from && '。；'.includes(text[last - 1]!)) last--;
  if (from === 0 || !opensAt(text, from - 1) || !closesAt(text, last - 1)) return text.length;
  const close = closing(text, from - 1, text.length);
  return close === last - 1 ? close : text.length;
}

export const isRole = (kind: string): boolean => kind === 'lead' || kind === 'participant' || kind === 'responsible';
