import { isOrgan } from '../names/organ';
import { closesAt, opensAt } from '../text/chars';
import type { Line } from '../text/lines';
import type { Strand } from '../text/strand';
import { labelByForm, labelMeaning } from './labels';

/** A label with its value in a line, as stretches of the line. */
export interface RecordField {
  readonly label: string;
  readonly labelStrand: Strand;
  readonly value: Strand;
  /** Set in a way that only records have: 《认领》县农经中心, 派单对象〔县水务局〕. */
  readonly boxed: boolean;
}

const word = '[\\u4e00-\\u9fff]{1,8}(?:[（(][\\u4e00-\\u9fff]{1,4}[）)])?';
const ornaments = /^[-–—·•●○■□◆◇▪▲★☆*+>＞#\s]+/;
/** 牵总：县工信局, 牵总｜县住建局. */
const withSign = new RegExp(`^(${word})[：:｜|→＝=]+(?=.)`);
/** 【牵总】县工信局. */
const inBox = new RegExp(`^[【《〔［[〈「『〖](${word})[】》〕］\\]〉」』〗][：:]?(?=.)`);
/** 派单对象〔县水务局〕. */
const beforeBox = new RegExp(`^(${word})(?=[【〔［[「『〖])`);
const longestWord = /^[\u4e00-\u9fff]{2,8}$/;
const none: readonly RecordField[] = [];

/** Longest line that is looked at, and most fields in it. */
const longestLine = 300;
const mostFields = 4;

/**
 * The labelled fields that a line is made of (主抓：甲队　搭手：乙队; 【任务】…; 销号｜2031年6月; 办理期限　8月31日); empty where it holds anything
 * else. What the labels mean is nobody's business here. Cost: linear in the line; longer ones than 300 characters are none.
 */
export function recordFields({ strand, marker, cell }: Line): readonly RecordField[] {
  if (cell || marker || strand.length > longestLine) return none;
  const from = ornaments.exec(strand.text)?.[0].length ?? 0;
  const parts = partsOf(strand, from);
  if (!parts) return one(spaced(strand, from));
  const fields = parts.flatMap((part) => field(part) ?? []);
  return fields.length === parts.length ? fields : none;
}

const one = (found: RecordField | null): readonly RecordField[] => (found ? [found] : none);

/** The stretches between white space that each begin with a label, what stands between them put to the one before; null where the first is none. */
function partsOf(strand: Strand, from: number): Strand[] | null {
  const starts = [from, ...strand.gaps.filter((gap) => gap > from && isLabelled(strand.text.slice(gap)))];
  if (!isLabelled(strand.text.slice(from)) || starts.length > mostFields) return null;
  return starts.map((start, k) => strand.slice(start, starts[k + 1] ?? strand.length));
}

const isLabelled = (text: string): boolean => withSign.test(text) || inBox.test(text) || isBoxedValue(text);

/** The whole of the words behind the label stands in one box. */
function isBoxedValue(text: string): boolean {
  const label = beforeBox.exec(text)?.[0].length ?? 0;
  return label > 1 && opensAt(text, label) && closesAt(text, text.length - 1) && text.length > label + 2;
}

function field(part: Strand): RecordField | null {
  const { text } = part;
  const signed = withSign.exec(text);
  if (signed) return made(part, { label: signed[1]!, start: 0, value: signed[0].length, boxed: false });
  const box = inBox.exec(text);
  if (box)
    return made(part, { label: box[1]!, start: 1, value: box[0].length, boxed: text[0] === '《' || text[0] === '〈' });
  const label = beforeBox.exec(text)?.[1];
  return label && isBoxedValue(text)
    ? made(part.slice(0, text.length - 1), { label, start: 0, value: label.length + 1, boxed: true })
    : null;
}

/** 办理期限　8月31日: a word that white space parts from what follows; names of organs in a row are none. */
function spaced(strand: Strand, from: number): RecordField | null {
  const gap = strand.gaps.find((at) => at > from + 1);
  const label = gap === undefined ? '' : strand.text.slice(from, gap);
  // 改革　01｜清单落地 counts, and labels nothing.
  if (
    gap === undefined ||
    !longestWord.test(label) ||
    (isOrgan(label) && !(labelMeaning(label) ?? labelByForm(label))) ||
    /^\d+[｜|.、．]/.test(strand.text.slice(gap))
  )
    return null;
  return made(strand, { label, start: from, value: gap, boxed: true });
}

function made(
  strand: Strand,
  at: { readonly label: string; readonly start: number; readonly value: number; readonly boxed: boolean },
): RecordField {
  const { label, start, value, boxed } = at;
  return { label, boxed, labelStrand: strand.slice(start, start + label.length), value: strand.slice(value) };
}
