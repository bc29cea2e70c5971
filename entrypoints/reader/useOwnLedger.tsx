import { useEffect, useState } from 'preact/hooks';
import { LedgerBar } from '../../components/reader/LedgerBar';
import { browser } from '../../lib/browser';
import { handOver } from '../../lib/export/ledger/hand-over';
import { newKey } from '../../lib/store/keys';

/** Files that a ledger of ours may be. */
const tables: ReadonlySet<string> = new Set(['xlsx', 'xls', 'csv']);

/** What stands over a ledger of ours that was opened as a document; null for any other file. */
export function useOwnLedger(file: File | null, format: string | null) {
  const [ours, setOurs] = useState<File | null>(null);
  useEffect(() => {
    setOurs(null);
    if (!file || !format || !tables.has(format)) return undefined;
    const control = new AbortController();
    isLedger(file, control.signal).then(
      (is) => is && !control.signal.aborted && setOurs(file),
      () => undefined,
    );
    return () => control.abort();
  }, [file, format]);
  return ours && <LedgerBar onTake={() => take(ours)} />;
}

/** Whether rows of a file carry the ids of tasks. Read in a thread of its own: a workbook may be large. */
async function isLedger(file: File, signal: AbortSignal): Promise<boolean> {
  const { compareLedgerApart } = await import('../../lib/export/ledger/apart');
  return (await compareLedgerApart(file, [], {}, { signal })).ours;
}

function take(file: File): void {
  const key = newKey();
  handOver(file, key);
  void browser.tabs.create({ url: browser.runtime.getURL(`/tasks.html?ledger=${key}` as '/') });
}
