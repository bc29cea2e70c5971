import type { ListedUnit } from '../names/coordination';
import { readList, readUnits } from '../names/coordination';
import { isOrgan, isOrganName } from '../names/organ';
import { isRank } from '../names/resolve';
import type { Strand, Stretch } from '../text/strand';
import { type Clause, readClauses } from './clauses';
import type { Doubt, Draft, Piece } from './drafts';
import type { Field } from './fields';
import type { Grammar } from './grammar';
import { innerClause } from './inner-clause';
import { insideMarks } from './inside-marks';
import { isRole } from './lexicon';
import { classMember, isTorn, type Member, memberOf, timeOf } from './members';
import type { RuleWords } from './rule-notes';
import { ruleOf } from './rule-notes';
import { shareRoles } from './shared-roles';
import { saysWhen } from './time/deadlines';
import type { AssignmentForm, Role } from './types';
import { addedAt, noteAt } from './value-notes';

/** How sure a reading is before doubts of the name: by form and by how the role was said. */
export const sure = { label: 0.98, clause: 0.95, inferred: 0.7, bare: 0.75, ruled: 0.88, mixed: 0.8, odd: 0.6 };

/** Longest stretch that is read as one division of work. */
export const longest = 4000;

/** A role with how surely it is said. */
export interface Said {
  readonly role: Role;
  readonly certainty: number;
}

/** 县住建局 赵某: white space parts a cut name from what stands behind it. */
const setOff = (strand: Strand, start: number, printed: string, { name, offset, certainty }: Member): boolean =>
  certainty < 1 &&
  offset + name.length < printed.length &&
  isOrgan(name) &&
  strand.hasGap(start + offset + name.length);

/** Words that make a value more than a list: roles, times, rules. */
const spoken =
  /牵头|负责|负总责|配合|参与|参加|落实|主办|主责|协办|协助|协同|协作|实施|承办|承担|分工|会同|商|联合|职责|职能|[年月底季]|长期|持续|适时|常态|即时|立即|部署|列|排|逗号|第一|由|为/;
/** A role said behind units for this item and all below. */
const likewise = /(?:为|作为|是)[\u4e00-\u9fff]{2,8}(?:单位|部门)[，,]?(?:以?下|后)同$/;
const empty = /^[/／\-—–无略]*$/;
/** One empty list for all: most pieces have most lists empty. */
const none: readonly never[] = [];
/** What all units of a list have in common. */
type ListWords = Pick<Draft, 'role' | 'certainty' | 'open' | 'list'>;

/** 完成时限：6月底前。（牵头单位：甲局）: neither the stop nor the bracket of the next field is a part of the time. */
function endOfTime(text: string, start: number, end: number): number {
  let to = end;
  while (to > start + 1 && '。；;，,、（(〔［[【'.includes(text[to - 1]!)) to--;
  return to;
}

/** A division of work while it is being read: what was said so far, and how it is added to. */
export class PieceBuilder {
  drafts: Draft[] = [];
  readonly times: { start: number; end: number }[] = [];
  readonly rules: { words: RuleWords; start: number; end: number }[] = [];
  readonly added: ListedUnit[] = [];
  unread: Doubt[] = [];
  /** The label asks for persons too: a short name that is no organ is one. */
  persons = false;
  /** A role whose label ends its line: the units stand on the lines below. */
  awaits: Role | null = null;
  /** The role of units that stand before the first label. */
  given: Said | null = null;
  private list = 0;

  constructor(
    readonly form: AssignmentForm,
    readonly grammar: Grammar,
  ) {}

  /**
   * Labelled fields (牵头单位：甲局；完成时限：6月底) with what stands before the first; units alone there have the role `given`
   * （甲局、乙局；配合单位：丙局）.
   */
  addFields(stretch: Stretch, fields: readonly Field[]): void {
    const { strand, start } = stretch;
    const known = fields.some((f) => !f.unknown && isRole(f.kind));
    if (fields[0]!.start > start) this.addUnlabelled({ strand, start, end: fields[0]!.start });
    for (const field of fields) {
      if (field.unknown) this.addUnknown(strand, field, known);
      else this.addField(strand, field);
    }
  }

  private addField(strand: Strand, field: Field): void {
    const { valueStart: start, valueEnd: end, kind } = field;
    // A rule may stand in the label: 责任单位（排在第一位的为牵头单位）：
    const inLabel = ruleOf(strand.text.slice(field.start + field.label.length, start));
    if (inLabel) this.rules.push({ words: inLabel, start: field.start, end: start });
    this.persons = field.persons;
    this.awaits = end <= start && isRole(kind) ? kind : null;
    if (end <= start) return;
    if (kind === 'deadline') this.times.push({ start, end: endOfTime(strand.text, start, end) });
    else if (kind === 'none') this.addBeside(strand, field);
    else if (kind === 'person') this.addInstead(strand, field);
    else if (isRole(kind)) {
      const certainty = field.guessed ?? (field.mixed ? sure.mixed : sure.label);
      this.addValue({ strand, start, end }, { role: kind, certainty });
    }
  }

