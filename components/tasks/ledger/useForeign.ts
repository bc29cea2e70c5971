import { useMemo, useState } from 'preact/hooks';
import { type ForeignPlan, planForeign } from '../../../lib/export/ledger/back/adopt';
import { firstChoice, patchesOf } from '../../../lib/export/ledger/back/choose';
import {
  knownMapping,
  likelyMapping,
  mappingAt,
  signatureOf,
  suggestMapping,
} from '../../../lib/export/ledger/back/foreign';
import type { ForeignKey, Mapping } from '../../../lib/export/ledger/back/foreign-keys';
import { type ForeignProblem, type ForeignRow, foreignRows } from '../../../lib/export/ledger/back/foreign-rows';
import type { Grid } from '../../../lib/export/ledger/back/grid';
import { headings, titleAbove } from '../../../lib/export/ledger/back/heads';
import type { KnownMapping } from '../../../lib/export/ledger/memory';
import { localDay } from '../../../lib/follow/day';
import type { StatusWord } from '../../../lib/follow/status-words';
import { newKey } from '../../../lib/store/keys';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { type LeftOut, leftOut } from './left-out';

/** A table of an office's own, as it is read for now. */
export interface ForeignDesk {
  readonly tables: readonly Grid[];
  /** Which of them, from 0. */
  readonly table: number;
  readonly pickTable: (table: number) => void;
  readonly mapping: Mapping;
  /** Heads as they are in the row that is taken for the head. */
  readonly heads: readonly string[];
  readonly pickHead: (row: number) => void;
  /** What stands for a kind elsewhere does not any more: each kind is there once. */
  readonly pickKey: (column: number, key: ForeignKey | null) => void;
  /** Of days that are printed without one. */
  readonly year: number;
  /** Rows whose year nothing says: they are of `year` for now, until a person says of which. */
  readonly yearless: number;
  /** Whether a person said of which year they are. */
  readonly yearSet: boolean;
  /** Which it may be. */
  readonly years: readonly number[];
  readonly pickYear: (year: number) => void;
  /** Whether a column holds the tasks. */
  readonly ready: boolean;
  readonly plan: ForeignPlan;
  readonly problems: readonly ForeignProblem[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
}

/** What an imported table comes to. */
export interface Import {
  /** What the table is called above its head, else its file's name without its ending. */
  readonly name: string;
  readonly rows: readonly ForeignRow[];
  readonly patches: ReadonlyMap<string, TaskPatch>;
  /** To be kept for the next table with this head; null: of a ledger of ours there is nothing to keep. */
  readonly known: KnownMapping | null;
  /** What was not chosen, to be said. */
  readonly left?: LeftOut | undefined;
}

export interface ForeignFile {
  readonly name: string;
  readonly tables: readonly Grid[];
  readonly known: readonly KnownMapping[];
  readonly own: readonly StatusWord[];
}

const noRows = {
  rows: [] as readonly ForeignRow[],
  problems: [] as readonly ForeignProblem[],
  year: { year: new Date().getFullYear(), guessed: false },
};
const noPlan: ForeignPlan = { added: [], offers: [], same: 0 };

/** A first mapping: as it was set right for such a head before, else guessed, else none. */
const firstMapping = (grid: Grid | undefined, known: readonly KnownMapping[]): Mapping =>
  (grid && (knownMapping(grid, known) ?? likelyMapping(grid))) ?? { head: 0, columns: [] };

/** How a file is read for now. */
interface Way {
  readonly file: ForeignFile | null;
  readonly table: number;
  readonly mapping: Mapping;
  /** Of days without one, as a person set it. */
  readonly year?: number | undefined;
  /** Keys of offers that are taken otherwise than `firstChoice` has it. */
  readonly turned: ReadonlySet<string>;
}

/** The first table that looks like a ledger, read as it looks. */
function firstWay(file: ForeignFile | null): Way {
  const { tables = [], known = [] } = file ?? {};
  const table = Math.max(
    0,
    tables.findIndex((each) => knownMapping(each, known) ?? suggestMapping(each)),
  );
  return { file, table, mapping: firstMapping(tables[table], known), turned: new Set() };
}

/**
 * Reads a table of an office's own by what its columns stand for, anew whenever that is changed.
 *
 * @param file null: none is there
 */
export function useForeign(file: ForeignFile | null, tasks: readonly TaskRecord[]) {
  const fresh = useMemo(() => firstWay(file), [file]);
  const [changed, setChanged] = useState(fresh);
  const way = changed.file === file ? changed : fresh;
  const change = (part: Partial<Way>) => setChanged({ ...way, ...part });
  const { table, mapping, turned } = way;
  const today = localDay(new Date());
  const tables = file?.tables ?? [];
  const own = file?.own ?? [];
  const grid = tables[table];
  const heads = useMemo(() => (grid ? headings(grid, mapping.head) : []), [grid, mapping.head]);
  const ready = mapping.columns.includes('title') || mapping.columns.includes('text');
  const read = useMemo(
    () => (grid && ready ? foreignRows(grid, mapping, today, own, { file: file?.name, year: way.year }) : noRows),
    [grid, mapping, ready, way.year],
  );
  const plan = useMemo(() => (read.rows.length > 0 ? planForeign(read.rows, tasks) : noPlan), [read, tasks]);
  const keys = plan.offers.map(({ key }) => key);
  const first = firstChoice(plan.offers);
  const chosen = new Set(keys.filter((key) => first.has(key) !== turned.has(key)));
  const desk: ForeignDesk = {
    tables,
    table,
    pickTable: (next) =>
      change({ table: next, mapping: firstMapping(tables[next], file?.known ?? []), year: undefined }),
    mapping,
    heads,
    pickHead: (head) => change({ mapping: grid ? mappingAt(grid, head) : { ...mapping, head } }),
    pickKey(column, key) {
      const columns = heads.map((_, at) => {
        const before = mapping.columns[at] ?? null;
        return at === column ? key : before === key ? null : before;
      });
      change({ mapping: { ...mapping, columns } });
    },
    year: read.year.year,
    yearless: read.rows.filter((row) => row.yearGuessed).length,
    yearSet: way.year !== undefined,
    years: [-1, 0, 1, 2].map((ahead) => Number(today.slice(0, 4)) + ahead),
    pickYear: (year) => change({ year }),
    ready,
    plan,
    problems: read.problems,
    chosen,
    choose: (taken) => change({ turned: new Set(keys.filter((key) => first.has(key) !== taken.has(key))) }),
  };
  const result = (): Import => ({
    // What the table calls itself says more than what its file is called.
    name: (grid && titleAbove(grid, mapping.head)) ?? file?.name ?? '',
    rows: plan.added,
    patches: patchesOf(plan.offers, chosen, { tasks, own, now: new Date(), newId: newKey }),
    left: leftOut(plan.offers, chosen, 0),
    known: { signature: grid ? signatureOf(grid, mapping.head) : '', columns: mapping.columns },
  });
  return { desk, result };
}
