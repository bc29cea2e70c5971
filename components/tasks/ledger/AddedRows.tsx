import { i18n } from '#i18n';
import type { Addition } from '../../../lib/export/ledger/back/known-rows';
import { placeWords } from './place-words';

/** How many are drawn: those behind are added by "all". */
const most = 200;

/** Rows that the file has beyond the tasks that are here: each is added as a task where it is ticked, and else left. */
export function AddedRows(props: {
  readonly lines: readonly Addition[];
  /** Places in `lines` of those that are to be added. */
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
}) {
  const { lines, chosen, onChoose } = props;
  if (lines.length === 0) return null;
  const usable = lines.flatMap(({ task }, at) => (task === null ? [] : [at]));
  const turn = (at: number) => {
    const next = new Set(chosen);
    if (!next.delete(at)) next.add(at);
    onChoose(next);
  };
  return (
    <details class="ledger-remark" open>
      <summary>{i18n.t('ledger.back.added', [lines.length])}</summary>
      {usable.length > 1 && (
        <label class="check">
          <input
            type="checkbox"
            class="checkbox"
            checked={chosen.size === usable.length}
            onChange={() => onChoose(new Set(chosen.size === usable.length ? [] : usable))}
          />
          {i18n.t('ledger.back.addAll', [usable.length])}
        </label>
      )}
      <ul class="ledger-added">
        {lines.slice(0, most).map(({ row, task }, at) => (
          <li key={at}>
            {task === null ? (
              i18n.t('ledger.back.addedBare', [placeWords(row.place)])
            ) : (
              <label class="check">
                <input type="checkbox" class="checkbox" checked={chosen.has(at)} onChange={() => turn(at)} />
                {i18n.t('ledger.back.addedLine', [placeWords(row.place), task.title])}
                {row.id !== null && <span class="ledger-note">{i18n.t('ledger.back.addedKnown')}</span>}
              </label>
            )}
          </li>
        ))}
        {lines.length > most && <li>{i18n.t('ledger.back.moreLines', [lines.length - most])}</li>}
      </ul>
    </details>
  );
}
