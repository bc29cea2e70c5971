import { beginsLikeOrgan, isCollective, isOrgan, isOrganName } from '../names/organ';
import { behindOrnaments, isOrnament } from '../names/separators';
import { closesAt, codes, hasSign, isClose, isOpen, nextSign, opensAt, Sign, stepAt } from '../text/chars';
import type { Strand, Stretch } from '../text/strand';
import { boxedLabels, boxMeaning } from './boxed-labels';
import { type Grammar, meaningOf } from './grammar';
import { isMembers, type LabelMeaning, labelByForm } from './labels';
import { saysWhen } from './time/deadlines';
import { isTimeField } from './time/labelled';
import { gapBehind, unmarkedLabels } from './unmarked-labels';

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

const stops = codes('：:，,；;。、！？“”《》【［[〖「—–/／|｜…>＞=＝~～•*＊→➔➜');
const comma = 0x3001;
const none: readonly Field[] = [];
const members: LabelMeaning = { kind: 'participant', mixed: false, persons: false, guessed: 0.8 };
/** Longest label with a rule in it. */
const reach = 28;

/**
 * Labels in `[start, end)`, each with its value up to the next label. A label begins after a delimiter, white space or
 * the start, and is parted from its value by a colon or its like (：→＝), by 为, by white space, or directly by an organ.
 * Cost: linear; looks back at most 28 characters at each sign.
 */
export function fieldsOf(stretch: Stretch, grammar: Grammar): readonly Field[] {
  const { strand, start, end } = stretch;
  const unmarked = unmarkedLabels(stretch, grammar);
  const boxed = strand.signs & Sign.opening ? boxedLabels(stretch, grammar) : unmarked.slice(0, 0);
  const found = [...unmarked, ...boxed].map(({ label, meaning, start: from, valueStart, unknown = false }) => ({
    ...fieldOf(strand, { label, meaning, start: from, valueStart, end }),
    unknown,
  }));
  if (strand.signs & Sign.colon)
    for (let at = nextSign(strand.text, start, Sign.colon); at >= 0 && at < end; ) {
      const field = fieldBefore(stretch, at, grammar);
      if (field) found.push(field);
      // Of several in a row the first ends the label: those behind it have none of their own, and would be gone through each.
      at = nextSign(strand.text, afterSigns(strand.text, at, end), Sign.colon);
    }
  return found.length
    ? withTimes(
        strand.text,
        inOrder(strand.text, found).map((f) => unwrapped(strand.text, f)),
      )
    : none;
}

/** Fields in the order of the text, each ended by the next; what only remarks on the one before is none. */
function inOrder(text: string, found: Writable<Field>[]): Writable<Field>[] {
  const fields: Writable<Field>[] = [];
  for (const field of found.length > 1 ? found.sort((a, b) => a.start - b.start) : found) {
    const last = fields.at(-1);
    if (last && (field.start < last.valueStart || isNote(text, field))) continue;
    if (last) last.valueEnd = trimEnd(text, last.valueStart, field.start);
    fields.push(field);
  }
  return fields;
}

/** 责任单位：[甲局、乙局], 责任单位：“甲局、乙局”: brackets or quotation marks around the whole value are none of it. */
function unwrapped(text: string, field: Writable<Field>): Writable<Field> {
  const { valueStart: start, valueEnd: end } = field;
  if (end - start < 4 || stepAt(text, start) !== 1 || stepAt(text, end - 1) !== -1) return field;
  let depth = 0;
  for (let at = start; at < end - 1; at++) {
    depth += stepAt(text, at);
    if (depth === 0) return field;
  }
  return { ...field, valueStart: start + 1, valueEnd: end - 1 };
}

/** 交卷：6月底前: a label that nobody knows asks for a deadline where nothing but a time stands behind it. */
function withTimes(text: string, fields: readonly Writable<Field>[]): readonly Field[] {
  for (const field of fields)
    if (field.unknown && field.kind === 'none' && isTimeField(text.slice(field.start, field.valueEnd).slice(0, 34)))
      Object.assign(field, { kind: 'deadline', unknown: false });
  return fields;
}

