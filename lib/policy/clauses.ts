import { type ListPart as Part, partsOf } from '../names/coordination';
import { nameLength } from '../names/name-length';
import { beginsWithLevel, isOrgan, isOrganName, leadsWithOrgan } from '../names/organ';
import { stepAt } from '../text/chars';
import type { Stretch } from '../text/strand';
import { readPart } from './clause-forms';
import type { Grammar } from './grammar';
import { type RuleWords, ruleOf } from './rule-notes';
import { saysWhen } from './time/deadlines';
import type { Role } from './types';

/** A stretch of a strand that lists units of one role. */
export interface Clause {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
  /** The role word is printed with it; else it was inferred from its neighbours. */
  readonly said: boolean;
  /** How sure the role word is; 1 for a word of the lists. */
  readonly certainty: number;
}

export interface Clauses {
  readonly clauses: readonly Clause[];
  readonly rules: readonly { words: RuleWords; start: number; end: number }[];
  /** Units that guide or supervise: no role, but not nobody either. */
  readonly aside: readonly { start: number; end: number }[];
  /** Parts that say when: 市商务局负责，6月底前完成. */
  readonly times: readonly { start: number; end: number }[];
  /** A role word was found. */
  readonly found: boolean;
}

/** 会同 inside a clause: what follows takes part. */
const together = /会同|会商|商请?(?=[省市县区国各有])|联合(?=[省市县区各有])/;

/** Clauses while they are being read: units wait until a role word behind them says what they are. */
class Reader {
  readonly clauses: Clause[] = [];
  readonly rules: { words: RuleWords; start: number; end: number }[] = [];
  readonly times: { start: number; end: number }[] = [];
  readonly aside: { start: number; end: number }[] = [];
  found = false;
  private last: Role | null = null;
  private waiting = -1;
  private waitingEnd = -1;

  /** Where the last part behind a comma begins among what waits; -1 where it is all one list. */
  private lastPart = -1;
  /** The same behind a semicolon. */
  private lastGroup = -1;
  /** Where the first part behind a comma begins. */
  private firstPart = -1;

  constructor(
    private readonly text: string,
    private readonly given: Role | null,
  ) {}

  take({ start, end, before }: Part, grammar: Grammar): void {
    const part = this.text.slice(start, end);
    if (this.waiting >= 0 && '，,；;\n'.includes(before || ' ')) this.lastPart = start;
    if (this.waiting >= 0 && '；;'.includes(before || ' ')) this.lastGroup = start;
    if (this.waiting >= 0 && '，,'.includes(before || ' ') && this.firstPart < 0) this.firstPart = start;
    const words = ruleOf(part);
    const unit = words ? unitBefore(part) : 0;
    if (words) this.rules.push({ words, start: start + unit, end });
    if (unit) this.sayBoth(start, start + unit, grammar);
    if (words) return;
    if (saysWhen(part) && !isOrgan(part) && !isDone(part.replace(/^[由请]/, ''))) this.times.push({ start, end });
    else this.sayBoth(start, end, grammar);
  }

  /** 甲局牵头乙局配合: two clauses that no sign parts. */
  private sayBoth(start: number, end: number, grammar: Grammar): void {
    const text = this.text.slice(start, end);
    const m = /^(.{3,40}?)(?:共同|联合|分别|具体|总)?(?:牵头|主办|主抓|主责|负责)(?=.{4,})/.exec(text);
    const second = m ? text.slice(m[0].length) : '';
    const read = m && isOrgan(m[1]!) ? readPart(second, grammar) : null;
    // 甲局主责 乙局、丙局协办: the second clause goes on behind.
    const waits = m && isOrgan(m[1]!) && isOrganName(second) && beginsWithLevel(second);
    if (!m || !(waits || (read && isOrgan(second.slice(0, read.at))))) this.say(start, end, grammar);
    else {
      this.say(start, start + m[0].length, grammar);
      this.say(start + m[0].length, end, grammar);
    }
  }

  private say(start: number, end: number, grammar: Grammar): void {
    const read = readPart(this.text.slice(start, end), grammar);
    if (!read || read.at > 0) {
      if (this.waiting < 0) this.waiting = start;
      this.waitingEnd = read ? start + read.at : end;
    }
    if (!read) return;
    this.found = true;
    if (read.role) this.flush(read.role, this.waitingEnd, true, read.certainty ?? 1);
    else this.aside.push({ start: this.doer(this.waiting, this.waitingEnd), end: this.waitingEnd });
    this.waiting = -1;
    this.last = read.role ?? this.last;
  }

  /** What waits at the end takes the role given, or the one that goes with the last said. */
  end(): Clauses {
    const role = this.given ?? (this.last === 'lead' ? 'participant' : (this.last ?? this.partnered()));
    if (this.waiting >= 0 && role) this.flush(role, this.waitingEnd, false, 1);
    return this;
  }

