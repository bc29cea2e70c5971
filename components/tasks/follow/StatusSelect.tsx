import { i18n } from '#i18n';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { useStatusChoice } from '../../records/status-words';
import '../row-parts.css';

/** The four statuses, and the office's own words for them. */
export function StatusSelect(props: { readonly task: TaskRecord; readonly onChange: (patch: TaskPatch) => void }) {
  const { task, onChange } = props;
  const { value, options, patchFor } = useStatusChoice(task);
  return (
    <select
      class={`status status-${task.status}`}
      aria-label={i18n.t('tasks.statusOf', [task.title])}
      value={value}
      onChange={({ currentTarget }) => onChange(patchFor(currentTarget.value))}
    >
      {options}
    </select>
  );
}
