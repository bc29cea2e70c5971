import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ScanBar, type ScanState } from '../../components/reader/ScanBar';
import { FormatError, type FormatErrorCode, type FormatOptions, type Recognised } from '../../lib/formats/types';
import { loadFile, type Shown } from './load';
import { keeping, knownFor } from './recognised';
import { useOcr } from './useOcr';

interface Run {
  readonly file: File;
  readonly stop: AbortController;
  read: number;
  looked: number;
}

const first: ScanState = { state: 'offer' };

/**
 * The bar that offers to read the pages of a file that have no text, and what it does.
 *
 * @param show Shows what is opened in place of what is shown.
 * @returns null where there is nothing to offer
 */
export function useRecognition(
  shown: Shown,
  show: (work: (options: FormatOptions) => Promise<Shown>) => Promise<void>,
): ComponentChild {
  const ocr = useOcr();
  const [now, setNow] = useState<ScanState>(first);
  /** A file whose pages are being read: how many of them are, and how many of those are shown. */
  const run = useRef<Run | null>(null);
  useEffect(() => {
    // What was read so far may be shown while more is read; who opens something else wants no more of this.
    if (run.current && (shown.state === 'loading' || fileOf(shown) === run.current.file)) return;
    run.current?.stop.abort('gone');
    run.current = null;
    setNow(first);
  }, [shown]);
  useEffect(() => () => run.current?.stop.abort('gone'), []);
  const task = taskOf(shown);
  if (!task) return null;
  const { file, url, pages, original } = task;
  const look = () => show((options) => loadFile(file, { ...options, password: original.password }, url));
  const read = async () => {
    const mine: Run = { file, stop: new AbortController(), read: 0, looked: 0 };
    run.current = mine;
    const { signal } = mine.stop;
    setNow({ state: 'reading', done: 0, of: pages.length, fraction: 0 });
    const onProgress = ({ done, of, fraction }: { done: number; of: number; fraction: number }) =>
      signal.aborted || setNow({ state: 'reading', done, of, fraction, more: mine.read - mine.looked });
    const { recognise } = await import('../../lib/formats/recognise');
    const kept = keeping(file, await knownFor(file));
    const onRead = (some: Recognised) => {
      mine.read = some.size;
      kept.add(some);
    };
    const found = await recognise(original, pages, { signal, onProgress, onRead }).catch(failure);
    await kept.end();
    if (signal.reason === 'gone') return;
    run.current = null;
    if ('code' in found) return setNow({ state: 'failed', code: found.code });
    if (found.read.size === mine.looked) return setNow(first);
    // Nobody is torn from a page that is being read.
    if (mine.looked > 0 && !signal.aborted) return setNow({ state: 'ready', more: found.read.size - mine.looked });
    await look();
  };
  return (
    <ScanBar
      pages={task.numbers}
      garbled={shown.state === 'scan' && shown.garbled}
      // Where it cannot be, that is said instead of offering it.
      now={ocr === 'allowed' ? now : { state: ocr }}
      onStart={() => void read()}
      onStop={() => {
        run.current?.stop.abort('stop');
        setNow(first);
      }}
      onLook={() => {
        if (run.current) run.current.looked = run.current.read;
        void look();
      }}
    />
  );
}

const fileOf = (shown: Shown): File | null => ('file' in shown && shown.file) || null;

const failure = (error: unknown): { readonly code: FormatErrorCode } => ({
  code: error instanceof FormatError ? error.code : 'no-text',
});

function taskOf(shown: Shown) {
  if (shown.state === 'scan') {
    const { original, pages, file, url } = shown;
    return { original, pages, file, url, numbers: null };
  }
  if (shown.state !== 'open' || !shown.file || !shown.original || !shown.document.scans) return null;
  const numbers = shown.document.scans;
  const pages = (shown.document.pages ?? []).filter(({ number }) => numbers.includes(number));
  return pages.length > 0 ? { original: shown.original, pages, file: shown.file, url: shown.url, numbers } : null;
}
