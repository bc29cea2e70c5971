import { i18n } from '#i18n';
import { type Entailed, entailed } from '../../../lib/export/ledger/back/entailed';
import { statusWord } from '../../../lib/export/words';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { Remark } from './Remarks';

/** What writing changes beside what is ticked: next dates of recurring tasks, what progress begins, days of 办结. */
export function EntailedList(props: {
  readonly tasks: readonly TaskRecord[];
  readonly patches: ReadonlyMap<string, TaskPatch>;
}) {
  const lines = entailed(props.tasks, props.patches);
  const titles = new Map(props.tasks.map(({ id, title }) => [id, title]));
  return (
    <Remark
      title={i18n.t('ledger.back.entailed', [lines.length])}
      lines={lines.map((line) => wordsOf(line, titles.get(line.id) ?? ''))}
      open
    />
  );
}

function wordsOf(line: Entailed, title: string): string {
  if (line.kind === 'next')
    return i18n.t('ledger.back.next', [title, line.before ?? i18n.t('tasks.noDate'), line.after ?? '']);
  const [before, after] =
    line.kind === 'status'
      ? [statusWord[line.before], statusWord[line.after]]
      : [line.before, line.after].map((day) => day ?? i18n.t('ledger.back.nothing'));
  return i18n.t('ledger.back.fixedLine', [title, i18n.t(`ledger.back.fields.${line.kind}`), before!, after!]);
}
