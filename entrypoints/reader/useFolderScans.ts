import { useRef, useState } from 'preact/hooks';
import type { FolderScans } from '../../components/folder/types';
import type { FolderJob, Row } from '../../lib/folder/job';
import { scansIn } from '../../lib/folder/table';
import { openApart } from '../../lib/formats/apart';
import { isDrawn, pagesOf } from '../../lib/formats/drawing';
import { formatOf } from '../../lib/formats/registry';
import type { FixedPage, Recognised } from '../../lib/formats/types';
import { keeping, knownFor } from './recognised';

type OnFraction = (fraction: number) => void;

/** Reads the scans of a folder when told, one file after the other; what was read before it is stopped stays. */
export function useFolderScans(job: () => FolderJob | null): FolderScans {
  const [now, setNow] = useState<FolderScans['now']>(null);
  const turn = useRef<AbortController | null>(null);
  const read = async () => {
    const folder = job();
    if (!folder || now) return;
    turn.current = new AbortController();
    const { signal } = turn.current;
    const rows = scansIn(folder.state().rows);
    for (const [at, row] of rows.entries()) {
      const tell = (fraction: number) =>
        signal.aborted || setNow({ at: at + 1, of: rows.length, fraction: (at + fraction) / rows.length });
      tell(0);
      // A file that cannot be read keeps what the table says of it.
      const found = await readRow(row, signal, tell).catch(() => null);
      if (found && job() === folder) await folder.readAgain(row, found);
      if (signal.aborted || job() !== folder) break;
    }
    setNow(null);
  };
  return {
    now,
    onRead: () => void read(),
    onStop: () => {
      turn.current?.abort();
      setNow(null);
    },
  };
}

async function readRow({ file, brief }: Row, signal: AbortSignal, tell: OnFraction): Promise<Recognised | null> {
  const known = (await knownFor(file)) ?? new Map();
  const format = formatOf(file.name)?.name ?? '';
  const original = { file, format };
  const pages = await pagesIn(original, signal);
  const wanted = pages.filter(({ number }) => !known.has(number) && (brief?.scans?.includes(number) ?? true));
  const { recognise } = await import('../../lib/formats/recognise');
  const kept = keeping(file, known);
  const onProgress = ({ fraction }: { readonly fraction: number }) => tell(fraction);
  const { read } = await recognise(original, wanted, { signal, onProgress, onRead: kept.add });
  await kept.end();
  const all: Recognised = new Map([...known, ...read]);
  return all.size > 0 ? all : null;
}

async function pagesIn(original: { file: File; format: string }, signal: AbortSignal): Promise<readonly FixedPage[]> {
  if (isDrawn(original.format)) return pagesOf(original, signal);
  return (await openApart(original.file, { signal, pages: true })).pages ?? [];
}
