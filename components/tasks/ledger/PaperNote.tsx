import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isCrowded } from '../../../lib/export/ledger/paper';
import type { Ledger } from '../../../lib/export/ledger/types';
import { Button } from '../../ui/Button';
import type { LedgerDesk } from './useLedger';

/** What of the ledger does not come onto its paper, or cannot be read on it; and the larger paper, where that helps. */
export function PaperNote({ desk }: { readonly desk: LedgerDesk }) {
  const { ledger, memory } = desk;
  const { crowded, crowdedA3 } = useCrowded(ledger);
  if (!ledger || (memory.format !== 'xlsx' && memory.format !== 'docx')) return null;
  const beside = ledger.columns.filter((column) => column.beside);
  if (beside.length === 0 && !crowded) return null;
  const english = i18n.t('ledger.language') === 'en';
  const names = beside.map(({ heading }) => (english ? heading.en : heading.zh)).join(english ? ', ' : '、');
  const words = crowded
    ? i18n.t('ledger.crowded', [memory.paper, ledger.columns.length])
    : i18n.t(`ledger.beside.${memory.format}`, [memory.paper, names]);
  const larger = memory.paper === 'A4' && !crowdedA3;
  return (
    <p class="ledger-note ledger-paper" role="note">
      {words}
      {larger && (
        <Button small onClick={() => desk.choose({ paper: 'A3' })}>
          {i18n.t('ledger.takeA3')}
        </Button>
      )}
    </p>
  );
}

const roomy = { crowded: false, crowdedA3: false };

/** Every row is asked: once for a ledger, and in a turn of its own behind that in which the ledger is first shown. */
function useCrowded(ledger: Ledger | null): typeof roomy {
  const [found, setFound] = useState(roomy);
  useEffect(() => {
    const crowded = ledger !== null && isCrowded(ledger);
    setFound({ crowded, crowdedA3: crowded && ledger !== null && isCrowded(ledger, 'A3') });
  }, [ledger]);
  return found;
}
