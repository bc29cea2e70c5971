import type * as v from 'valibot';
import { StoreError } from './errors';
import type { StoreDump } from './port';
import * as shapes from './shapes';

/** A record of a dump that the store would not take. */
export interface BadRecord {
  readonly table: keyof StoreDump;
  /** Its place in the list, from 0. */
  readonly at: number;
  /** What the reader knows it by: a title or a quote; '' where it has none. */
  readonly name: string;
  /** The outermost field that is wrong; '' where it is no record at all. */
  readonly field: string;
}

/** A dump of which every record was looked at. */
export interface Examined {
  readonly good: StoreDump;
  readonly bad: readonly BadRecord[];
}

/**
 * Looks at every record of a dump before anything of it is written: those that the store would refuse, with the reason,
 * and the rest. A record that comes twice by its id counts as bad the second time. Linear in the size of the dump.
 */
export function examine(dump: StoreDump): Examined {
  const bad: BadRecord[] = [];
  const sift = <Kept>(table: keyof StoreDump, shape: v.GenericSchema, records: readonly Kept[]): Kept[] => {
    const ids = new Set<unknown>();
    return records.filter((record, at) => {
      const field = fieldWrong(shape, record);
      const id = (record as { id?: unknown } | null)?.id;
      if (field === null && !ids.has(id)) {
        ids.add(id);
        return true;
      }
      bad.push({ table, at, name: nameOf(record), field: field ?? 'id' });
      return false;
    });
  };
  const good = {
    documents: sift('documents', shapes.documentRecord, dump.documents),
    tasks: sift('tasks', shapes.taskRecord, dump.tasks),
    annotations: sift('annotations', shapes.annotationRecord, dump.annotations),
    baselines: sift('baselines', shapes.baseline, dump.baselines ?? []),
  };
  return { good, bad };
}

function fieldWrong(shape: v.GenericSchema, record: unknown): string | null {
  try {
    shapes.checked(shape, record);
    return null;
  } catch (error) {
    return error instanceof StoreError ? (error.detail?.field ?? '') : '';
  }
}

function nameOf(record: unknown): string {
  const { title, quote, id } = (record ?? {}) as Record<string, unknown>;
  const name = [title, quote, id].find((each) => typeof each === 'string' && each !== '');
  return typeof name === 'string' ? name.slice(0, 80) : '';
}