  /** Who supervises or checks (督办单位：县政府办) has no role in the item; who it is is told as unread. */
  private addBeside({ text }: Strand, { label, start, valueStart, valueEnd: end }: Field): void {
    if (/(?:单位|部门|机关|机构|专班)$/.test(label) && isOrgan(text.slice(valueStart, end).split(/[、，；]/)[0]!))
      this.unread.push({ start, end, reason: 'unclear-role' });
  }

  /** 组长：县应急局: a unit where a person is asked for. */
  private addInstead({ text }: Strand, { start, valueStart, valueEnd: end }: Field): void {
    if (isOrganName(text.slice(valueStart, end).split(/[、，；]/)[0]!))
      this.unread.push({ start, end, reason: 'unclear-role' });
  }

  /**
   * A label that nobody knows, once in the document: beside known labels its units have the role that its form suggests;
   * alone it is told as unread, for a slip of a clerk's is no reason to lose a unit.
   */
  private addUnknown(strand: Strand, field: Field, known: boolean): void {
    const { valueStart: start, valueEnd: end, kind } = field;
    this.persons = false;
    this.awaits = null;
    if (end > start && kind === 'none') this.addBeside(strand, field);
    if (end <= start || !isRole(kind)) return;
    const before = { drafts: this.drafts.length, unread: this.unread.length };
    this.addValue({ strand, start, end }, { role: kind, certainty: field.guessed ?? sure.odd });
    const organs = this.drafts.length > before.drafts && this.drafts.slice(before.drafts).every((d) => d.organ);
    if (known && organs) return;
    this.drafts.length = before.drafts;
    this.unread.length = before.unread;
    if (organs) this.unread.push({ start: field.start, end, reason: 'unclear-role' });
  }

  /** The value of a role field: a list, or clauses with role words (农业农村厅牵头，生态环境厅等按职责分工负责). */
  addValue({ strand, start, end }: Stretch, said: Said): void {
    const added = addedAt(strand, start, end, this);
    const note = added === null ? noteAt(strand, start, end, this) : null;
    const to = added ?? note?.start ?? end;
    // 县发改局（首位为牵头单位，下同）、县财政局: the list goes on behind the rule.
    if (note && note.end < end - 1) {
      this.addValue({ strand, start, end: to }, said);
      this.addValue({ strand, start: note.end, end }, said);
      return;
    }
    const before = this.count();
    const value = { strand, start, end: to };
    if (spoken.test(strand.text.slice(start, end))) this.addSpoken(value, said);
    else this.addList(value, said);
    if (this.count() === before && !empty.test(strand.text.slice(start, end)))
      this.unread.push({ start, end, reason: 'no-unit' });
  }

  private count(): number {
    return this.drafts.length + this.unread.length + this.times.length + this.rules.length;
  }

  private addSpoken(value: Stretch, said: Said): void {
    const read = readClauses(value, this.grammar, said.role);
    this.rules.push(...read.rules);
    this.times.push(...read.times);
    // 牵头单位：甲局、乙局按职责分工负责 stays lead; only another role, or a role word that is no mere 负责, overrules the label.
    const roles = new Set(read.clauses.map((c) => c.role));
    const overruled = read.clauses.some((c) => c.said && c.role !== said.role && c.role !== 'responsible');
    const mixed = roles.size > 1 || (read.found && overruled);
    const parts: readonly Pick<Clause, 'role' | 'start' | 'end'>[] = mixed
      ? read.clauses
      : [{ ...value, role: said.role }];
    for (const { role, start, end } of parts)
      this.addList({ strand: value.strand, start, end }, { role, certainty: said.certainty }, read.rules);
    this.addLikewise(value, read.clauses);
  }

  /** 县林场为承办单位，下同: units said once for all that follows. */
  private addLikewise({ strand, start, end }: Stretch, clauses: readonly Clause[]): void {
    if (this.rules.length || !likewise.test(strand.text.slice(start, end))) return;
    const last = clauses.filter((c) => c.said).at(-1);
    if (last) this.added.push(...readUnits(strand, last.start, last.end).units);
  }

