import { i18n } from '#i18n';
import type { Comparison } from '../../../lib/export/ledger/back/compare';
import { columnOf } from '../../../lib/export/ledger/columns';
import type { TaskRecord } from '../../../lib/store/types';
import { placeWords } from './place-words';

/** Lines of one kind that are spelled out. */
const few = 50;

/** What a file says that is not taken over, and why: nothing is passed over in silence. */
export function Remarks({
  comparison,
  tasks,
}: {
  readonly comparison: Comparison;
  readonly tasks: readonly TaskRecord[];
}) {
  const { diff, foreign } = comparison;
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  const english = i18n.t('ledger.language') === 'en';
  return (
    <>
      <Remark
        title={i18n.t('ledger.back.passed', [diff.passed.length])}
        lines={diff.passed.map(({ id, place, round }) => {
          const due = round.due ?? i18n.t('tasks.noDate');
          return i18n.t('ledger.back.passedLine', [placeWords(place), titles.get(id) ?? id, due, round.done]);
        })}
        open
      />
      <Remark
        title={i18n.t('ledger.back.problems', [diff.problems.length])}
        lines={diff.problems.map(({ place, field, text, why }) =>
          i18n.t(`ledger.back.problem.${why === 'too-long' ? 'tooLong' : why}`, [
            placeWords(place),
            i18n.t(`ledger.back.fields.${field}`),
            why === 'too-long' ? text.length : text,
          ]),
        )}
        open
      />
      <Remark
        title={i18n.t('ledger.back.removed', [diff.removed.length])}
        lines={diff.removed.map((id) => titles.get(id) ?? id)}
      />
      <Remark
        title={i18n.t('ledger.back.fixed', [diff.fixed.length])}
        lines={diff.fixed.map(({ id, column, here, there }) => {
          const heading = columnOf(column)?.heading;
          const name = (english ? heading?.en : heading?.zh) ?? column;
          return i18n.t('ledger.back.fixedLine', [titles.get(id) ?? id, name, here, there]);
        })}
      />
      {foreign.length > 0 && <p class="ledger-note">{i18n.t('ledger.back.foreign', [foreign.join('、')])}</p>}
    </>
  );
}

/** Lines of one kind under their number; nothing where there are none. */
export function Remark(props: { readonly title: string; readonly lines: readonly string[]; readonly open?: boolean }) {
  const { title, lines } = props;
  if (lines.length === 0) return null;
  return (
    <details class="ledger-remark" open={props.open ?? false}>
      <summary>{title}</summary>
      <ul>
        {lines.slice(0, few).map((line, at) => (
          <li key={at}>{line}</li>
        ))}
        {lines.length > few && <li>{i18n.t('ledger.back.moreLines', [lines.length - few])}</li>}
      </ul>
    </details>
  );
}
