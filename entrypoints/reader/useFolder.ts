import { format } from 'date-fns/format';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FolderDesk } from '../../components/folder/types';
import { failureWords } from '../../components/reader/failure';
import { warningWords } from '../../components/reader/warning-words';
import type { Toasts } from '../../components/ui/useToasts';
import { download } from '../../lib/export/download';
import { exportName } from '../../lib/export/name';
import { createJob, type FolderJob, type FolderState, type JobOptions, type Row } from '../../lib/folder/job';
import { createPool } from '../../lib/folder/pool';
import type { TakenMeasures } from '../../lib/folder/table';
import type { Mine } from '../../lib/page/engine';
import { settings } from '../../lib/settings';
import { GONE } from '../../lib/store/changed';
import { store, watchStore } from '../../lib/store/client';
import type { Finding } from './pick';
import { takeOnAll } from './takeOnAll';
import { useFolderScans } from './useFolderScans';
import { useOcr } from './useOcr';

/** Changes within this time are drawn together, in milliseconds: reading two hundred files makes a thousand of them. */
const gather = 200;
/** How long changes of the store are gathered before tasks are counted anew, in milliseconds. */
const settle = 800;

export interface Folder {
  /** null while no folder is open. */
  readonly desk: Omit<FolderDesk, 'onOpen' | 'onSetUnit'> | null;
  readonly open: (found: Finding) => Promise<void>;
}

/** The folder that is open in this page. One at a time: another one closes it. */
export function useFolder(toasts: Toasts, onTaken: JobOptions['onTaken']): Folder {
  const job = useRef<FolderJob | null>(null);
  /** How the folder that is open was found. */
  const last = useRef<Finding | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [state, setState] = useState<FolderState | null>(null);
  const [mine, setMine] = useState<Mine | null>(null);
  const [taken, setTaken] = useState<TakenMeasures>(new Map());
  const [taking, setTaking] = useState<number | null>(null);
  const isOpen = state !== null;

  const ocr = useOcr();
  const scans = useFolderScans(() => job.current);

  const draw = () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      setState(job.current?.state() ?? null);
    }, gather);
  };
  const close = () => {
    scans.onStop();
    job.current?.close();
    job.current = null;
    setState(null);
  };
  useEffect(() => close, []);

  useEffect(() => {
    const read = async () => {
      const now = await mineNow();
      setMine(now);
      await job.current?.setMine(now);
    };
    const again = () => void read();
    const stops = [settings.profiles.watch(again), settings.decisions.watch(again)];
    again();
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  useEffect(() => {
    if (!isOpen) return;
    let ended = false;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const count = async () => {
      waiting = null;
      const counts = await takenMeasures().catch(() => null);
      if (counts && !ended) setTaken(counts);
    };
    // Taking on a folder's tasks makes a change a file: they are counted together.
    const soon = () => {
      waiting ??= setTimeout(() => void count(), settle);
    };
    void count();
    const stop = watchStore(({ tables }) => tables.includes('tasks') && soon());
    return () => {
      ended = true;
      if (waiting) clearTimeout(waiting);
      stop();
    };
  }, [isOpen]);

  const open = async (found: Finding) => {
    close();
    const now = createJob({
      pool: createPool(),
      mine: await mineNow(),
      today: format(new Date(), 'yyyy-MM-dd'),
      store,
      onChange: draw,
      ...(onTaken && { onTaken }),
    });
    job.current?.close();
    job.current = now;
    last.current = found;
    setState(now.state());
    const { unpacked } = await import('../../lib/folder/unpacked');
    await now.start((signal) => unpacked(found(signal)));
  };

  return {
    desk: state && {
      state,
      unit: (mine?.profiles.length ?? 0) > 0,
      taken,
      taking,
      ...(ocr === 'allowed' && { scans }),
      onStop: () => job.current?.stop(),
      onAgain: () => void (last.current && open(last.current)),
      onClose: close,
      onTakeOn: () => void (job.current && takeOnAll(job.current, taken, setTaking, toasts)),
      onExport: async (rows) => {
        const [{ folderCsv }, { csvBlob }] = await Promise.all([
          import('../../lib/folder/csv'),
          import('../../lib/export/csv'),
        ]);
        download(csvBlob(folderCsv(rows, problemOf, taken)), exportName('folder', 'csv'));
      },
    },
    open,
  };
}

/** What went wrong with a file, or what was left out of it. */
const problemOf = ({ error, brief }: Row): string =>
  error ? failureWords(error.code, error.detail) : (brief?.warnings.map(warningWords).join(' ') ?? '');

async function mineNow(): Promise<Mine> {
  const [profiles, decisions] = await Promise.all([
    settings.profiles.getValue().catch(() => []),
    settings.decisions.getValue().catch(() => []),
  ]);
  return { profiles, decisions };
}

/** The measures that were taken on, by document; one that the present version no longer has is known by its id as before. */
async function takenMeasures(): Promise<Map<string, Set<string>>> {
  const of = new Map<string, Set<string>>();
  for (const { documentId, origin, measureId } of await store.tasks()) {
    if (origin !== 'measure' || measureId === null) continue;
    const ids = of.get(documentId) ?? new Set();
    ids.add(measureId.startsWith(GONE) ? measureId.slice(GONE.length) : measureId);
    of.set(documentId, ids);
  }
  return of;
}
