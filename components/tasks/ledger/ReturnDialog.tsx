import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { firstChoice, type Offer, offersOf, patchesOf } from '../../../lib/export/ledger/back/choose';
import type { Comparison } from '../../../lib/export/ledger/back/compare';
import { type Additions, additionsOf } from '../../../lib/export/ledger/back/known-rows';
import type { StatusWord } from '../../../lib/follow/status-words';
import { newKey } from '../../../lib/store/keys';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { ApplyActions } from '../../ui/ApplyActions';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import { AddedRows } from './AddedRows';
import { EntailedList } from './EntailedList';
import { ForeignPart } from './ForeignPart';
import './ledger.css';
import { type LeftOut, leftOut } from './left-out';
import { OfferList } from './OfferList';
import { placeWords } from './place-words';
import { Remark, Remarks } from './Remarks';
import { refusalWords } from './refusal';
import type { LedgerActions } from './types';
import { type ForeignFile, type Import, useForeign } from './useForeign';

export interface ReturnDialogProps {
  /** All tasks: the file says which of them it is about. */
  readonly tasks: readonly TaskRecord[];
  readonly actions: LedgerActions;
  /** @param seen The tasks as they were compared with the file. */
  readonly onApply: (patches: ReadonlyMap<string, TaskPatch>, seen: readonly TaskRecord[], left: LeftOut) => void;
  /** A table of the office's own, as somebody said it is to be read. @param seen As for `onApply`. */
  readonly onImport: (found: Import, seen: readonly TaskRecord[]) => void;
  /** Handed over by the reader, and read at once. */
  readonly given?: File | null | undefined;
  readonly onClose: () => void;
}

type Reading = { readonly kind: 'asking' | 'reading' } | { readonly kind: 'refused'; readonly words: string };

/**
 * Takes a ledger: of one that was filled in it shows what it would change, of one of the office's own what it would bring; and
 * does what is chosen of it.
 */
export function ReturnDialog({ tasks, actions, onApply, onImport, given, onClose }: ReturnDialogProps) {
  const [reading, setReading] = useState<Reading>({ kind: 'asking' });
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [seen, setSeen] = useState(tasks);
  const [own, setOwn] = useState<readonly StatusWord[]>([]);
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [{ fresh, known }, setAdditions] = useState<Additions>(noAdditions);
  const [adding, setAdding] = useState<ReadonlySet<number>>(new Set());
  const [file, setFile] = useState<ForeignFile | null>(null);
  const [name, setName] = useState('');
  const foreign = useForeign(file, seen);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const read = async (file: File) => {
    stop.current?.abort();
    const control = new AbortController();
    stop.current = control;
    setComparison(null);
    setFile(null);
    setName(file.name);
    setReading({ kind: 'reading' });
    try {
      const found = await actions.compare(file, tasks, control.signal);
      if (control.signal.aborted) return;
      setSeen(tasks);
      setReading({ kind: 'asking' });
      if (!found.ours) {
        const [known, own] = await Promise.all([actions.mappings(), actions.statusWords()]);
        if (!control.signal.aborted) setFile({ name: bareName(file.name), tables: found.tables, known, own });
        return;
      }
      const words = await actions.statusWords().catch(() => []);
      if (control.signal.aborted) return;
      setOwn(words);
      const additions = additionsOf(found, tasks, words, bareName(file.name));
      setAdditions(additions);
      const all = [...offersOf(found.diff), ...additions.offers];
      setOffers(all);
      setChosen(firstChoice(all));
      setAdding(firstAdded(additions));
      setComparison(found);
    } catch (error) {
      if (!control.signal.aborted) setReading({ kind: 'refused', words: refusalWords(error) });
    }
  };
  useEffect(() => void (given && read(given)), [given]);
  const apply = () => {
    if (file) {
      onImport(foreign.result(), seen);
      onClose();
      return;
    }
    const rows = fresh.flatMap(({ task }, at) => (task && adding.has(at) ? [task] : []));
    const left = leftOut(offers, chosen, fresh.length - rows.length);
    if (rows.length > 0) onImport({ name: bareName(name), rows, patches, known: null, left }, seen);
    else onApply(patches, seen, left);
    onClose();
  };
  const patches = useMemo(
    () => patchesOf(offers, chosen, { tasks: seen, own, now: new Date(), newId: newKey }),
    [offers, chosen, seen, own],
  );
  // Said on the button, too: whatever has to be scrolled to, nothing is applied unseen.
  const { plan, chosen: taken, yearless: guessed } = foreign.desk;
  const count = file ? plan.added.length + taken.size : chosen.size + adding.size;
  const words = file
    ? guessed > 0
      ? i18n.t('ledger.foreign.applyGuessed', [plan.added.length, taken.size, guessed])
      : i18n.t('ledger.foreign.apply', [plan.added.length, taken.size])
    : adding.size > 0
      ? i18n.t('ledger.back.applyAdded', [chosen.size, adding.size])
      : i18n.t('ledger.back.apply', [count]);
  return (
    <div class="ledger">
      <Dialog
        title={i18n.t('ledger.back.title')}
        onClose={onClose}
        actions={<ApplyActions words={words} disabled={count === 0} onApply={apply} onClose={onClose} />}
      >
        <p class="ledger-note">{i18n.t('ledger.back.hint')}</p>
        <FilePick onFile={(file) => void read(file)} />
        {name && <p class="ledger-note">{i18n.t('ledger.back.read', [name])}</p>}
        {reading.kind === 'reading' && <Progress value={null} label={i18n.t('ledger.back.reading')} />}
        {reading.kind === 'refused' && <p role="alert">{reading.words}</p>}
        {file && <ForeignPart desk={foreign.desk} tasks={seen} />}
        {file && <EntailedList tasks={seen} patches={foreign.result().patches} />}
        {comparison && (
          <>
            <p role="status">{summary(comparison, offers)}</p>
            <OfferList offers={offers} tasks={tasks} chosen={chosen} onChoose={setChosen} />
            <EntailedList tasks={seen} patches={patches} />
            <AddedRows lines={fresh} chosen={adding} onChoose={setAdding} />
            <Remark
              title={i18n.t('ledger.back.known', [known.length])}
              lines={known.map(({ place, title }) => i18n.t('ledger.back.addedLine', [placeWords(place), title]))}
            />
            <Remarks comparison={comparison} tasks={tasks} />
          </>
        )}
      </Dialog>
    </div>
  );
}

const noAdditions: Additions = { fresh: [], known: [], offers: [] };

/** Rows that a colleague added are wanted; those of tasks that were removed here only when somebody says so. */
const firstAdded = ({ fresh }: Additions): ReadonlySet<number> =>
  new Set(fresh.flatMap(({ row, task }, at) => (task !== null && row.id === null ? [at] : [])));

const bareName = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '');

function FilePick({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <input
      type="file"
      class="input"
      aria-label={i18n.t('ledger.back.file')}
      accept=".xlsx,.csv,.xls,.et,.txt"
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        if (file) onFile(file);
        // The same file, saved anew, may be picked again.
        event.currentTarget.value = '';
      }}
    />
  );
}

function summary({ diff }: Comparison, offers: readonly Offer[]): string {
  const disputed = new Set(offers.flatMap(({ conflict, id, field }) => (conflict === null ? [] : [`${id}/${field}`])));
  const plain = offers.filter(({ conflict }) => conflict === null).length;
  return i18n.t('ledger.back.summary', [plain, diff.changed.length, disputed.size, diff.unchanged]);
}