  /** Clauses with role words and no label; what they say of rules and times with them. */
  addClauses(stretch: Stretch): { found: boolean } {
    const read = readClauses(stretch, this.grammar);
    this.rules.push(...read.rules);
    this.times.push(...read.times);
    for (const { start, end } of read.aside) this.unread.push({ start, end, reason: 'unclear-role' });
    for (const { role, start, end, said, certainty } of read.clauses) {
      const how = { role, certainty: (said ? sure.clause : sure.inferred) * certainty };
      this.addList({ strand: stretch.strand, start, end }, how, read.rules);
    }
    this.addLikewise(stretch, read.clauses);
    return read;
  }

  /** What stands before the first label in a bracket: a time, a clause with a role word, or nothing of ours. */
  private addUnlabelled({ strand, start, end }: Stretch): void {
    let to = end;
    while (to > start && '，,；;、（([［〔【\n'.includes(strand.text[to - 1]!)) to--;
    if (to <= start) return;
    if (saysWhen(strand.text.slice(start, to))) this.times.push({ start, end: to });
    else {
      const { clauses, found } = readClauses({ strand, start, end: to }, this.grammar);
      for (const { role, start: from, end: until } of found ? clauses : none)
        this.addList({ strand, start: from, end: until }, { role, certainty: sure.clause });
      if (!found && this.given) this.addOrgans({ strand, start, end: to }, this.given);
    }
  }

  /** A list that counts only where every member is an organ's name. */
  private addOrgans(stretch: Stretch, said: Said): void {
    const before = { drafts: this.drafts.length, unread: this.unread.length };
    this.addList(stretch, said);
    const own = this.drafts.slice(before.drafts);
    if (own.every((d) => d.organ && !isTorn(d.name))) return;
    this.drafts.length = before.drafts;
    this.unread.length = before.unread;
  }

  /** A list of units of one role. */
  addList(
    { strand, start, end }: Stretch,
    { role, certainty }: Said,
    rules: readonly { start: number; end: number }[] = none,
  ): void {
    const inner = insideMarks(strand.text, start, end);
    if (inner) {
      this.addList({ strand, ...inner }, { role, certainty }, rules);
      return;
    }
    const { list, base } = readList(strand, start, end);
    const all = { role, certainty, open: list.open, list: this.list++ };
    const first = this.drafts.length;
    for (const unit of list.units) {
      const from = unit.start + base;
      const to = unit.end + base;
      if (rules.some((r) => from >= r.start && to <= r.end)) continue;
      const clause = innerClause(unit.name, this.grammar);
      if (clause) {
        this.addList({ strand, start: from, end: from + clause.at }, { role, certainty });
        this.addList({ strand, start: from + clause.at + 1, end: from + clause.end }, { role: clause.role, certainty });
      } else if (insideMarks(strand.text, from, to))
        this.addList({ strand, start: from, end: to }, { role, certainty }, rules);
      else this.addUnit(strand, unit, base, all);
    }
    shareRoles(this.drafts, first, role);
  }

  /** One member of a list: a unit, a time printed among the units, words that are none and are told as unread, or nothing. */
  private addUnit(strand: Strand, unit: ListedUnit, base: number, all: ListWords): void {
    const { name, group, part } = unit;
    const start = unit.start + base;
    const end = unit.end + base;
    const before = this.drafts.at(-1);
    const rank = isRank(name) && before?.list === all.list && before.name.startsWith('各');
    const member = rank ? classMember(name) : memberOf(name, this.persons);
    if (member.time) this.times.push(timeOf(strand.text, end, member.time.length));
    if (member.kind === 'none') return;
    if (member.kind === 'time') this.addTime(start, end);
    else if (member.kind === 'sentence') this.unread.push({ start, end, reason: 'unclear-list' });
    else if (member.organ || name.length > 4 || !(this.persons || strand.hasGap(start)))
      this.drafts.push({
        start: start + member.offset,
        end: start + member.offset + member.name.length,
        name: member.name,
        group,
        part,
        role: member.role ?? all.role,
        form: this.form,
        certainty: Math.min(all.certainty, setOff(strand, start, name, member) ? sure.mixed : member.certainty),
        open: all.open,
        list: all.list,
        organ: member.organ,
      });
  }

  private addTime(start: number, end: number): void {
    if (!this.times.some((t) => t.start === start)) this.times.push({ start, end });
  }

  finish(whole: { start: number; end: number }): Piece {
    const { form, drafts, times, rules, unread, awaits } = this;
    const added = this.added.filter(({ name }) => !isTorn(name));
    return {
      start: whole.start,
      end: whole.end,
      form,
      drafts,
      times: times.length ? times : none,
      rules: rules.length ? rules : none,
      added: added.length ? added : none,
      unread: unread.length ? unread : none,
      awaits,
    };
  }
}
