import { i18n } from '#i18n';
import { chatText } from '../../../lib/export/ledger/chat';
import { ledgerHtml } from '../../../lib/export/ledger/html';
import { type LongCell, MOST } from '../../../lib/export/ledger/too-long';
import type { TaskRecord } from '../../../lib/store/types';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import { ColumnPicker } from './ColumnPicker';
import { FormFields } from './FormFields';
import './ledger.css';
import { PaperNote } from './PaperNote';
import { Preview } from './Preview';
import type { LedgerActions } from './types';
import { type LedgerDesk, useLedger } from './useLedger';
import { usePrintSheet } from './usePrintSheet';

/** Chooses the form and the columns of a ledger, shows what it will be, and writes it. */
export function LedgerDialog(props: {
  readonly tasks: readonly TaskRecord[];
  readonly actions: LedgerActions;
  readonly onClose: () => void;
}) {
  const desk = useLedger(props.tasks, props.actions);
  const calendar = desk.memory.format === 'ics';
  usePrintSheet(() => (calendar ? null : desk.ledger));
  return (
    <div class="ledger">
      <Dialog
        title={i18n.t('ledger.title', [props.tasks.length])}
        onClose={props.onClose}
        actions={<LedgerButtons desk={desk} onClose={props.onClose} />}
      >
        <FormFields desk={desk} />
        {!calendar && <ColumnPicker desk={desk} />}
        <PaperNote desk={desk} />
        <Preview desk={desk} />
        <LedgerStatus desk={desk} />
      </Dialog>
    </div>
  );
}

function LedgerButtons({ desk, onClose }: { readonly desk: LedgerDesk; readonly onClose: () => void }) {
  const { ledger, draft, state } = desk;
  if (state.kind === 'writing') return <Button onClick={desk.stop}>{i18n.t('ledger.stop')}</Button>;
  const ready = ledger !== null && draft !== null;
  return (
    <>
      <Button
        icon="clipboard"
        disabled={!ready}
        onClick={() => ready && desk.copy(ledgerHtml(ledger), chatText(draft.rows))}
      >
        {i18n.t('ledger.copyTable')}
      </Button>
      <Button icon="clipboard" disabled={!ready} onClick={() => ready && desk.copy(null, chatText(draft.rows))}>
        {i18n.t('ledger.copyText')}
      </Button>
      <Button icon="printer" disabled={!ready || desk.memory.format === 'ics'} onClick={() => print()}>
        {i18n.t('ledger.print')}
      </Button>
      <Button onClick={onClose}>{i18n.t('common.close')}</Button>
      <Button variant="primary" icon="download" disabled={!ready} onClick={desk.save}>
        {i18n.t('ledger.save')}
      </Button>
    </>
  );
}

function LedgerStatus({ desk: { state, memory } }: { readonly desk: LedgerDesk }) {
  if (state.kind === 'writing') return <Progress value={state.fraction} label={i18n.t('ledger.writing')} />;
  if (state.kind === 'preparing') return <Progress value={null} label={i18n.t('ledger.preparing')} />;
  return (
    <p class="ledger-said" role="status">
      {state.kind === 'saved' && i18n.t('ledger.saved', [state.name])}
      {state.kind === 'saved' && state.long.length > 0 && longWords(memory.format, state.long)}
      {state.kind === 'copied' && i18n.t('ledger.copied')}
      {state.kind === 'failed' && i18n.t('ledger.failed')}
    </p>
  );
}

/** Cells spelled out that no workbook holds whole. */
const few = 5;

function longWords(format: LedgerDesk['memory']['format'], long: readonly LongCell[]): string {
  const places = long
    .slice(0, few)
    .map(({ row, heading, length }) => i18n.t('ledger.longCell', [row, heading, length]))
    .join(i18n.t('ledger.longBetween'));
  return i18n.t(format === 'csv' ? 'ledger.longCsv' : 'ledger.longCut', [long.length, MOST, places]);
}