  /** Where the units behind the first part begin; -1 where all that waits is one list. */
  private endOfFirst(): number {
    if (this.lastGroup >= 0) return this.lastGroup;
    return this.given || this.clauses.length ? -1 : this.firstPart;
  }

  /** 甲局会同乙局, and no role word: the first is responsible. */
  private partnered(): Role | null {
    const text = this.waiting < 0 ? '' : this.text.slice(this.waiting, this.waitingEnd);
    const cut = together.exec(text);
    if (!cut || !isOrgan(text.slice(0, cut.index)) || !isOrgan(text.slice(cut.index + cut[0].length))) return null;
    this.found = true;
    return 'responsible';
  }

  private flush(role: Role, to: number, said: boolean, certainty: number): void {
    if (this.waiting < 0) return;
    // 牵头单位：甲局，乙局为承办单位: what stands before the last comma has the role of the label.
    if (said && this.given && role !== this.given && this.lastPart > this.waiting) {
      this.clauses.push({ role: this.given, start: this.waiting, end: this.lastPart - 1, said: true, certainty: 1 });
      this.waiting = this.lastPart;
    }
    // 甲局；乙局、丙局协助: who only helps does not help behind a semicolon, nor a comma where nobody else does the work.
    // 甲局、乙局；丙局统筹: nor does who leads behind a semicolon lead with those before it.
    else if (
      said &&
      this.endOfFirst() > this.waiting &&
      (role === 'participant' || (role === 'lead' && !this.given && this.lastGroup >= 0))
    ) {
      const end = this.endOfFirst();
      this.parted('responsible', this.doer(this.waiting, end - 1), end - 1, false, certainty);
      this.waiting = end;
    }
    this.lastPart = -1;
    this.lastGroup = -1;
    this.firstPart = -1;
    const start = this.doer(this.waiting, to);
    this.parted(role, start, to, said, certainty);
    this.waiting = -1;
  }

  /** 甲局会同乙局: what stands behind 会同 takes part. */
  private parted(role: Role, from: number, to: number, said: boolean, certainty: number): void {
    let start = from;
    let as = role;
    for (;;) {
      const piece = this.text.slice(start, to);
      const cut = outside(piece, together);
      if (!cut || !isOrgan(piece.slice(0, cut.index))) break;
      this.clauses.push({ role: as, start, end: start + cut.index, said, certainty });
      start += cut.index + cut[0].length;
      as = 'participant';
    }
    this.clauses.push({ role: as, start, end: to, said, certainty });
  }

  /** 此项工作由市财政局牵头, 2034年底前由市财政局负责: the doer stands behind 由; 以市财政局为主: behind 以. */
  private doer(from: number, to: number): number {
    const text = this.text.slice(from, to);
    const by = text.lastIndexOf('由');
    if (by >= 0 && !isOrgan(text.slice(0, by)) && !/^由[路县各]?$/.test(text)) return from + by + 1;
    const task = ofTask.exec(text);
    if (task && isOrgan(text.slice(task[0].length))) return from + task[0].length;
    return /^以(?!及)/.test(text) ? from + 1 : from;
  }
}

/** It begins with who does it. */
const isDone = (part: string): boolean => nameLength(part) > 0 || leadsWithOrgan(part);

/** 此项工作以, 此事交: what it is about, in front of who does it. */
const ofTask = /^(?:此|该|这|本|上述|以上)[项件类]?[\u4e00-\u9fff]{0,4}?(?:以|交由?|归|请|责成|委托)/;

/** Length of the unit before a rule in brackets: 甲局（列首位的为牵头单位，下同）; 0 where none stands there. */
function unitBefore(part: string): number {
  const open = part.search(/[（(]/);
  return open > 1 && isOrgan(part.slice(0, open)) ? open : 0;
}

/**
 * Reads role clauses without labels: 省教育厅牵头，省疾控局按职责分工负责 · 由甲局牵头，乙局、丙局配合 · 甲局会同乙局负责.
 * Units before a role word have its role, back to the role word before; units behind the last take `given`.
 */
export function readClauses({ strand, start, end }: Stretch, grammar: Grammar, given: Role | null = null): Clauses {
  const reader = new Reader(strand.text, given);
  for (const part of partsOf(strand, start, end)) reader.take(part, grammar);
  return reader.end();
}

/** First match outside brackets. */
function outside(text: string, pattern: RegExp): RegExpExecArray | null {
  const m = pattern.exec(text);
  if (!m) return null;
  let depth = 0;
  for (let i = 0; i < m.index; i++) depth = Math.max(0, depth + stepAt(text, i));
  return depth ? null : m;
}
