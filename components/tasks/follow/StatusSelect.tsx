import { i18n } from '#i18n';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord, TaskStatus } from '../../../lib/store/types';
import { statuses, statusWord } from '../../records/words';
import { useOffice } from '../people/office';
import '../row-parts.css';

/** The four statuses, and the office's own words for them. */
export function StatusSelect(props: { readonly task: TaskRecord; readonly onChange: (patch: TaskPatch) => void }) {
  const { task, onChange } = props;
  const { words } = useOffice();
  // A word that is not in the list any more stays where it was given.
  const own =
    task.word && !words.some(({ word }) => word === task.word) ? [{ word: task.word, status: task.status }] : [];
  return (
    <select
      class={`status status-${task.status}`}
      aria-label={i18n.t('tasks.statusOf', [task.title])}
      value={task.word ? `:${task.word}` : task.status}
      onChange={({ currentTarget: { value } }) => {
        const chosen = [...words, ...own].find(({ word }) => value === `:${word}`);
        onChange(
          chosen
            ? { status: chosen.status, word: chosen.word }
            : { status: value as TaskStatus, ...(task.word && { word: null }) },
        );
      }}
    >
      {statuses.map((status) => (
        <option key={status} value={status}>
          {statusWord(status)}
        </option>
      ))}
      {[...words, ...own].map(({ word }) => (
        <option key={word} value={`:${word}`}>
          {word}
        </option>
      ))}
    </select>
  );
}
