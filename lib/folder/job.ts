import { FormatError, type Recognised } from '../formats/types';
import type { Mine } from '../page/engine';
import { addedBy, newKey } from '../store/keys';
import type { Store } from '../store/port';
import { pause } from '../text/pause';
import { worthReading } from './kinds';
import type { Pool } from './pool';
import type { Brief, FolderErrorCode, FoundFile } from './types';

/** More files than this are no folder of policies but a disk, and sorting them would take a page's breath. */
export const mostFiles = 3000;

export interface Row {
  /** Place in the order in which the files were found, from 0. */
  readonly id: number;
  readonly path: string;
  readonly file: File;
  readonly state: 'waiting' | 'reading' | 'done' | 'failed' | 'stopped';
  readonly brief: Brief | null;
  readonly error: { readonly code: FolderErrorCode; readonly detail: string } | null;
}

/**
 * - listing: files are still being found; those that were are read already.
 * - reading: all were found.
 * - done, stopped: nothing is under way any more.
 */
export type Phase = 'listing' | 'reading' | 'done' | 'stopped';

/** A folder at one moment. */
export interface FolderState {
  readonly phase: Phase;
  readonly rows: readonly Row[];
  /** Files that are no documents, and those beyond `mostFiles`. */
  readonly passedOver: number;
  readonly tooMany: boolean;
  /** Files and folders that are there and could not be had: what is listed is not all. */
  readonly missed: number;
  /** Rows that are done or failed. */
  readonly finished: number;
  readonly failed: number;
  /** Files being read now. */
  readonly present: readonly string[];
}

/** What was taken on, for undo. */
export interface Taken {
  readonly ids: readonly string[];
  /** Documents that got at least one task. */
  readonly documents: number;
  /** Why it broke off; what was taken on before stays. */
  readonly error: unknown;
}

export interface JobOptions {
  readonly pool: Pool;
  readonly mine: Mine;
  /** ISO date */
  readonly today: string;
  readonly store: Pick<Store, 'recognise' | 'addTasks'>;
  /** Something of `state()` is different. */
  readonly onChange: () => void;
  /** A file got tasks: the document is known to the store by this id. */
  readonly onTaken?: (documentId: string, file: File, title: string | null) => void;
}

export interface FolderJob {
  state(): FolderState;
  /** Reads the files as they are found; resolves when that is done or stopped. To be called once. */
  start(found: (signal: AbortSignal) => AsyncIterable<FoundFile>): Promise<void>;
  /** At once: threads are ended in the middle of their files. What was read stays. */
  stop(): void;
  /** Reads a file again, with what was read on its pages' pictures. To be called when all were read. */
  readAgain(row: Row, recognised: Recognised): Promise<void>;
  /** Other units are ours now, or other decisions hold. */
  setMine(mine: Mine): Promise<void>;
  /**
   * Takes on measures that name us, a file at a time: each wholly or not at all.
   *
   * @param wanted The ids of the measures of each row, by its id (`wantedOf`).
   */
  takeOn(wanted: ReadonlyMap<number, ReadonlySet<string>>, onProgress?: (fraction: number) => void): Promise<Taken>;
  /** Ends everything and lets go of what was read. */
  close(): void;
}

