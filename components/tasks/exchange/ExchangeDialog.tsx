import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TaskRecord } from '../../../lib/store/types';
import { ApplyActions } from '../../ui/ApplyActions';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import '../ledger/ledger.css';
import { ExchangeOffers } from './ExchangeOffers';
import { LeftOutList } from './LeftOutList';
import type { ExchangeActions, Received } from './types';

export interface ExchangeDialogProps {
  /** All tasks that are here. */
  readonly tasks: readonly TaskRecord[];
  readonly actions: ExchangeActions;
  readonly onApply: (received: Received, chosen: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

/** Takes colleagues' exchange files, shows what they would change and add, and takes over what is chosen. */
export function ExchangeDialog({ tasks, actions, onApply, onClose }: ExchangeDialogProps) {
  const [received, setReceived] = useState<Received | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const read = async (files: readonly File[]) => {
    setBusy(true);
    setReceived(null);
    setRefused(null);
    try {
      const found = await actions.receive(files, tasks);
      setChosen(new Set(found.plan.offers.map(({ key }) => key)));
      setReceived(found);
    } catch {
      setRefused(i18n.t('ledger.failed'));
    }
    setBusy(false);
  };
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const count = chosen.size + (received?.plan.added.length ?? 0);
  return (
    <div class="ledger">
      <Dialog
        title={i18n.t('exchange.title')}
        onClose={onClose}
        actions={
          <ApplyActions
            words={i18n.t('exchange.apply', [count])}
            disabled={!received || count === 0}
            onApply={() => {
              if (received) onApply(received, chosen);
              onClose();
            }}
            onClose={onClose}
          />
        }
      >
        <p class="ledger-note">{i18n.t('exchange.hint')}</p>
        <input
          type="file"
          multiple
          class="input"
          aria-label={i18n.t('exchange.files')}
          accept=".json"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            if (files.length > 0) void read(files);
            currentTarget.value = '';
          }}
        />
        {busy && <Progress value={null} label={i18n.t('ledger.back.reading')} />}
        {refused && <p role="alert">{refused}</p>}
        {received?.refused.map(({ name, code }) => (
          <p key={name} role="alert">
            {i18n.t('exchange.refused', [name, i18n.t(code === 'newer' ? 'exchange.newer' : 'exchange.none')])}
          </p>
        ))}
        {received && received.from.length > 0 && <Summary received={received} />}
        {received && <ExchangeOffers offers={received.plan.offers} chosen={chosen} onToggle={toggle} />}
        {received && <LeftOutList left={received.left} />}
        {received && received.plan.added.length > 0 && (
          <details class="ledger-remark">
            <summary>{i18n.t('exchange.added', [received.plan.added.length])}</summary>
            <ul>
              {received.plan.added.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </details>
        )}
      </Dialog>
    </div>
  );
}

function Summary({ received: { plan, from, bad } }: { readonly received: Received }) {
  const conflicts = plan.offers.filter(({ conflict }) => conflict).length;
  const names = from.join('、');
  return (
    <p role="status">
      {i18n.t('exchange.summary', [names, plan.offers.length, plan.added.length, plan.same])}
      {conflicts > 0 && i18n.t('exchange.conflicts', [conflicts])}
      {bad > 0 && i18n.t('exchange.bad', [bad])}
    </p>
  );
}
