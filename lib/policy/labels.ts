import { remembered } from '../names/remembered';
import { closesAt, codes, isClose, isOpen, opensAt, Sign } from '../text/chars';
import type { Strand } from '../text/strand';
import { deadlineLabels, type FieldKind, labelNouns, labelStems, otherLabels, personLabels } from './lexicon';

/** What a label asks for. `mixed`: it names several roles for one list (配合/责任单位). */
export interface LabelMeaning {
  readonly kind: FieldKind;
  readonly mixed: boolean;
  /** It asks for persons beside units: 牵头单位及责任人. */
  readonly persons: boolean;
}

/** A label with its value, as stretches of a strand. */
export interface Field extends LabelMeaning {
  readonly label: string;
  /** Where the label begins. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

const fixed = new Map<string, FieldKind>([
  ...personLabels.map((l) => [l, 'person'] as const),
  ...deadlineLabels.map((l) => [l, 'deadline'] as const),
  ...otherLabels.map((l) => [l, 'none'] as const),
]);
const stems = [...labelStems].sort((a, b) => b[0].length - a[0].length);
const nouns = [...labelNouns].sort((a, b) => b.length - a.length);
const scope =
  /^(?:各|本|主要|具体|共同|其他|有关|相关|项目|任务|整改|工作|年度|市县|县市|地方|基层|市级|省级|县级|区级|镇级|市|省|县|区|市直|县直|区直|省直|局内|委内|内部)(?=.)/;

/** The meaning of a label without its colon: 牵头（责任）单位, 配合/责任单位, 完成时限; null when it is none. */
export const labelMeaning = remembered((printed): LabelMeaning | null => {
  const label = printed.replace(/[\s：:*]/gu, '');
  return label.length < 2 || label.length > 16 ? null : judge(label);
});

/** Labels of a person's field by their end: 包抓领导, 牵头负责领导, 市级河长, 项目责任人. */
const personEnd =
  /^(?!.*(?:单位|部门|机关|处室))[\u4e00-\u9fff]{0,8}(?:领导|责任人|负责人|牵头人|包联人|联系人|联络员|经办人|河长|林长|路长|田长|链长|专班长)$/;

/** Stems that are labels by themselves before a colon or over a column: 牵头：甲局；配合：乙局. */
const alone = new Set(['部门分工', '责任分工', '牵头', '主办', '配合', '协办', '参与', '参加', '责任', '承办']);

function judge(label: string): LabelMeaning | null {
  if (alone.has(label)) return { kind: labelStems.find(([s]) => s === label)![1], mixed: false, persons: false };
  const own = fixed.get(label) ?? (personEnd.test(label) ? 'person' : null);
  if (own) return { kind: own, mixed: false, persons: false };
  const roles = roleKinds(label) ?? roleKinds(label.replace(scope, ''));
  if (!roles) {
    const bare = label.replace(scope, '');
    const other = fixed.get(bare);
    return other && other !== 'none' ? { kind: other, mixed: false, persons: false } : null;
  }
  const kinds = new Set(roles);
  const persons = kinds.has('person');
  if (kinds.size === 1) return { kind: roles[0]!, mixed: false, persons: false };
  kinds.delete('none');
  kinds.delete('person');
  if (kinds.size === 1) return { kind: [...kinds][0]!, mixed: false, persons };
  // 牵头（责任）单位: the list leads. 配合/责任单位 takes part. 牵头和配合单位 leaves it open who does which.
  if (kinds.has('lead') && kinds.has('participant')) return { kind: 'responsible', mixed: true, persons };
  if (kinds.has('lead')) return { kind: 'lead', mixed: false, persons };
  return { kind: 'participant', mixed: true, persons };
}

/** Roles named by a label made of stems and a noun: 牵头单位, 责任（牵头）单位, 牵头单位和责任单位. */
function roleKinds(label: string): FieldKind[] | null {
  const kinds: FieldKind[] = [];
  let rest = label;
  let named = false;
  while (rest) {
    const person = personLabels.find((p) => rest.startsWith(p));
    if (person && kinds.length) {
      kinds.push('person');
      rest = rest.slice(person.length);
      named = true;
      continue;
    }
    const stem = stems.find(([s]) => rest.startsWith(s));
    if (stem) {
      kinds.push(stem[1]);
      rest = rest.slice(stem[0].length);
      named = false;
      continue;
    }
    const noun = nouns.find((n) => rest.startsWith(n));
    if (noun && kinds.length) {
      rest = rest.slice(noun.length);
      named = true;
      continue;
    }
    const joiner =
      /^(?:[（(/／、\-—]|和|及|与|或|以及|的|市级|省级|县级|区级)/.exec(rest) ??
      (kinds.length ? /^[）)]/.exec(rest) : null);
    if (!joiner || !kinds.length) return null;
    rest = rest.slice(joiner[0].length);
  }
  return named && kinds.length ? kinds : null;
}

const stops = codes('，,；;。、！？“”《》【［[');
const comma = 0x3001;
const none: readonly Field[] = [];

/**
 * Labels followed by a colon in `[start, end)`, each with its value up to the next label. A label begins after a
 * delimiter, white space or the start.
 */
export function fieldsOf(strand: Strand, start = 0, end = strand.length): readonly Field[] {
  const { text } = strand;
  if ((strand.signs & Sign.colon) === 0) return none;
  const fields: Writable<Field>[] = [];
  const piece = end - start === text.length ? text : text.slice(start, end);
  let wide = piece.indexOf('：');
  let narrow = piece.indexOf(':');
  while (wide >= 0 || narrow >= 0) {
    const at = narrow < 0 || (wide >= 0 && wide < narrow) ? wide : narrow;
    if (at === wide) wide = piece.indexOf('：', at + 1);
    else narrow = piece.indexOf(':', at + 1);
    const field = fieldBefore(strand, start, start + at, end);
    if (!field) continue;
    const last = fields.at(-1);
    // 牵头单位：甲局（电话：…）: a note on the unit before it, no field of the list.
    if (last && isNote(text, field.start, field.kind)) continue;
    if (last) last.valueEnd = trimEnd(text, last.valueStart, field.start);
    fields.push(field);
  }
  return fields.length ? fields : none;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const isNote = (text: string, at: number, kind: FieldKind): boolean =>
  (kind === 'none' || kind === 'person') &&
  isOpen(text[at - 1] ?? '') &&
  /[^\s，,；;、。：:]/.test(text[at - 2] ?? '，');

/**
 * The label that ends at a colon, with a value up to `end`; null when the words before it are none. Looks back at most 28
 * characters.
 */
function fieldBefore(strand: Strand, start: number, colon: number, end: number): Writable<Field> | null {
  const { text } = strand;
  let from = colon;
  let depth = 0;
  const floor = Math.max(start, colon - 28);
  const gaps = strand.gaps.length > 0;
  while (from > floor) {
    const c = text.charCodeAt(from - 1);
    if (closesAt(text, from - 1)) {
      if (from !== colon && depth === 0 && !labelish.has(text.charCodeAt(from))) break;
      depth++;
    } else if (opensAt(text, from - 1)) {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && stops.has(c) && !(c === comma && labelMeaning(text.slice(from, colon)) === null)) break;
    from--;
    if (depth === 0 && gaps && strand.hasGap(from) && labelMeaning(text.slice(from, colon))) break;
  }
  // A rule may stand in the label: 责任单位（排第一的为牵头单位）.
  const whole = text.slice(from, colon);
  const bare = isClose(whole.at(-1) ?? '')
    ? /^(.{2,10}?)[（(](?=[^）)]*(?:第一|首位|排名|排序|列))[^）)]*[）)]$/.exec(whole)
    : null;
  const label = bare ? bare[1]! : whole;
  const meaning = labelMeaning(label);
  if (meaning) return fieldOf(text, label, meaning, from, colon, end);
  // A point's own number stands before the label: 2.牵头单位.
  const point = /^\d{1,2}[.．]/.exec(whole)?.[0].length ?? 0;
  const pointed = point ? labelMeaning(whole.slice(point)) : null;
  if (pointed) return fieldOf(text, whole.slice(point), pointed, from + point, colon, end);
  // 、 inside may part a label from a list before it; take the shortest tail that is a label.
  const cut = Math.max(whole.lastIndexOf('、'), whole.lastIndexOf('）'));
  const tail = cut >= 0 ? whole.slice(cut + 1) : '';
  const tailMeaning = tail ? labelMeaning(tail) : null;
  return tailMeaning ? fieldOf(text, tail, tailMeaning, from + cut + 1, colon, end) : null;
}