/** 牵头单位：甲局（电话：…）: a note on the unit before it, no field of the list. */
const isNote = (text: string, { start, kind, unknown }: Field): boolean =>
  (kind === 'none' || kind === 'person' || unknown) &&
  isOpen(text[start - 1] ?? '') &&
  /[^\s，,；;、。：:]/.test(text[start - 2] ?? '，');

/**
 * The label that ends at a sign, with a value up to the stretch's end; null when the words before it are none.
 */
function fieldBefore({ strand, start, end }: Stretch, sign: number, grammar: Grammar): Writable<Field> | null {
  const { text } = strand;
  const head = shaftOf(text, sign);
  const from = behindOrnaments(text, labelStart({ strand, start, end }, head, grammar), head);
  const valueStart = afterSigns(text, sign, end);
  const whole = text.slice(from, head);
  const label = withoutRule(whole);
  const field = (name: string, at: number, meaning: LabelMeaning | null): Writable<Field> | null =>
    meaning && fieldOf(strand, { label: name, meaning, start: at, valueStart, end });
  // A point's own number stands before the label: 2.牵头单位.
  const point = /^\d{1,2}[.．]/.exec(whole)?.[0].length ?? 0;
  // 、 inside may part a label from a list before it; take the shortest tail that is a label.
  const cut = Math.max(whole.lastIndexOf('、'), whole.lastIndexOf('）'));
  const tail = cut >= 0 ? whole.slice(cut + 1) : '';
  const short = label.length === 1 && isValued({ strand, start: valueStart, end }) ? boxMeaning(label, grammar) : null;
  return (
    field(label, from, meaningOf(label, grammar) ?? short) ??
    (point ? field(whole.slice(point), from + point, meaningOf(whole.slice(point), grammar)) : null) ??
    (tail ? field(tail, from + cut + 1, meaningOf(tail, grammar)) : null) ??
    unknownField(strand, { label: tail || whole, start: from + (tail ? cut + 1 : 0), sign, valueStart, end })
  );
}

/** 主：甲局 辅：乙局: a label of one character, as in a box, stands before names or a time and nothing else. */
function isValued({ strand, start, end }: Stretch): boolean {
  const gap = gapBehind(strand, start, end);
  const value = strand.text.slice(start, Math.min(gap > start ? gap : end, start + longestValue));
  return value
    .replace(/[。；]$/, '')
    .split(/[、，；]/)
    .every((part) => isOrganName(part) || isCollective(part) || (part.length <= 12 && saysWhen(part)));
}
const longestValue = 120;

/** Where what parts a label from its value begins: the shaft of 责任单位->甲局, the mark of 责任单位*：甲局. */
const shaftOf = (text: string, sign: number): number => {
  let at = sign;
  while (at > 0 && sign - at < longestShaft && isOrnament(text.charCodeAt(at - 1))) at--;
  return at;
};
const longestShaft = 4;

const afterSigns = (text: string, sign: number, end: number): number => {
  let at = sign + 1;
  while (at < end && hasSign(text, at, Sign.colon)) at++;
  return at;
};

/** A word that asks for units and names none. */
const asks = /^[\u4e00-\u9fff]{2,6}(?:单位|部门|专班|机构)$/;

const classOnly = /^(?:有关|相关)(?:单位|部门)$/;

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
  // 牵头单位：甲局；成员单位：乙局、丙局: beside a label of the lists its units take part.
  if (
    isMembers(label) ||
    (label === '成员' && isValued({ strand, start: valueStart, end: valueEndOf(strand, valueStart, end) }))
  )
    return { ...fieldOf(strand, { label, meaning: members, start, valueStart, end }), unknown: true };
  // 有关单位：, 起草单位：: whoever they are, the list before ends there.
  if (asks.test(label) && (!beginsLikeOrgan(label) || classOnly.test(label)) && !labelByForm(label)) {
    const other = { kind: 'none' as const, mixed: false, persons: false };
    return { ...fieldOf(strand, { label, meaning: other, start, valueStart, end }), unknown: true };
  }
  if (!/^[\u4e00-\u9fff]{2,10}$/.test(label) || !'：:'.includes(strand.text[sign]!) || isOrgan(label)) {
    const formed = /^[\u4e00-\u9fff（）]{3,12}$/.test(label) ? labelByForm(label) : null;
    return formed && { ...fieldOf(strand, { label, meaning: formed, start, valueStart, end }), unknown: true };
  }
  const meaning = labelByForm(label) ?? { kind: 'none' as const, mixed: false, persons: false };
  return { ...fieldOf(strand, { label, meaning, start, valueStart, end }), unknown: true };
}

