import { isOrganName } from '../names/organ';
import type { Line } from '../text/lines';
import type { Strand } from '../text/strand';
import { columnOf } from './columns';
import { labelByForm, labelMeaning } from './labels';
import { type FoundCells, withCells } from './line-cells';
import { type FieldsAt, fieldsAt, type RecordField } from './record-fields';
import { firstTables } from './table-numbers';

/** So many records make a table, and so many fields a record. */
const [fewest, fewestFields] = [3, 2];
/** Most lines of one record, and most lines without a label in front of it. */
const [tallest, mostTitles] = [30, 2];

/** One of several blocks of lines with the same labels, with the lines in front that have none. */
interface Record {
  readonly titles: readonly Line[];
  readonly fields: readonly Placed[];
}

/** A field with the line it begins in, and the line behind it. */
interface Placed extends RecordField {
  readonly line: Line;
  readonly end: number;
}

/**
 * Blocks of labelled lines that come again and again with the same labels (【任务】…⏎【牵总】…⏎【会同】…; a line of words, then 牵总｜…⏎配套｜…), made
 * the rows of a table whose heads are the labels: there a column says by what it holds what it asks for. Only where a label that the genre
 * does not know has organs behind it; blocks whose labels are all known are read as they stand. Cost: linear; a look at thirty lines
 * from each.
 */
export function withRecords(lines: readonly Line[]): readonly Line[] {
  let table = firstTables.records;
  const text = new Lines(lines);
  let refused = 0;
  return withCells(lines, (at) => {
    const found = at < refused ? null : recordsAt(text, at);
    if (found?.counts) return { cells: cellsOf(found.records, table++), end: found.end };
    // A long run that is none is not gone through again from each of its lines.
    refused = found?.end ?? refused;
    return null;
  });
}

/** Lines whose fields are looked for once, for each is asked from several. */
class Lines {
  private readonly known: (FieldsAt | undefined)[] = [];

  constructor(private readonly lines: readonly Line[]) {}

  at(index: number): Line | undefined {
    return this.lines[index];
  }

  fields(index: number): FieldsAt {
    this.known[index] ??= fieldsAt(this.lines, index);
    return this.known[index];
  }

  /** Words and no label. */
  isUnlabelled(index: number): boolean {
    const line = this.lines[index];
    return line !== undefined && isTitle(line) && !this.fields(index).fields.length;
  }
}

/** The records that begin at a line, and whether they count; null where none do. */
function recordsAt(
  lines: Lines,
  at: number,
): { readonly records: readonly Record[]; readonly end: number; readonly counts: boolean } | null {
  const titles = titlesAt(lines, at);
  const first = lines.at(at + titles) ? lines.fields(at + titles).fields[0] : undefined;
  if (!first) return null;
  const records: Record[] = [];
  let end = at;
  for (let from = at; lines.at(from); ) {
    const one = recordAt(lines, from, titles, first.label);
    if (!one) break;
    records.push(one.record);
    end = one.end;
    from = behindRules(lines, end);
  }
  if (records.length < fewest) return null;
  end = withoutTail(records, end);
  return { records, end, counts: areAlike(records) && !isDirectory(records) && asksUnknown(records) };
}

/** 分享到：…, 上一篇：…: what only the last record has at its end is none of it. Where it ends then. */
function withoutTail(records: Record[], end: number): number {
  const known = new Set(records.slice(0, -1).flatMap(({ fields }) => fields.map(({ label }) => label)));
  const last = records.at(-1)!;
  const kept = last.fields.findLastIndex(({ label }) => known.has(label)) + 1;
  if (!kept || kept === last.fields.length) return end;
  records[records.length - 1] = { ...last, fields: last.fields.slice(0, kept) };
  return last.fields[kept - 1]!.end;
}

/** Lines without a label from `at` on, in front of one that has one. */
function titlesAt(lines: Lines, at: number): number {
  let k = 0;
  while (k <= mostTitles && lines.isUnlabelled(at + k)) k++;
  return k <= mostTitles ? k : 0;
}

const longestTitle = 60;
const isTitle = ({ strand, marker, cell }: Line): boolean =>
  !cell &&
  !marker &&
  strand.length > 0 &&
  strand.length <= longestTitle &&
  !isRule(strand.text) &&
  !/。/.test(strand.text);

