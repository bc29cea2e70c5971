import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { columnsOf, standardSet } from '../../../lib/export/ledger/choice';
import { builtInSets } from '../../../lib/export/ledger/memory';
import { Button, IconButton } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { ColumnList } from './ColumnList';
import type { LedgerDesk } from './useLedger';

/** Which columns, under which name they are kept. Folded away: mostly the set that is there is the one wanted. */
export function ColumnPicker({ desk }: { readonly desk: LedgerDesk }) {
  const { memory, changed } = desk;
  const written = desk.written?.columns.length ?? columnsOf(desk.columns).length;
  const [name, setName] = useState('');
  const own = memory.sets.find(({ id }) => id === memory.set);
  const keep = (event: Event) => {
    event.preventDefault();
    if (name.trim() === '') return;
    desk.keep(name);
    setName('');
  };
  return (
    <div class="ledger-columns">
      <div class="ledger-set">
        <Field label={i18n.t('ledger.set')}>
          {(control) => (
            <select
              class="input"
              {...control}
              value={changed ? '' : memory.set}
              onChange={(event) => desk.choose({ set: event.currentTarget.value })}
            >
              {changed && <option value="">{i18n.t('ledger.sets.changed')}</option>}
              {builtInSets.map((id) => (
                <option key={id} value={id}>
                  {builtInWords(id, desk.counts.get(id) ?? 0)}
                </option>
              ))}
              {memory.sets.map(({ id, name }) => (
                <option key={id} value={id}>
                  {i18n.t('ledger.sets.own', [name, desk.counts.get(id) ?? 0])}
                </option>
              ))}
            </select>
          )}
        </Field>
        {own && !changed && (
          <IconButton icon="trash" label={i18n.t('ledger.dropSet', [own.name])} onClick={() => desk.drop(own.id)} />
        )}
      </div>
      {memory.set === 'auto' && !changed && memory.format !== 'ics' && (
        <p class="ledger-note">{i18n.t(`ledger.autoWhy.${memory.format}`)}</p>
      )}
      <details>
        <summary>{i18n.t('ledger.columns', [written])}</summary>
        <ColumnList columns={desk.columns} onColumns={desk.setColumns} />
        <form class="ledger-keep" onSubmit={keep}>
          <Field label={i18n.t('ledger.keepAs')}>
            {(control) => (
              <input
                class="input"
                {...control}
                maxLength={40}
                value={name}
                onInput={(event) => setName(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit" small disabled={name.trim() === ''}>
            {i18n.t('ledger.keep')}
          </Button>
        </form>
      </details>
    </div>
  );
}

/** A set by its name and the number of its columns; what following up adds to the standard ones is counted beside them. */
function builtInWords(id: (typeof builtInSets)[number], count: number): string {
  const fixed = standardSet.length;
  if (id === 'standard' && count > fixed) return i18n.t('ledger.sets.followed', [fixed, count - fixed, count]);
  return i18n.t(`ledger.sets.${id}`, [count]);
}