/** Where the value of a label ends that nobody knows: before the bracket that closes around both. */
function valueEndOf({ text }: Strand, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < Math.min(end, start + longestValue); at++) {
    if ('；;。'.includes(text[at]!) && depth === 0) return at;
    depth += stepAt(text, at);
    if (depth < 0) return at;
  }
  return end;
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
    if (depth === 0 && gaps && strand.hasGap(from - 1) && beginsBehindGap(strand, start, from - 1, sign, grammar))
      return from - 1;
  }
  return from;
}

/** Behind white space a label begins: a known one, or any word of a row of labels. */
const beginsBehindGap = ({ text }: Strand, start: number, from: number, sign: number, grammar: Grammar): boolean =>
  beginsLabel(text, from, sign, grammar) || isWordOfRow(text, start, from, sign);

/** A label begins there, behind the marks in front of it: ▲牵头：甲局　▲配合：乙局. */
function beginsLabel(text: string, from: number, sign: number, grammar: Grammar): boolean {
  const label = behindOrnaments(text, from, sign);
  return label < sign && isWhole(text, label, sign, grammar);
}

/** So far in front another label is looked for. */
const reachOfRow = 160;

/** 承担：甲科　验收：乙组: behind another label a word between white space and a colon is one as well, whatever it asks for. Cost: constant. */
const isWordOfRow = (text: string, start: number, from: number, sign: number): boolean =>
  '：:'.includes(text[sign]!) &&
  /^[\u4e00-\u9fff]{2,6}$/.test(text.slice(from, sign)) &&
  nextSign(text.slice(Math.max(start, from - reachOfRow), from), 0, Sign.colon) >= 0;

/** The words behind white space are a label, and no rest of one (责部门 of 负　责部门). */
const isWhole = (text: string, from: number, sign: number, grammar: Grammar): boolean =>
  (sign - from === 1 && boxMeaning(text[from]!, grammar) !== null) ||
  meaningOf(text.slice(from, sign), grammar) !== null ||
  (labelByForm(text.slice(from, sign)) !== null &&
    ![1, 2, 3].some((more) => from >= more && meaningOf(text.slice(from - more, sign), grammar) !== null));

/** A delimiter before a label; 、 is one only where no label stands behind it already. */
const endsLabel = (code: number, behind: string, grammar: Grammar): boolean =>
  stops.has(code) && !(code === comma && meaningOf(behind, grammar) === null);

/** A rule may stand in the label, or how many they are: 责任单位（排第一的为牵头单位）, 责任单位（2家）. */
function withoutRule(whole: string): string {
  const bare = isClose(whole.at(-1) ?? '')
    ? /^(.{2,10}?)[（(](?:(?=[^）)]*(?:第一|首位|排名|排序|列))[^）)]*|共?[\d一二三四五六七八九十]{1,3}[家个])[）)]$/.exec(
        whole,
      )
    : null;
  return bare ? bare[1]! : whole;
}

/** Written out field by field: this is made for every label of a document. */
function fieldOf(
  { text }: Strand,
  at: { label: string; meaning: LabelMeaning; start: number; valueStart: number; end: number },
): Writable<Field> {
  const { label, meaning, start, valueStart, end } = at;
  const { kind, mixed, persons, guessed } = meaning;
  const valueEnd = trimEnd(text, valueStart, end);
  return { kind, mixed, persons, guessed, label, start, valueStart, valueEnd, unknown: false };
}

const labelish = codes('单部机主处科');
const trailing = codes('；;，,。、 .');

/** `end` without the delimiters before it. */
export function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && trailing.has(text.charCodeAt(to - 1))) to--;
  return to;
}
