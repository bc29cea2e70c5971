import { type ListedUnit, readList } from '../names/coordination';
import { isOrgan, isSentence } from '../names/organ';
import { remembered } from '../names/remembered';
import { closesAt } from '../text/chars';
import type { Strand } from '../text/strand';
import { saysWhen } from './dates';
import type { Building, Draft } from './drafts';
import { markedRole, timedName } from './marked-names';
import { ruleOf } from './rule-notes';
import type { AssignmentForm, Role } from './types';

/** Reads a list of units of one role into `b`; how many it gave. */
export function addList(
  strand: Strand,
  start: number,
  end: number,
  role: Role,
  form: AssignmentForm,
  certainty: number,
  b: Building,
  rules: readonly { start: number; end: number }[],
): number {
  const {
    list: { units, open },
    base,
  } = readList(strand, start, end);
  let got = 0;
  const list = b.list++;
  for (const unit of units) {
    const from = unit.start + base;
    const to = unit.end + base;
    if (rules.length && rules.some((r) => from >= r.start && to <= r.end)) continue;
    const { name, time, organ, none, marked, when, sentence } = nameOf(
      b.persons ? withoutPerson(unit.name) : unit.name,
    );
    if (time) b.times.push({ start: to - time.length - 1, end: to - 1 });
    if (none) continue;
    if (marked) {
      got++;
      b.drafts.push(draft(unit, from, marked.name, marked.role, form, certainty, open, list));
      continue;
    }
    if (when) {
      if (!b.times.some((t) => t.start === from)) b.times.push({ start: from, end: to });
      continue;
    }
    if (!organ && unit.name.length <= 4 && (b.persons || strand.hasGap(from))) continue;
    if (sentence) {
      b.unread.push({ start: from, end: to, reason: 'unclear-list' });
      continue;
    }
    got++;
    b.drafts.push(draft(unit, from, name, role, form, organ ? certainty : Math.min(certainty, 0.7), open, list));
  }
  return got;
}

/** What a member of a list is, by its words alone. */
const nameOf = remembered((printed) => {
  const timed = timedName(printed);
  const name = timed?.name ?? withoutNote(printed);
  const organ = isOrgan(name);
  return {
    name,
    time: timed?.time ?? null,
    organ,
    /** Names nobody. */
    none: !organ && (name.length > 60 || noName.test(name) || ruleOf(name) !== null),
    marked: markedRole(name),
    when: !organ && saysWhen(printed),
    sentence: !organ && printed.length > 6 && isSentence(printed),
  };
});

/** A note behind a unit in brackets (电话：…, 联系人：…, 张某具体负责) is no part of its name. */
function withoutNote(name: string): string {
  if (!closesAt(name, name.length - 1)) return name;
  const m =
    /^([^（(【［[]{2,40})[（(【［[][^（(【［[]*(?:电话|手机|联系人|联系方式|责任人|负责人|[：:]|\d{5,})[^（(【［[]*$/.exec(
      name,
    );
  return m && isOrgan(m[1]!) ? m[1]! : name;
}

/** A person in brackets behind a unit, where persons are asked for: 市交通局（赵某某） under 责任单位及责任人. */
function withoutPerson(name: string): string {
  const m = closesAt(name, name.length - 1) ? /^([^（(]{2,40})[（(][\u4e00-\u9fff]{2,4}[）)]$/.exec(name) : null;
  return m && isOrgan(m[1]!) ? m[1]! : name;
}

const noName = /^(?:下同|下列同|以下同|同上|其他|其他略|略|无|[/／\-—–\d.]*)$/;

/** Written out field by field: most of a document's objects are made here and in `finish`. */
function draft(
  unit: ListedUnit,
  start: number,
  name: string,
  role: Role,
  form: AssignmentForm,
  certainty: number,
  open: boolean,
  list: number,
): Draft {
  const { group, part } = unit;
  return { start, end: start + name.length, name, group, part, role, form, certainty, open, list };
}
