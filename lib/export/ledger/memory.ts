import { type ForeignKey, foreignKeys } from './back/foreign-keys';
import type { ColumnChoice, ColumnSet } from './choice';
import { annexSet, csvSet, officeSet, ownPrefix } from './choice';
import { type LedgerFormat, ledgerFormats } from './formats';
import { type Grouping, groupings } from './ledger';
import type { LedgerRow, Paper } from './types';

/** What was last chosen for a ledger, and the column sets that an office keeps. */
export interface LedgerMemory {
  readonly format: LedgerFormat;
  readonly grouping: Grouping;
  readonly paper: Paper;
  /** Id of the set last used: one of the office's own, or `auto`, `standard`. */
  readonly set: string;
  readonly sets: readonly ColumnSet[];
  /** How tables of the office's own were read, newest first. */
  readonly mappings: readonly KnownMapping[];
  /** When ledgers were written, ISO instants, newest first: a CSV that comes back does not say it itself. */
  readonly written: readonly string[];
}

/** What the columns of a table stand for, under its head. */
export interface KnownMapping {
  /** As `signatureOf` makes it. */
  readonly signature: string;
  readonly columns: readonly (ForeignKey | null)[];
}

export const freshMemory: LedgerMemory = {
  format: 'xlsx',
  grouping: 'one',
  paper: 'A4',
  set: 'auto',
  sets: [],
  mappings: [],
  written: [],
};

/** Sets that are always there: what fits the form and the rows best, and the columns of the CSV. */
export const builtInSets = ['auto', 'standard'] as const;

const most = { sets: 30, columns: 60, name: 40, mappings: 30, width: 300, signature: 20_000, written: 50 } as const;

/** What was kept, as far as it can be used: another version may have written it, or a hand. */
export function readMemory(value: unknown): LedgerMemory {
  const kept = isObject(value) ? value : {};
  const sets = Array.isArray(kept.sets) ? kept.sets.flatMap(readSet).slice(0, most.sets) : [];
  const known = [...builtInSets, ...sets.map(({ id }) => id)];
  return {
    format: oneOf(ledgerFormats, kept.format) ?? freshMemory.format,
    grouping: oneOf(groupings, kept.grouping) ?? freshMemory.grouping,
    paper: oneOf(['A4', 'A3'] as const, kept.paper) ?? freshMemory.paper,
    set: oneOf(known, kept.set) ?? freshMemory.set,
    sets,
    mappings: Array.isArray(kept.mappings) ? kept.mappings.flatMap(readMapping).slice(0, most.mappings) : [],
    written: Array.isArray(kept.written) ? kept.written.filter(isInstant).slice(0, most.written) : [],
  };
}

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(value);

/** Keeps that a ledger was written now. */
export const keepWritten = (memory: LedgerMemory, now: Date): LedgerMemory => ({
  ...memory,
  written: [now.toISOString(), ...memory.written].slice(0, most.written),
});

/**
 * When a file that came back may have been written: the last time a ledger was written here before the file was saved, by whomever.
 * An older ledger may have come back instead; nobody can tell. Null where none is known.
 *
 * @param saved of the file, milliseconds since 1970
 */
export function writtenBefore({ written }: LedgerMemory, saved: number): string | null {
  return written.find((instant) => Date.parse(instant) <= saved) ?? null;
}

function readMapping(value: unknown): KnownMapping[] {
  if (!isObject(value) || typeof value.signature !== 'string' || !Array.isArray(value.columns)) return [];
  if (value.signature.length > most.signature || value.columns.length > most.width) return [];
  const columns = value.columns.map((key) => oneOf(foreignKeys, key) ?? null);
  return [{ signature: value.signature, columns }];
}

/** Keeps what the columns of a table stand for, in the place of what was kept for its head before. */
export const keepMapping = (memory: LedgerMemory, mapping: KnownMapping): LedgerMemory => ({
  ...memory,
  mappings: [mapping, ...memory.mappings.filter(({ signature }) => signature !== mapping.signature)].slice(
    0,
    most.mappings,
  ),
});

/** Adds the mappings of a backup for heads that none is kept of. */
export function addMappings(memory: LedgerMemory, kept: unknown): LedgerMemory {
  const here = new Set(memory.mappings.map(({ signature }) => signature));
  const fresh = readMemory({ mappings: kept }).mappings.filter(({ signature }) => !here.has(signature));
  return { ...memory, mappings: [...memory.mappings, ...fresh].slice(0, most.mappings) };
}

function readSet(value: unknown): ColumnSet[] {
  if (!isObject(value) || typeof value.id !== 'string' || !Array.isArray(value.columns)) return [];
  const name = typeof value.name === 'string' ? value.name.trim().slice(0, most.name) : '';
  const columns = value.columns.flatMap(readChoice).slice(0, most.columns);
  return name && columns.length > 0 ? [{ id: value.id, name, columns }] : [];
}

function readChoice(value: unknown): ColumnChoice[] {
  if (!isObject(value) || typeof value.key !== 'string') return [];
  const { key, width, heading } = value;
  return [
    {
      key,
      ...(typeof width === 'number' && { width }),
      ...(typeof heading === 'string' && { heading }),
    },
  ];
}

/** Keeps a set under its name; one of that name is replaced and keeps its id. The newest stands first. */
export function keepSet(
  memory: LedgerMemory,
  name: string,
  columns: readonly ColumnChoice[],
  id: string,
): LedgerMemory {
  const bare = name.trim().slice(0, most.name);
  const before = memory.sets.find((set) => set.name === bare);
  const set: ColumnSet = { id: before?.id ?? id, name: bare, columns };
  const sets = [set, ...memory.sets.filter((each) => each.name !== bare)].slice(0, most.sets);
  return { ...memory, set: set.id, sets };
}

export function dropSet(memory: LedgerMemory, id: string): LedgerMemory {
  return { ...memory, set: memory.set === id ? 'auto' : memory.set, sets: memory.sets.filter((set) => set.id !== id) };
}

/** The columns of the set in use, for these rows. */
export function columnsInUse(memory: LedgerMemory, rows: readonly LedgerRow[]): readonly ColumnChoice[] {
  const own = memory.sets.find(({ id }) => id === memory.set);
  if (own) return own.columns;
  if (memory.set === 'standard' || memory.format === 'csv') return csvSet(rows);
  const documents = new Set(rows.map(({ task }) => task.documentId));
  const named = memory.grouping === 'document' || documents.size <= 1;
  if (memory.format === 'docx') return annexSet(rows, named);
  return officeSet(rows, named, memory.format === 'md' ? undefined : memory.paper);
}

/** Adds the sets of a backup that are not here, by id and by name; those that are stay as they are. */
export function addSets(memory: LedgerMemory, kept: unknown): LedgerMemory {
  const here = new Set(memory.sets.flatMap(({ id, name }) => [`id ${id}`, `name ${name}`]));
  const fresh = readMemory({ sets: kept }).sets.filter(
    ({ id, name }) => !here.has(`id ${id}`) && !here.has(`name ${name}`),
  );
  return { ...memory, sets: [...memory.sets, ...fresh].slice(0, most.sets) };
}

/** Headings that an office gave to columns of ours, and the keys of those: for reading its ledgers back. */
export function ownHeadings({ sets }: LedgerMemory): Readonly<Record<string, string>> {
  const named = sets.flatMap(({ columns }) => columns.flatMap(({ key, heading }) => (heading ? [[heading, key]] : [])));
  return Object.fromEntries(named.filter(([, key]) => !key!.startsWith(ownPrefix)));
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((each) => each === value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
