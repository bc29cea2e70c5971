import { i18n } from '#i18n';
import { ledgerFormats } from '../../../lib/export/ledger/formats';
import { groupings } from '../../../lib/export/ledger/ledger';
import { Field } from '../../ui/Field';
import { Choice } from '../Choice';
import type { LedgerDesk } from './useLedger';

const papers = ['A4', 'A3'] as const;

/** What kind of file, how its rows fall into tables, on which paper, under which title. */
export function FormFields({ desk }: { readonly desk: LedgerDesk }) {
  const { format, grouping, paper } = desk.memory;
  const printed = format === 'xlsx' || format === 'docx';
  return (
    <div class="ledger-form">
      <Choice
        label={i18n.t('ledger.format')}
        value={format}
        values={ledgerFormats}
        word={(each) => i18n.t(`ledger.formats.${each}`)}
        onPick={(format) => desk.choose({ format })}
      />
      {format !== 'csv' && format !== 'ics' && (
        <Choice
          label={i18n.t('ledger.grouping')}
          value={grouping}
          values={groupings}
          word={(each) => i18n.t(`ledger.groupings.${each}`)}
          onPick={(grouping) => desk.choose({ grouping })}
        />
      )}
      {printed && (
        <Choice
          label={i18n.t('ledger.paper')}
          value={paper}
          values={papers}
          word={(each) => i18n.t('ledger.landscape', [each])}
          onPick={(paper) => desk.choose({ paper })}
        />
      )}
      {format !== 'csv' && format !== 'ics' && (
        <Field label={i18n.t('ledger.heading')}>
          {(control) => (
            <input
              class="input"
              {...control}
              maxLength={100}
              value={desk.title}
              onInput={(event) => desk.setTitle(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </div>
  );
}
