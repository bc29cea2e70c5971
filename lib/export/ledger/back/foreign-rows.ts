import { localDay } from '../../../follow/day';
import type { StatusWord } from '../../../follow/status-words';
import { limits } from '../../../store/limits';
import type { TaskStatus } from '../../../store/types';
import { clean } from '../unfit';
import { isImpossible, readDay } from './day';
import { cellAt, type ForeignKey, type Mapping } from './foreign';
import { foreignDue, yearOf } from './foreign-due';
import { emptyCell, type Grid, type GridCell, type Place } from './grid';
import { readField } from './read-field';

/** A row of somebody else's table, as far as its columns say what they are. */
export interface ForeignRow {
  readonly place: Place;
  readonly number: string | null;
  readonly title: string;
  readonly text: string | null;
  readonly lead: readonly string[];
  readonly participants: readonly string[];
  readonly responsible: readonly string[];
  /** As printed, and as a day where it is one. */
  readonly deadlineText: string | null;
  readonly dueDate: string | null;
  /** 每季度末月25日前, where the time recurs. */
  readonly recurrence: string | null;
  readonly leaders: readonly string[];
  readonly offices: readonly string[];
  readonly handlers: readonly string[];
  /** Progress as it was told last. */
  readonly latest: string;
  readonly problem: string;
  readonly next: string;
  readonly doneOn: string | null;
  readonly evidence: readonly string[];
  /** null: nothing that we know. */
  readonly status: TaskStatus | null;
  readonly tags: readonly string[];
  readonly note: string;
  readonly document: string | null;
  readonly docNumber: string | null;
  readonly path: readonly string[];
}

/** A cell that stands for something of ours and could not be read as it (the words of a status are kept in the note), or was cut. */
export interface ForeignProblem {
  readonly place: Place;
  readonly key: ForeignKey;
  readonly text: string;
  /** Of the task. */
  readonly title: string;
  /** Where it was cut: how many characters it had. */
  readonly length?: number | undefined;
}

/**
 * The rows of a table under a mapping. A cell that was merged over rows counts for each of them. Rows without words for
 * what is to be done are passed over, and so are totals and signatures below the table.
 *
 * @param today ISO calendar date: of its year are days without one, where the table does not say of which it is
 */
export function foreignRows(
  grid: Grid,
  mapping: Mapping,
  today = localDay(new Date()),
  own: readonly StatusWord[] = [],
): { rows: ForeignRow[]; problems: ForeignProblem[] } {
  const year = yearOf(grid, mapping.head, today);
  const rows: ForeignRow[] = [];
  const problems: ForeignProblem[] = [];
  for (let at = mapping.head + 1; at < grid.rows.length; at++) {
    if (isBelow(grid, at)) continue;
    const cells = new Map<ForeignKey, GridCell>();
    for (const [column, key] of mapping.columns.entries()) if (key) cells.set(key, cellAt(grid, at, column));
    const place = { sheet: grid.name, row: at + 1 };
    const row = rowOf(cells, { place, year, own, problems });
    if (row && !isFooter(grid, at)) rows.push(row);
  }
  return { rows, problems };
}

const FOOTER =
  /^(?:合计|总计|小计|填表人|填报人|审核人|负责人签字|联系人|联系电话|注[：:]|备注[：:]|说明[：:]|填报(?:单位|时间)[：:])/;

/** The rest of a row that is spread over several, all its cells merged with those above. */
function isBelow({ rows, merged }: Grid, at: number): boolean {
  const above = merged.filter(({ top, bottom }) => top < at && at <= bottom);
  const width = Math.max(rows[at]?.length ?? 0, ...above.map(({ right }) => right + 1));
  return above.length > 0 && above.reduce((sum, { left, right }) => sum + right - left + 1, 0) >= width;
}

/** A row that says only one thing, or begins like what stands below a table. */
function isFooter({ rows, merged }: Grid, at: number): boolean {
  const first = rows[at]?.find(({ text }) => text.trim() !== '')?.text.trim() ?? '';
  const across = merged.some(({ top, left, right }) => top === at && right - left >= 3);
  return FOOTER.test(first) || (across && (rows[at]?.filter(({ text }) => text.trim() !== '').length ?? 0) <= 1);
}

/** What reading a row needs beside its cells. */
interface Reading {
  readonly place: Place;
  readonly year: number;
  readonly own: readonly StatusWord[];
  readonly problems: ForeignProblem[];
}