/** One folder, from the first file found to its tasks taken on. */
export function createJob({ pool, store, today, onChange, onTaken, ...options }: JobOptions): FolderJob {
  const life = new AbortController();
  const { signal } = life;
  const rows: Row[] = [];
  const studied = new Map<number, Blob>();
  let mine = options.mine;
  let phase: Phase = 'listing';
  let passedOver = 0;
  let tooMany = false;
  let missed = 0;
  let next = 0;
  const idle: (() => void)[] = [];

  const put = (id: number, change: Partial<Row>): void => {
    rows[id] = { ...(rows[id] as Row), ...change };
    onChange();
  };

  const readRow = async ({ id, file }: Row, recognised?: Recognised): Promise<void> => {
    put(id, { state: 'reading' });
    const asked = mine;
    try {
      const outcome = await pool.run(
        { kind: 'study', file, mine, today, ...(recognised && { recognised }) },
        { signal },
      );
      studied.set(id, outcome.studied);
      put(id, { state: 'done', brief: outcome.brief, error: null });
      // A file that cannot be matched again keeps what it had.
      if (asked !== mine) await matchRow(id).catch(() => undefined);
    } catch (error) {
      if (signal.aborted) return;
      const { code, message } = error instanceof FormatError ? error : new FormatError('damaged', String(error));
      put(id, { state: 'failed', error: { code, detail: message } });
    }
  };

  const matchRow = async (id: number): Promise<void> => {
    const blob = studied.get(id);
    if (!blob) return;
    const { brief } = await pool.run({ kind: 'match', studied: blob, mine, today });
    const known = rows[id]?.brief;
    // The store may know the document by another id, which was found out since.
    put(id, { brief: known ? { ...brief, documentId: known.documentId } : brief });
  };

  /** One of those who read, as many as there are threads: takes the next file until there are no more. */
  const reader = async (): Promise<void> => {
    while (!signal.aborted) {
      const row = rows[next];
      if (row) {
        next += 1;
        await readRow(row);
      } else if (phase === 'listing') await new Promise<void>((resolve) => idle.push(resolve));
      else return;
    }
  };
  const wake = () => {
    for (const resolve of idle.splice(0)) resolve();
  };

  const list = async (found: AsyncIterable<FoundFile>): Promise<void> => {
    for await (const { file, path } of found) {
      if (signal.aborted) return;
      if (!file) missed += 1;
      else if (!worthReading(file.name)) passedOver += 1;
      else if (rows.length >= mostFiles) {
        tooMany = true;
        break;
      } else rows.push({ id: rows.length, path, file, state: 'waiting', brief: null, error: null });
      wake();
      onChange();
      // A list that is there at once is taken in pieces: the page has its turn in between.
      if ((rows.length + passedOver + missed) % 100 === 0) await pause();
    }
  };

  const stop = (): void => {
    if (phase === 'done' || phase === 'stopped') return;
    phase = 'stopped';
    life.abort();
    wake();
    pool.end();
    for (const { id, state } of rows) if (state === 'waiting' || state === 'reading') put(id, { state: 'stopped' });
    onChange();
  };

  return {
    state() {
      const reading = rows.filter(({ state }) => state === 'reading');
      const failed = rows.filter(({ state }) => state === 'failed').length;
      return {
        phase,
        rows: [...rows],
        passedOver,
        tooMany,
        missed,
        finished: failed + rows.filter(({ state }) => state === 'done').length,
        failed,
        present: reading.map(({ path }) => path),
      };
    },
    async start(found) {
      const readers = Array.from({ length: pool.size }, reader);
      try {
        await list(found(signal));
      } catch {
        // The folder was taken away under us: what was found before is read, and that it is not all is said.
        if (!signal.aborted) missed += 1;
      }
      if (!signal.aborted) phase = 'reading';
      wake();
      onChange();
      await Promise.all(readers);
      if (!signal.aborted) phase = 'done';
      pool.end();
      onChange();
    },
    stop,
    async readAgain(row, recognised) {
      await readRow(row, recognised);
      if (phase === 'done' || phase === 'stopped') pool.end();
    },
    async setMine(now) {
      mine = now;
      for (const { id, brief } of [...rows]) {
        if (mine !== now) return;
        // A file that cannot be matched again keeps what it had.
        if (brief) await matchRow(id).catch(() => undefined);
      }
      if (phase === 'done' || phase === 'stopped') pool.end();
    },
    async takeOn(wanted, onProgress) {
      const ids: string[] = [];
      const documents = new Set<string>();
      let error: unknown = null;
      try {
        for (const [at, [id, measures]] of [...wanted].entries()) {
          const blob = studied.get(id);
          const file = rows[id]?.file;
          if (!blob || !file) continue;
          const { seen, drafts } = await pool.run({ kind: 'draft', studied: blob, mine });
          const documentId = await store.recognise(seen);
          const known = { ...seen, id: documentId };
          const key = newKey();
          const tasks = await store.addTasks(
            known,
            drafts
              .filter(({ measureId }) => measureId !== null && measures.has(measureId))
              .map((draft) => ({ ...draft, documentId })),
            key,
          );
          const added = addedBy(key, tasks);
          for (const { id } of added) ids.push(id);
          if (added.length > 0) documents.add(documentId);
          const brief = rows[id]?.brief;
          if (brief && brief.documentId !== documentId) put(id, { brief: { ...brief, documentId } });
          onTaken?.(documentId, file, seen.policy.title);
          onProgress?.((at + 1) / wanted.size);
        }
      } catch (reason) {
        error = reason;
      }
      if (phase === 'done' || phase === 'stopped') pool.end();
      return { ids, documents: documents.size, error };
    },
    close() {
      stop();
      life.abort();
      pool.end();
      studied.clear();
      rows.length = 0;
    },
  };
}
