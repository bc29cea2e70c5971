import { localDay } from '../../../follow/day';
import type { StatusWord } from '../../../follow/status-words';
import { limits } from '../../../store/limits';
import type { TaskStatus } from '../../../store/types';
import { clean } from '../unfit';
import { doneDay, seemsDone } from './done';
import { foreignDue, isUnread } from './foreign-due';
import type { ForeignKey, Mapping } from './foreign-keys';
import { emptyCell, type Grid, type GridCell, type Place } from './grid';
import { cellAt } from './heads';
import { readField } from './read-field';
import { type Scale, scaleOf, shareInWords, shareOf } from './share';
import { answerIn, statusIn } from './status-in';
import { type Around, onlyYear, type TableYear, yearOf } from './table-year';

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
  /** Its day is printed without a year, and nothing says which it is. */
  readonly yearGuessed: boolean;
  /** 每季度末月25日前, where the time recurs. */
  readonly recurrence: string | null;
  /** The first day of the year that the table is of, where it says so: nothing that recurs is due before. */
  readonly begins: string | null;
  readonly leaders: readonly string[];
  readonly offices: readonly string[];
  readonly handlers: readonly string[];
  /** Progress as it was told last. */
  readonly latest: string;
  readonly problem: string;
  readonly next: string;
  /** 0 to 100, of the progress that was told last. */
  readonly percent: number | null;
  readonly doneOn: string | null;
  readonly evidence: readonly string[];
  /** null: nothing that we know. */
  readonly status: TaskStatus | null;
  /** It stands in no cell, and is taken from the share or the day. */
  readonly statusDerived: boolean;
  /** Its status is only that it is not done (否, ×): what is under way here stays so. */
  readonly notDone?: boolean | undefined;
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
 * @param today ISO calendar date: of its year are days without one, where nothing says of which they are
 * @param around what is known of the table beside its cells
 */
export function foreignRows(
  grid: Grid,
  mapping: Mapping,
  today = localDay(new Date()),
  own: readonly StatusWord[] = [],
  around: Around = {},
): { rows: ForeignRow[]; problems: ForeignProblem[]; year: TableYear } {
  const year = yearOf(grid, mapping, today, around);
  const shares = mapping.columns.indexOf('percent');
  const scale = scaleOf(grid.rows.slice(mapping.head + 1).map((cells) => cells[shares] ?? emptyCell));
  const rows: ForeignRow[] = [];
  const problems: ForeignProblem[] = [];
  for (let at = mapping.head + 1; at < grid.rows.length; at++) {
    if (isBelow(grid, at)) continue;
    const cells = new Map<ForeignKey, GridCell>();
    for (const [column, key] of mapping.columns.entries()) if (key) cells.set(key, cellAt(grid, at, column));
    const place = { sheet: grid.name, row: at + 1 };
    const row = rowOf(cells, { place, year, own, problems, scale });
    if (row && !isFooter(grid, at)) rows.push(row);
  }
  return { rows, problems, year };
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
  readonly year: TableYear;
  /** Of the column of shares. */
  readonly scale: Scale;
  readonly own: readonly StatusWord[];
  readonly problems: ForeignProblem[];
}

/** Longer than any word for how a thing stands, or with a share: it tells progress. */
const tells = (text: string): boolean => text.length > 12 || /[%％]|[一二三四五六七八九]成/.test(text);

/** The cells of one row, by what their columns stand for. */
class Cells {
  readonly title: string;
  private readonly whole: string | null;

  constructor(
    private readonly cells: ReadonlyMap<ForeignKey, GridCell>,
    private readonly reading: Reading,
  ) {
    this.whole = this.text('title') ?? this.text('text');
    this.title = titleOf(this.whole ?? '');
  }

  get(key: ForeignKey): GridCell {
    return this.cells.get(key) ?? emptyCell;
  }

  text(key: ForeignKey): string | null {
    return clean(this.get(key).text).trim() || null;
  }

  /** What is to be done in full, where the title does not say all of it. */
  body(): string | null {
    return this.text('text') ?? (this.title === this.whole ? null : this.whole);
  }

  refuse(key: ForeignKey): void {
    const { problems, place } = this.reading;
    problems.push({ place, key, title: this.title, text: this.text(key) ?? '' });
  }

  long(key: 'latest' | 'problem' | 'next' | 'note', words = this.text(key)): string {
    if (!words || words.length <= limits.note) return words ?? '';
    const { problems, place } = this.reading;
    problems.push({ place, key, title: this.title, text: words.slice(0, 20), length: words.length });
    return words.slice(0, limits.note);
  }