/** Begins like a day: where none is read of it, it is none (2026.2.30), or a day's number of before our time. */
const NO_DAY = /^\s*(?:\d{1,5}\s*$|\d{4}\s*[-/.年]\s*\d)/;

const isNoDay = (text: string): boolean => NO_DAY.test(text) || isImpossible(text);

/** Longer than any word for how a thing stands: it tells progress. */
const longestStatus = 12;

function rowOf(cells: ReadonlyMap<ForeignKey, GridCell>, reading: Reading): ForeignRow | null {
  const { place, year, own, problems } = reading;
  const cell = (key: ForeignKey) => cells.get(key) ?? emptyCell;
  const text = (key: ForeignKey) => clean(cell(key).text).trim() || null;
  const whole = text('title') ?? text('text');
  if (!whole) return null;
  const title = titleOf(whole);
  const refuse = (key: ForeignKey) => problems.push({ place, key, title, text: text(key) ?? '' });
  const long = (key: 'latest' | 'problem' | 'next' | 'note', words = text(key)): string => {
    if (!words || words.length <= limits.note) return words ?? '';
    problems.push({ place, key, title, text: words.slice(0, 20), length: words.length });
    return words.slice(0, limits.note);
  };
  const lists = (key: 'tags' | 'leaders' | 'offices' | 'handlers' | 'evidence'): readonly string[] => {
    const read = readField(key, cell(key));
    if ('value' in read) return read.value;
    refuse(key);
    return [];
  };
  const status = text('status') === null ? null : readField('status', cell('status'), own);
  const unknown = status && 'problem' in status ? text('status') : null;
  const told = unknown && unknown.length > longestStatus && !text('latest') ? unknown : null;
  if (unknown && !told) refuse('status');
  const doneOn = readDay(cell('doneOn'));
  if (text('doneOn') && !doneOn) refuse('doneOn');
  const due = foreignDue(cell('deadline'), year);
  if (due.dueDate === null && due.recurrence === null && isNoDay(text('deadline') ?? '')) refuse('deadline');
  return {
    place,
    number: text('number'),
    title,
    text: text('text') ?? (title === whole ? null : whole),
    lead: unitsOf(text('lead')),
    participants: unitsOf(text('participants')),
    responsible: unitsOf(text('responsible')),
    // A date's bare number says nothing to a reader.
    deadlineText: /^\d{5}$/.test(text('deadline') ?? '') ? due.dueDate : text('deadline'),
    ...due,
    leaders: lists('leaders'),
    offices: lists('offices'),
    handlers: lists('handlers'),
    latest: long('latest', text('latest') ?? told),
    problem: long('problem'),
    next: long('next'),
    doneOn,
    evidence: lists('evidence'),
    status: status && 'value' in status ? status.value : null,
    tags: lists('tags'),
    // What is said of a task in words of an office's own is not lost.
    note: long('note', [text('note'), unknown && !told && `状态：${unknown}`].filter(Boolean).join('\n')),
    document: text('document'),
    docNumber: text('docNumber'),
    path: (text('path') ?? '').split(/\s*›\s*|\n+/).filter(Boolean),
  };
}

/** A title stands in one line, and is no longer than one is; the whole is kept as the text. */
function titleOf(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  if (line.length <= longestTitle) return line;
  const sentence = /^[\s\S]{1,199}?[。；;!?！？]/.exec(line)?.[0];
  return sentence ?? `${[...line].slice(0, longestTitle / 2).join('')}…`;
}

const longestTitle = 300;

/** Units in one cell: divided by 、 or by commas, blanks or lines; a comma inside brackets divides nothing. */
function unitsOf(text: string | null): string[] {
  if (!text) return [];
  const parts: string[] = [];
  let [end, inside] = [text.length, false];
  // From behind: a place stands inside brackets where the next one after it closes.
  for (let at = text.length - 1; at >= -1; at--) {
    const sign = at < 0 ? '、' : text[at]!;
    if (/[）)（(]/.test(sign)) inside = /[）)]/.test(sign);
    if (at >= 0 && (inside || !/[、，,；;\s]/.test(sign))) continue;
    parts.push(text.slice(at + 1, end).trim());
    end = at;
  }
  return [...new Set(parts.reverse().filter(Boolean))];
}
