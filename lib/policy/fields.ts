import { isOrgan } from '../names/organ';
import { closesAt, codes, hasSign, isClose, isOpen, nextSign, opensAt, Sign } from '../text/chars';
import type { Strand, Stretch } from '../text/strand';
import { type Grammar, meaningOf } from './grammar';
import { type LabelMeaning, labelByForm } from './labels';

/** A label with its value, as stretches of a strand. */
export interface Field extends LabelMeaning {
  readonly label: string;
  /** Where the label begins. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Neither the genre nor the document knows the label; it asks for units by its form, or ends the list before it. */
  readonly unknown: boolean;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const stops = codes('，,；;。、！？“”《》【［[〖「');
const comma = 0x3001;
const none: readonly Field[] = [];
/** Longest label with a rule in it. */
const reach = 28;
/** A label that is parted from its units by nothing or by white space ends in one of these, or is a role word. */
const nounAhead = /[位门室关体头合办加与责助同]/;

/**
 * Labels in `[start, end)`, each with its value up to the next label. A label begins after a delimiter, white space or
 * the start, and is parted from its value by a colon or its like (：→＝), by 为, by white space, or directly by an organ.
 * Cost: linear; looks back at most 28 characters at each sign, ahead at most 12 at each beginning.
 */
export function fieldsOf({ strand, start, end }: Stretch, grammar: Grammar): readonly Field[] {
  const fields: Writable<Field>[] = [];
  const push = (field: Writable<Field> | null): boolean => {
    const last = fields.at(-1);
    if (!field || (last && (field.start < last.valueStart || isNote(strand.text, field)))) return false;
    if (last) last.valueEnd = trimEnd(strand.text, last.valueStart, field.start);
    fields.push(field);
    return true;
  };
  if ((strand.signs & Sign.colon) === 0 && !nounAhead.test(strand.text)) return none;
  for (let at = start; at < end; ) {
    const sign = strand.signs & Sign.colon ? nextSign(strand.text, at, Sign.colon) : -1;
    const to = sign < 0 || sign >= end ? end : sign;
    for (const begin of beginnings(strand, at, to)) push(unmarked({ strand, start, end }, begin, grammar));
    if (to >= end) break;
    push(fieldBefore({ strand, start, end }, to, grammar));
    at = to + 1;
  }
  return fields.length ? fields : none;
}

/** Where a label without a sign behind it may begin in `[from, to)`: behind delimiters and white space, and at a head. */
function beginnings(strand: Strand, from: number, to: number): number[] {
  const { text } = strand;
  const out: number[] = [];
  for (let i = from; i < to; i++) {
    const before = text.charCodeAt(i - 1);
    if (i === 0 || parts.has(before) || opensAt(text, i - 1) || strand.hasGap(i) || (i === from && !out.length)) {
      if (nounAhead.test(text.slice(i + 1, i + 12))) out.push(i);
    }
  }
  return out;
}
const parts = codes('，,；;。、');

/** 牵头单位：甲局（电话：…）: a note on the unit before it, no field of the list. */
const isNote = (text: string, { start, kind, unknown }: Field): boolean =>
  (kind === 'none' || kind === 'person' || unknown) &&
  isOpen(text[start - 1] ?? '') &&
  /[^\s，,；;、。：:]/.test(text[start - 2] ?? '，');

/** A role label that no sign parts from its units: 责任单位 甲局, 牵头单位为甲局, 牵头甲局 配合乙局. */
function unmarked({ strand, start, end }: Stretch, from: number, grammar: Grammar): Writable<Field> | null {
  const { text } = strand;
  for (let to = Math.min(from + 10, end - 2); to >= from + 2; to--) {
    const label = text.slice(from, to);
    const meaning = /^[\u4e00-\u9fff]+(?:[（(][\u4e00-\u9fff]{1,6}[）)][\u4e00-\u9fff]*)?$/.test(label)
      ? meaningOf(label, grammar)
      : null;
    if (!meaning || meaning.kind === 'none' || meaning.kind === 'person') continue;
    // 承办全国运动会，… is a sentence; （牵头甲局 配合乙局） is none.
    if (!noun.test(label) && (end - start > 160 || /[。；]/.test(text.slice(start, end - 1)))) return null;
    if (hasSign(text, to, Sign.colon)) return null;
    const verb = /^(?:为|是|系)/.test(text.slice(to, to + 1)) ? 1 : 0;
    const gap = strand.hasGap(to);
    if (!gap && !beginsWithOrgan(text, to + verb, end)) continue;
    if (gap && !/^[\u4e00-\u9fff“\d]/.test(text[to] ?? '')) continue;
    if (gap && meaning.kind !== 'deadline' && !beginsWithOrgan(text, to, end)) continue;
    return fieldOf(strand, { label, meaning, start: from, valueStart: to + verb, end });
  }
  return null;
}

const noun = /[位门室关体构方组]$/;

/** The first member of a list that begins at `from` is an organ. */
function beginsWithOrgan(text: string, from: number, end: number): boolean {
  let to = from;
  while (to < end && to < from + 40 && !memberEnds.has(text.charCodeAt(to)) && !opensAt(text, to)) to++;
  const member = text.slice(from, to).replace(/等.{0,8}$/, '');
  return (
    /^[\u4e00-\u9fff“]/.test(member) &&
    isOrgan(member) &&
    !/^(?:单位|部门|的|和|与|及|要|应)/.test(member) &&
    !labelByForm(member)
  );
}
const memberEnds = codes('，,；;。、/／|｜ ');

/**
 * The label that ends at a sign, with a value up to the stretch's end; null when the words before it are none.
 */
function fieldBefore({ strand, start, end }: Stretch, sign: number, grammar: Grammar): Writable<Field> | null {
  const { text } = strand;
  const from = labelStart({ strand, start, end }, sign, grammar);
  const valueStart = afterSigns(text, sign, end);
  const whole = text.slice(from, sign);
  const label = withoutRule(whole);
  const field = (name: string, at: number, meaning: LabelMeaning | null): Writable<Field> | null =>
    meaning && fieldOf(strand, { label: name, meaning, start: at, valueStart, end });
  // A point's own number stands before the label: 2.牵头单位.
  const point = /^\d{1,2}[.．]/.exec(whole)?.[0].length ?? 0;
  // 、 inside may part a label from a list before it; take the shortest tail that is a label.
  const cut = Math.max(whole.lastIndexOf('、'), whole.lastIndexOf('）'));
  const tail = cut >= 0 ? whole.slice(cut + 1) : '';
  return (
    field(label, from, meaningOf(label, grammar)) ??
    (point ? field(whole.slice(point), from + point, meaningOf(whole.slice(point), grammar)) : null) ??
    (tail ? field(tail, from + cut + 1, meaningOf(tail, grammar)) : null) ??
    unknownField(strand, { label: tail || whole, start: from + (tail ? cut + 1 : 0), sign, valueStart, end })
  );
}

const afterSigns = (text: string, sign: number, end: number): number => {
  let at = sign + 1;
  while (at < end && hasSign(text, at, Sign.colon)) at++;
  return at;
};

/** Words before a colon that no list holds: they end the list before them, and ask for units where their form says so. */
function unknownField(
  strand: Strand,
  {
    label,
    start,
    sign,
    valueStart,
    end,
  }: { label: string; start: number; sign: number; valueStart: number; end: number },
): Writable<Field> | null {
  if (!/^[\u4e00-\u9fff]{2,10}$/.test(label) || !'：:'.includes(strand.text[sign]!) || isOrgan(label)) {
    const formed = /^[\u4e00-\u9fff（）]{3,12}$/.test(label) ? labelByForm(label) : null;
    return formed && { ...fieldOf(strand, { label, meaning: formed, start, valueStart, end }), unknown: true };
  }
  const meaning = labelByForm(label) ?? { kind: 'none' as const, mixed: false, persons: false };
  return { ...fieldOf(strand, { label, meaning, start, valueStart, end }), unknown: true };
}

/** Where the words before a sign begin, back to a delimiter. */
function labelStart({ strand, start }: Stretch, sign: number, grammar: Grammar): number {
  const { text } = strand;
  const gaps = strand.gaps.length > 0;
  const floor = Math.max(start, sign - reach);
  let from = sign;
  let depth = 0;
  for (; from > floor; from--) {
    const c = text.charCodeAt(from - 1);
    if (closesAt(text, from - 1)) {
      if (from !== sign && depth === 0 && !labelish.has(text.charCodeAt(from))) return from;
      depth++;
    } else if (opensAt(text, from - 1)) {
      if (depth === 0) return from;
      depth--;
    } else if (depth === 0 && endsLabel(c, text.slice(from, sign), grammar)) return from;
    if (depth === 0 && gaps && strand.hasGap(from - 1) && meaningOf(text.slice(from - 1, sign), grammar))
      return from - 1;
  }
  return from;
}

/** A delimiter before a label; 、 is one only where no label stands behind it already. */
const endsLabel = (code: number, behind: string, grammar: Grammar): boolean =>
  stops.has(code) && !(code === comma && meaningOf(behind, grammar) === null);

/** A rule may stand in the label: 责任单位（排第一的为牵头单位）. */
function withoutRule(whole: string): string {
  const bare = isClose(whole.at(-1) ?? '')
    ? /^(.{2,10}?)[（(](?=[^）)]*(?:第一|首位|排名|排序|列))[^）)]*[）)]$/.exec(whole)
    : null;
  return bare ? bare[1]! : whole;
}

function fieldOf(
  { text }: Strand,
  at: { label: string; meaning: LabelMeaning; start: number; valueStart: number; end: number },
): Writable<Field> {
  const { label, meaning, start, valueStart, end } = at;
  return { ...meaning, label, start, valueStart, valueEnd: trimEnd(text, valueStart, end), unknown: false };
}

const labelish = codes('单部机主处科');
const trailing = codes('；;，,。、 .');

/** `end` without the delimiters before it. */
export function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && trailing.has(text.charCodeAt(to - 1))) to--;
  return to;
}