  list(key: 'tags' | 'leaders' | 'offices' | 'handlers' | 'evidence'): readonly string[] {
    const read = readField(key, this.get(key));
    if ('value' in read) return read.value;
    this.refuse(key);
    return [];
  }
}

function rowOf(found: ReadonlyMap<ForeignKey, GridCell>, reading: Reading): ForeignRow | null {
  const cells = new Cells(found, reading);
  const text = (key: ForeignKey) => cells.text(key);
  if (!cells.title) return null;
  const { due, doneOn, yearGuessed, begins } = daysOf(cells, reading);
  const { status, notDone, latest, percent, unknown } = standingOf(cells, reading);
  const statusDerived = status === null && seemsDone({ status: text('status'), latest, percent, doneOn });
  return {
    place: reading.place,
    number: text('number'),
    title: cells.title,
    text: cells.body(),
    lead: unitsOf(text('lead')),
    participants: unitsOf(text('participants')),
    responsible: unitsOf(text('responsible')),
    // A date's bare number says nothing to a reader.
    deadlineText: /^\d{5}$/.test(text('deadline') ?? '') ? due.dueDate : text('deadline'),
    dueDate: due.dueDate,
    yearGuessed,
    recurrence: due.recurrence,
    begins,
    leaders: cells.list('leaders'),
    offices: cells.list('offices'),
    handlers: cells.list('handlers'),
    latest: cells.long('latest', latest),
    problem: cells.long('problem'),
    next: cells.long('next'),
    percent,
    doneOn,
    evidence: cells.list('evidence'),
    status: statusDerived ? 'done' : status,
    statusDerived,
    notDone,
    tags: cells.list('tags'),
    // What is said of a task in words of an office's own is not lost.
    note: cells.long('note', [text('note'), unknown && `状态：${unknown}`].filter(Boolean).join('\n')),
    document: text('document'),
    docNumber: text('docNumber'),
    path: (text('path') ?? '').split(/\s*›\s*|\n+/).filter(Boolean),
  };
}

/** The days of a row; those without a year are of the table's, or of its document's where the table names none. */
function daysOf(cells: Cells, { year }: Reading) {
  const named = year.guessed ? onlyYear([cells.text('document')]) : null;
  const issued = named === null && year.guessed ? onlyYear([cells.text('docNumber')]) : null;
  const of = named ?? issued ?? year.year;
  const due = foreignDue(cells.get('deadline'), of);
  if (isUnread(cells.get('deadline'), due)) cells.refuse('deadline');
  const done = doneDay(cells.get('doneOn'), of);
  if (cells.text('doneOn') && !done.dueDate) cells.refuse('doneOn');
  const guessed = year.guessed && named === null && issued === null;
  const begins = guessed ? null : `${of}-01-01`;
  return { due, doneOn: done.dueDate, yearGuessed: guessed && (due.inferred || done.inferred), begins };
}

/** How a row says that it stands: its status, what was told last, a share; and words for a status that nobody knows. */
function standingOf(cells: Cells, { own, scale }: Reading) {
  const { status, unknown } = statusOf(cells, own);
  const told = unknown && tells(unknown) && !cells.text('latest') ? unknown : null;
  if (unknown && !told) cells.refuse('status');
  const { percent: share, word, words } = shareIn(cells, own, scale);
  const percent = share ?? shareInWords(told ?? '');
  const said = status ?? word;
  // 否 says that it is not done, and not that nothing of it is.
  const notDone = said === false;
  return {
    status: notDone ? (percent ? 'doing' : 'open') : said === true ? 'done' : said,
    notDone,
    latest: [cells.text('latest') ?? told, words].filter(Boolean).join('\n') || null,
    percent,
    unknown: told ? null : unknown,
  } as const;
}

/** A status, an answer to whether it is done, or null; and its words where nobody knows them. */
function statusOf(cells: Cells, own: readonly StatusWord[]) {
  const text = cells.text('status');
  if (text === null) return { status: null, unknown: null };
  const status = statusIn(text, own) ?? answerIn(text) ?? null;
  return { status, unknown: status === null ? text : null };
}

/** A share, or a word for the status among shares (已完成, √); any other words tell how it goes, and nothing of them is lost. */
function shareIn(cells: Cells, own: readonly StatusWord[], scale: Scale) {
  const text = cells.text('percent');
  const percent = shareOf(cells.get('percent'), scale);
  if (text === null || percent !== null) return { percent, word: null, words: null };
  const word = statusIn(text, own) ?? answerIn(text) ?? null;
  if (word !== null) return { percent, word, words: null };
  const share = shareInWords(text);
  if (share === null) cells.refuse('percent');
  // A number alone says nothing to a reader.
  return { percent: share, word, words: /^[\d.\s]+$/.test(text) ? `完成比例：${text}` : text };
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
