import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type ColumnChoice, columnsOf } from '../../../lib/export/ledger/choice';
import { type LedgerOptions, ledgerOf } from '../../../lib/export/ledger/ledger';
import {
  builtInSets,
  columnsInUse,
  dropSet,
  freshMemory,
  keepSet,
  type LedgerMemory,
} from '../../../lib/export/ledger/memory';
import { printed } from '../../../lib/export/ledger/paper';
import { type LongCell, longCells } from '../../../lib/export/ledger/too-long';
import type { Ledger, LedgerColumn } from '../../../lib/export/ledger/types';
import type { TaskRecord } from '../../../lib/store/types';
import type { LedgerActions, LedgerDraft } from './types';

/** Where the dialog stands: getting the rows, ready, writing (with how far it is), saved under a name, or failed. */
export type LedgerState =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'writing'; readonly fraction: number | null }
  | { readonly kind: 'saved'; readonly name: string; readonly long: readonly LongCell[] }
  | { readonly kind: 'copied' }
  | { readonly kind: 'failed' };

export interface LedgerDesk {
  readonly state: LedgerState;
  readonly draft: LedgerDraft | null;
  readonly memory: LedgerMemory;
  /** Of the set in use, or as they were changed since. */
  readonly columns: readonly ColumnChoice[];
  readonly changed: boolean;
  /** How many columns each set gives for these rows, by its id. */
  readonly counts: ReadonlyMap<string, number>;
  readonly title: string;
  /** All that was chosen; null before the rows are there. */
  readonly ledger: Ledger | null;
  /** What of it would be written in this form. */
  readonly written: Ledger | null;
  readonly setTitle: (title: string) => void;
  readonly setColumns: (columns: readonly ColumnChoice[]) => void;
  /** Changes what is chosen, and keeps it for the next time. */
  readonly choose: (part: Partial<LedgerMemory>) => void;
  readonly keep: (name: string) => void;
  readonly drop: (id: string) => void;
  readonly save: () => void;
  readonly stop: () => void;
  readonly copy: (html: string | null, plain: string) => void;
}

/** Forms that are opened as a workbook. */
const ofWorkbook = (format: LedgerMemory['format']): boolean => format === 'xlsx' || format === 'csv';

/** A Word table is paper alone: what stands beside the paper in a workbook is not in it. */
const writtenColumns = (format: LedgerMemory['format'], columns: readonly LedgerColumn[]): readonly LedgerColumn[] =>
  format === 'docx' ? columns.filter(({ beside }) => !beside) : columns;

/** All that the dialog knows and does. */
export function useLedger(tasks: readonly TaskRecord[], actions: LedgerActions): LedgerDesk {
  const [state, setState] = useState<LedgerState>({ kind: 'preparing' });
  const [draft, setDraft] = useState<LedgerDraft | null>(null);
  const [memory, setMemory] = useState<LedgerMemory>(freshMemory);
  const [own, setOwn] = useState<readonly ColumnChoice[] | null>(null);
  const [title, setTitle] = useState('');
  /** What was picked before the kept choices were there: what a person touched is not taken back by what arrives late. */
  const early = useRef<{ part: Partial<LedgerMemory>; titled: boolean }>({ part: {}, titled: false });
  const stop = useRef<AbortController | null>(null);

  useEffect(() => {
    let gone = false;
    actions.prepare(tasks).then(
      (draft) => {
        if (gone) return;
        setDraft(draft);
        const { part, titled } = early.current;
        if (Object.keys(part).length > 0) remember({ ...draft.memory, ...part });
        else setMemory(draft.memory);
        if (!titled) setTitle(`${draft.unit}工作台账`);
        setState({ kind: 'ready' });
      },
      () => gone || setState({ kind: 'failed' }),
    );
    return () => {
      gone = true;
      stop.current?.abort();
    };
  }, []);

  const rows = draft?.rows ?? [];
  const columns = useMemo(() => own ?? columnsInUse(memory, rows), [own, memory, draft]);
  const counts = useMemo(() => {
    // Which columns a set gives may take a look at every row: at those of the set in use it was taken by now.
    const given = (set: string) =>
      set === memory.set && own === null ? columns : columnsInUse({ ...memory, set }, rows);
    const sets = [...builtInSets, ...memory.sets.map(({ id }) => id)];
    return new Map(sets.map((set) => [set, writtenColumns(memory.format, columnsOf(given(set))).length]));
  }, [memory, draft, columns]);
  const options: LedgerOptions = { columns, grouping: memory.grouping, paper: memory.paper, title };
  const ledger = useMemo(() => draft && ledgerOf(draft.rows, options), [draft, columns, memory, title]);
  const written = ledger && memory.format === 'docx' ? printed(ledger) : ledger;

  const remember = (next: LedgerMemory) => {
    setMemory(next);
    // What is chosen holds for this time also where it could not be kept.
    actions.remember(next).catch(() => undefined);
  };
  const save = async () => {
    const control = new AbortController();
    stop.current = control;
    setState({ kind: 'writing', fraction: 0 });
    const onProgress = (fraction: number | null) => setState({ kind: 'writing', fraction });
    try {
      const name = await actions.save(memory.format, rows, options, { signal: control.signal, onProgress });
      // Apart from the end of the writing, which is a task of the page's thread of its own.
      await new Promise((resolve) => setTimeout(resolve));
      setState({ kind: 'saved', name, long: ofWorkbook(memory.format) && ledger ? longCells(ledger) : [] });
    } catch {
      setState(control.signal.aborted ? { kind: 'ready' } : { kind: 'failed' });
    }
  };
  return {
    state,
    draft,
    memory,
    columns,
    changed: own !== null,
    counts,
    title,
    ledger,
    written,
    setTitle(title) {
      early.current.titled = true;
      setTitle(title);
    },
    // Whoever picks columns by hand wants them on paper.
    setColumns: (columns) => setOwn(columns.map(({ beside: _, ...choice }) => choice)),
    choose(part) {
      if (part.set !== undefined) setOwn(null);
      if (draft) return remember({ ...memory, ...part });
      // Kept only with what was kept before, which is not here yet: else that would be lost.
      early.current.part = { ...early.current.part, ...part };
      setMemory({ ...memory, ...part });
    },
    keep(name) {
      if (!draft) return;
      const kept = columns.map(({ beside: _, ...choice }) => choice);
      remember(keepSet(memory, name, kept, crypto.randomUUID()));
      setOwn(null);
    },
    drop: (id) => draft && remember(dropSet(memory, id)),
    save: () => void save(),
    stop: () => stop.current?.abort(),
    copy: (html, plain) =>
      void actions.copy(html, plain).then(
        (done) => setState({ kind: done ? 'copied' : 'failed' }),
        () => setState({ kind: 'failed' }),
      ),
  };
}
