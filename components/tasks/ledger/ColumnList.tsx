import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type ColumnChoice, columnsOf, ownPrefix } from '../../../lib/export/ledger/choice';
import { allColumns } from '../../../lib/export/ledger/columns';
import type { LedgerColumn } from '../../../lib/export/ledger/types';
import { Button, IconButton } from '../../ui/Button';

export interface ColumnListProps {
  readonly columns: readonly ColumnChoice[];
  readonly onColumns: (columns: readonly ColumnChoice[]) => void;
}

/** A column's heading in the language of the interface; files say it in Chinese. */
const headingOf = ({ heading }: LedgerColumn): string => (i18n.t('ledger.language') === 'en' ? heading.en : heading.zh);

/** Those chosen, in their order, with widths; then those that are not. */
export function ColumnList({ columns, onColumns }: ColumnListProps) {
  const [own, setOwn] = useState('');
  const chosen = columnsOf(columns);
  const there = new Set(chosen.map(({ key }) => key));
  const choices = new Map(columns.map((choice) => [choice.key, choice]));
  const set = (next: readonly LedgerColumn[]) => onColumns(next.map(({ key }) => choices.get(key) ?? { key }));
  const add = (event: Event) => {
    event.preventDefault();
    const heading = own.trim();
    if (heading === '' || there.has(ownPrefix + heading)) return;
    onColumns([...columns, { key: ownPrefix + heading, heading }]);
    setOwn('');
  };
  const move = (from: number, by: number) => {
    const next = [...chosen];
    const [column] = next.splice(from, 1);
    if (column) next.splice(from + by, 0, column);
    set(next);
  };
  return (
    <>
      <ol class="ledger-list">
        {chosen.map((column, at) => (
          <Chosen
            key={column.key}
            column={column}
            first={at === 0}
            last={at === chosen.length - 1}
            only={chosen.length === 1}
            onMove={(by) => move(at, by)}
            onRemove={() => set(chosen.filter(({ key }) => key !== column.key))}
            onWidth={(width) =>
              onColumns(
                chosen.map(({ key }) => {
                  const choice = choices.get(key) ?? { key };
                  return key === column.key ? { ...choice, width } : choice;
                }),
              )
            }
          />
        ))}
        {allColumns
          .filter(({ key }) => !there.has(key))
          .map((column) => (
            <li key={column.key}>
              <label class="check">
                <input
                  type="checkbox"
                  class="checkbox"
                  checked={false}
                  onChange={() => onColumns([...columns, { key: column.key }])}
                />
                {headingOf(column)}
              </label>
            </li>
          ))}
      </ol>
      <form class="ledger-keep" onSubmit={add}>
        <input
          class="input"
          aria-label={i18n.t('ledger.ownColumn')}
          placeholder={i18n.t('ledger.ownColumn')}
          maxLength={40}
          value={own}
          onInput={(event) => setOwn(event.currentTarget.value)}
        />
        <Button type="submit" small icon="plus" disabled={own.trim() === ''}>
          {i18n.t('ledger.addColumn')}
        </Button>
      </form>
    </>
  );
}

function Chosen(props: {
  readonly column: LedgerColumn;
  readonly first: boolean;
  readonly last: boolean;
  readonly only: boolean;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
  readonly onWidth: (width: number) => void;
}) {
  const name = headingOf(props.column);
  return (
    <li>
      <label class="check">
        {/* A ledger without a column is none. */}
        <input type="checkbox" class="checkbox" checked disabled={props.only} onChange={props.onRemove} />
        {name}
      </label>
      <input
        class="input ledger-width"
        type="number"
        min="3"
        max="120"
        aria-label={i18n.t('ledger.widthOf', [name])}
        value={props.column.width}
        onChange={(event) => props.onWidth(event.currentTarget.valueAsNumber)}
      />
      <IconButton
        small
        icon="chevronUp"
        label={i18n.t('ledger.up', [name])}
        disabled={props.first}
        onClick={() => props.onMove(-1)}
      />
      <IconButton
        small
        icon="chevronDown"
        label={i18n.t('ledger.down', [name])}
        disabled={props.last}
        onClick={() => props.onMove(1)}
      />
    </li>
  );
}
