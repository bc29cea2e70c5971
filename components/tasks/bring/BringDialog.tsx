import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AnnotationPlan } from '../../../lib/export/web-annotation/plan';
import { ApplyActions } from '../../ui/ApplyActions';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import '../ledger/ledger.css';
import { Remark } from '../ledger/Remarks';
import type { NoteActions } from './types';

export interface BringDialogProps {
  readonly actions: NoteActions;
  readonly onApply: (plan: AnnotationPlan) => void;
  readonly onClose: () => void;
}

/** Takes a file of annotations, shows what it would bring, and brings it. */
export function BringDialog({ actions, onApply, onClose }: BringDialogProps) {
  const [plan, setPlan] = useState<AnnotationPlan | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const read = async (file: File) => {
    setBusy(true);
    setPlan(null);
    setRefused(null);
    try {
      setPlan(await actions.read(file));
    } catch (error) {
      setRefused(
        i18n.t(error instanceof Error && error.name === 'AnnotationFileError' ? 'bring.none' : 'ledger.failed'),
      );
    }
    setBusy(false);
  };
  const count = plan ? plan.added.length + plan.changed.length : 0;
  return (
    <div class="ledger">
      <Dialog
        title={i18n.t('bring.title')}
        onClose={onClose}
        actions={
          <ApplyActions
            words={i18n.t('bring.apply', [count])}
            disabled={count === 0}
            onApply={() => {
              if (plan) onApply(plan);
              onClose();
            }}
            onClose={onClose}
          />
        }
      >
        <p class="ledger-note">{i18n.t('bring.hint')}</p>
        <input
          type="file"
          class="input"
          aria-label={i18n.t('bring.file')}
          accept=".jsonld,.json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void read(file);
            currentTarget.value = '';
          }}
        />
        {busy && <Progress value={null} label={i18n.t('ledger.back.reading')} />}
        {refused && <p role="alert">{refused}</p>}
        {plan && <Summary plan={plan} />}
      </Dialog>
    </div>
  );
}

function Summary({ plan: { added, changed, same, leftOut } }: { readonly plan: AnnotationPlan }) {
  return (
    <>
      <p role="status">{i18n.t('bring.summary', [added.length, changed.length, same])}</p>
      <Remark
        title={i18n.t('bring.added', [added.length])}
        lines={added.map(({ quote, note }) => lineOf(quote, note))}
        open
      />
      <Remark
        title={i18n.t('bring.changed', [changed.length])}
        lines={changed.map(({ before, after }) =>
          i18n.t('bring.change', [short(before.quote), before.note || '—', after.note || '—']),
        )}
        open
      />
      <Remark title={i18n.t('bring.leftOut', [leftOut.length])} lines={leftOut.map(leftOutWords)} open />
    </>
  );
}

const short = (text: string): string => (text.length > 40 ? `${[...text].slice(0, 40).join('')}…` : text);
const lineOf = (quote: string, note: string): string => (note ? `“${short(quote)}” ${note}` : `“${short(quote)}”`);

const leftOutWords = ({ quote, why }: AnnotationPlan['leftOut'][number]): string => {
  if (why === 'no-document') return i18n.t('bring.noDocument', [short(quote)]);
  return why === 'unfit' ? i18n.t('bring.unfit', [short(quote)]) : i18n.t('bring.noQuote');
};
