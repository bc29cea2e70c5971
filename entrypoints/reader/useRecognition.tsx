import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ScanBar, type ScanState } from '../../components/reader/ScanBar';
import { FormatError, type FormatErrorCode, type FormatOptions } from '../../lib/formats/types';
import { loadFile, type Shown } from './load';
import { keeping, knownFor } from './recognised';
import { useOcr } from './useOcr';

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
  const turn = useRef<AbortController | null>(null);
  useEffect(() => {
    setNow(first);
    // Who opens something else wants no more of this.
    return () => turn.current?.abort('gone');
  }, [shown]);
  const task = taskOf(shown);
  if (!task) return null;
  const { file, url, pages, original } = task;
  const read = async () => {
    const stop = new AbortController();
    turn.current = stop;
    setNow({ state: 'reading', done: 0, of: pages.length, fraction: 0 });
    const onProgress = ({ done, of, fraction }: { done: number; of: number; fraction: number }) =>
      stop.signal.aborted || setNow({ state: 'reading', done, of, fraction });
    const { recognise } = await import('../../lib/formats/recognise');
    const kept = keeping(file, await knownFor(file));
    const found = await recognise(original, pages, { signal: stop.signal, onProgress, onRead: kept.add }).catch(
      failure,
    );
    await kept.end();
    if (stop.signal.reason === 'gone') return;
    if ('code' in found) return setNow({ state: 'failed', code: found.code });
    if (found.read.size === 0) return setNow(first);
    await show((options) => loadFile(file, { ...options, password: original.password }, url));
  };
  return (
    <ScanBar
      pages={task.numbers}
      garbled={shown.state === 'scan' && shown.garbled}
      // Where it cannot be, that is said instead of offering it.
      now={ocr === 'allowed' ? now : { state: ocr }}
      onStart={() => void read()}
      onStop={() => {
        turn.current?.abort('stop');
        setNow(first);
      }}
    />
  );
}

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
