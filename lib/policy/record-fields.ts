import { isOrgan } from '../names/organ';
import { closesAt, opensAt } from '../text/chars';
import type { Line } from '../text/lines';
import { Strand } from '../text/strand';
import { labelByForm, labelMeaning } from './labels';

/** A label with its value in a line, as stretches of the line. */
export interface RecordField {
  readonly label: string;
  readonly labelStrand: Strand;
  readonly value: Strand;
  /** Set in a way that only records have: 《认领》县农经中心, 派单对象〔县水务局〕. */
  readonly unmistakable: boolean;
}

const word = '[\\u4e00-\\u9fff]{1,8}(?:[（(][\\u4e00-\\u9fff]{1,4}[）)])?';
const ornaments = /^[-–—·•●○■□◆◇▪▲★☆*+>＞#\s]+/;
/** 牵总：县工信局, 牵总｜县住建局, 事项A：编制台账. */
const withSign = new RegExp(`^(${word})(?:[A-Za-z](?=[：:]))?[：:｜|→＝=]+(?=.)`);
/** 【牵总】县工信局. */
const inBox = new RegExp(`^[【《〔［[〈「『〖](${word})[】》〕］\\]〉」』〗][：:]?(?=.)`);
/** 派单对象〔县水务局〕. */
const beforeBox = new RegExp(`^(${word})(?=[【〔［[「『〖])`);
const longestWord = /^[\u4e00-\u9fff]{2,8}$/;
const none: readonly RecordField[] = [];

/** Longest line that is looked at, and most fields in it. */
const longestLine = 300;
const mostFields = 6;

/** Fields, and the line behind what holds them. */
export interface FieldsAt {
  readonly fields: readonly RecordField[];
  readonly end: number;
}

/**
 * The fields that begin at a line: those of the line itself, or the label and the value of a row of a table. Empty where there are none; then
 * `end` is the next line. Cost: linear in what is read.
 */
export function fieldsAt(lines: readonly Line[], at: number): FieldsAt {
  const line = lines[at]!;
  return line.cell ? fieldsOfRow(lines, at) : { fields: fieldsOfLine(line), end: at + 1 };
}

/** Most lines in a cell. */
const mostInCell = 6;

/** 挂帅单位 | 市轨道集团: a row of label and value, or of two of them. */
function fieldsOfRow(lines: readonly Line[], at: number): FieldsAt {
  const { table, row } = lines[at]!.cell!;
  const cells = new Map<number, Line[]>();
  let end = at;
  for (; end < lines.length && end - at < mostInCell * mostFields; end++) {
    const { cell } = lines[end]!;
    if (!cell || cell.table !== table || cell.row !== row) break;
    cells.set(cell.column, [...(cells.get(cell.column) ?? []), lines[end]!]);
  }
  const columns = [...cells.keys()].sort((a, b) => a - b);
  const pairs = columns.length % 2 === 0 ? columns.length / 2 : 0;
  const fields: RecordField[] = [];
  for (let k = 0; k < pairs; k++) {
    const label = cells.get(columns[2 * k]!)!;
    const value = cells.get(columns[2 * k + 1]!)!;
    const { strand } = label[0]!;
    if (label.length > 1 || !inCell.test(strand.text)) return { fields: none, end };
    const name = strand.text.replace(/[：:]$/, '');
    const labelStrand = strand.slice(0, name.length);
    const words = Strand.join(
      value.map((v) => v.strand),
      true,
    );
    fields.push({ label: name, labelStrand, value: words, unmistakable: labelMeaning(name) === null });
  }
  return { fields, end };
}
const inCell = new RegExp(`^${word}[：:]?$`);

/**
 * The labelled fields that a line is made of (主抓：甲队　搭手：乙队; 【任务】…; 销号｜2031年6月; 办理期限　8月31日); empty where it holds anything
 * else. What the labels mean is nobody's business here. Cost: linear in the line; longer ones than 300 characters are none.
 */
function fieldsOfLine({ strand, marker }: Line): readonly RecordField[] {
  if (marker || strand.length > longestLine) return none;
  const from = ornaments.exec(strand.text)?.[0].length ?? 0;
  const parts = partsOf(strand, from);
  if (!parts) return one(spaced(strand, from));
  const fields = parts.flatMap((part) => field(part) ?? []);
  return fields.length === parts.length ? fields : none;
}

const one = (found: RecordField | null): readonly RecordField[] => (found ? [found] : none);

/** The stretches between white space that each begin with a label, what stands between them put to the one before; null where the first is none. */
function partsOf(strand: Strand, from: number): Strand[] | null {
  const { text } = strand;
  if (!isLabelled(text.slice(from))) return null;
  const bars = [...text.matchAll(/[｜|]/g)].map((m) => m.index + 1);
  const places = [...new Set([...strand.gaps, ...bars])].sort((a, b) => a - b);
  const starts = [from, ...places.filter((at) => at > from + 1 && isLabelled(text.slice(at)))];
  if (starts.length > mostFields) return null;
  return starts.map((start, k) => {
    const end = starts[k + 1] ?? text.length;
    return strand.slice(start, '｜|'.includes(text[end - 1]!) && end < text.length ? end - 1 : end);
  });
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
  if (signed) return made(part, { label: signed[1]!, start: 0, value: signed[0].length, unmistakable: false });
  const box = inBox.exec(text);
  if (box)
    return made(part, {
      label: box[1]!,
      start: 1,
      value: box[0].length,
      unmistakable: text[0] === '《' || text[0] === '〈',
    });
  const label = beforeBox.exec(text)?.[1];
  return label && isBoxedValue(text)
    ? made(part.slice(0, text.length - 1), { label, start: 0, value: label.length + 1, unmistakable: true })
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
  return made(strand, { label, start: from, value: gap, unmistakable: true });
}

function made(
  strand: Strand,
  at: { readonly label: string; readonly start: number; readonly value: number; readonly unmistakable: boolean },
): RecordField {
  const { label, start, value, unmistakable } = at;
  return { label, unmistakable, labelStrand: strand.slice(start, start + label.length), value: strand.slice(value) };
}