/** ━━━━, ------, ※※※: what parts records. */
const isRule = (text: string): boolean => /^[-—–━─_=*※~～·.…]{3,}$/.test(text);

function behindRules(lines: Lines, at: number): number {
  let to = at;
  const parts = (line: Line | undefined): boolean =>
    line !== undefined && !line.cell && (isRule(line.strand.text) || !line.strand.length);
  while (parts(lines.at(to))) to++;
  return to;
}

/** The record that begins at `from` with so many lines in front of its first label; null where none does. */
function recordAt(lines: Lines, from: number, titles: number, label: string): { record: Record; end: number } | null {
  const before: Line[] = [];
  for (let k = 0; k < titles; k++) {
    if (!lines.isUnlabelled(from + k)) return null;
    before.push(lines.at(from + k)!);
  }
  const fields: Placed[] = [];
  let at = from + titles;
  while (lines.at(at) && at - from < tallest) {
    const line = lines.at(at)!;
    const { fields: found, end } = lines.fields(at);
    const again = found.some((f) => fields.some((known) => known.label === f.label));
    if (!found.length || again) break;
    fields.push(...found.map((f) => ({ ...f, line, end })));
    at = end;
  }
  if (fields[0]?.label !== label || fields.length < fewestFields) return null;
  return { record: { titles: before, fields }, end: at };
}

/** Two of three labels stand in two of three records. */
function areAlike(records: readonly Record[]): boolean {
  const times = new Map<string, number>();
  for (const { fields } of records) for (const { label } of fields) times.set(label, (times.get(label) ?? 0) + 1);
  const common = [...times.values()].filter((count) => count * 3 >= records.length * 2).length;
  return common >= fewestFields && common * 3 >= times.size * 2;
}

/** Entries of a directory name who keeps a place, and ask for nothing. */
const ofDirectory = /地址|电话|联系|手机|邮箱|网址|网站|传真|邮编|营业|开放|坐标|学历|职称|籍贯|中标|金额|价格/;
const isDirectory = (records: readonly Record[]): boolean =>
  records[0]!.fields.some(({ label }) => ofDirectory.test(label));

/** Behind a label that the genre does not know, or that is set as only records are, stand organs. */
function asksUnknown(records: readonly Record[]): boolean {
  const values = new Map<string, boolean[]>();
  for (const { fields } of records)
    for (const { label, value, unmistakable } of fields)
      if (unmistakable || (labelMeaning(label) === null && labelByForm(label) === null))
        values.set(label, [...(values.get(label) ?? []), namesOrgan(value)]);
  return [...values.values()].some((named) => named.length >= fewest && isMost(named)) || asksForNothing(records);
}

/** 事 | 更换果皮箱, 谁干 | 区环卫中心 in a table: who does it is asked in known words, and what is to be done in none. */
function asksForNothing(records: readonly Record[]): boolean {
  const { fields } = records[0]!;
  if (!fields[0]!.line.cell) return false;
  const kinds = fields.map(({ label }) => columnOf(label)?.kind ?? null);
  return kinds.includes('role') && kinds.includes(null) && !kinds.includes('text') && !kinds.includes('title');
}

const isMost = (said: readonly boolean[]): boolean => said.filter(Boolean).length * 3 >= said.length * 2;

const namesOrgan = ({ text }: Strand): boolean => isOrganName(text.split(/[、，；／/（(\s]/)[0]!);

/** The cells of a table: labels over their values, the lines in front of them in columns of their own. */
function cellsOf(records: readonly Record[], table: number): FoundCells['cells'] {
  const titles = records[0]!.titles.length;
  const columns = new Map<string, number>();
  const out: Line[] = [];
  const put = (line: Line, strand: Strand, row: number, column: number): void => {
    if (!strand.length) return;
    const cell = { table, row, column, rowSpan: 1, columnSpan: 1, header: row === 0 };
    out.push({ ...line, strand, cell, marker: null, heading: false, broken: false, cellBreak: true });
  };
  for (const [k, record] of records.entries()) {
    for (const [column, line] of record.titles.entries()) put(line, line.strand, k + 1, column);
    for (const { label, labelStrand, value, line } of record.fields) {
      const known = columns.get(label);
      const column = known ?? titles + columns.size;
      if (known === undefined) {
        columns.set(label, column);
        put(line, labelStrand, 0, column);
      }
      put(line, value, k + 1, column);
    }
  }
  return out;
}