function fieldOf(
  text: string,
  label: string,
  { kind, mixed, persons }: LabelMeaning,
  start: number,
  colon: number,
  end: number,
): Writable<Field> {
  const valueStart = colon + 1;
  return { kind, mixed, persons, label, start, valueStart, valueEnd: trimEnd(text, valueStart, end) };
}

const labelish = codes('单部机主处科');

const trailing = codes('；;，,。、 .');

export function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && trailing.has(text.charCodeAt(to - 1))) to--;
  return to;
}

/** The label a line begins with, where no colon follows it: 责任单位 县司法局, 【责任单位】县司法局. */
export function barelyLabelled(strand: Strand): { meaning: LabelMeaning; valueStart: number; label: string } | null {
  const { text } = strand;
  const boxed = opensAt(text, 0) ? /^[【［[]([^】］\]]{2,12})[】］\]][：:]?/.exec(text) : null;
  if (boxed) {
    const meaning = labelMeaning(boxed[1]!);
    return meaning ? { meaning, valueStart: boxed[0].length, label: boxed[1]! } : null;
  }
  const gap = strand.gaps.find((g) => g >= 4);
  if (gap === undefined || gap > 10) return null;
  const meaning = labelMeaning(text.slice(0, gap));
  return meaning && meaning.kind !== 'none' ? { meaning, valueStart: gap, label: text.slice(0, gap) } : null;
}
