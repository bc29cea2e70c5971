import { i18n } from '#i18n';
import type { TaskChange } from '../../lib/store/changed';
import type { TaskPatch } from '../../lib/store/port';
import type { TaskRecord } from '../../lib/store/types';
import { DueField } from '../tasks/DueField';
import type { TagCount } from '../tasks/EditorParts';
import type { Documents } from '../tasks/filter';
import { FollowMarks } from '../tasks/follow/FollowMarks';
import { StatusSelect } from '../tasks/follow/StatusSelect';
import { DocumentName } from '../tasks/RowParts';
import { TaskEditor } from '../tasks/TaskEditor';
import '../tasks/task-row.css';

/** What every row of the page needs. */
export interface RowTools {
  /** ISO calendar date. */
  readonly today: string;
  readonly documents: Documents;
  readonly tags: readonly TagCount[];
  /** Rejects when it could not be stored, which has been said by then. */
  readonly onChange: (task: TaskRecord, patch: TaskPatch, base?: TaskPatch) => Promise<unknown>;
  readonly changesOf: (task: TaskRecord) => Promise<readonly TaskChange[]>;
  readonly onReveal: (task: TaskRecord) => void;
  readonly onRemove: (task: TaskRecord) => void;
}

/** A task on the first page: its state and date at hand, everything else a click away. */
export function TodayRow(
  props: RowTools & { readonly task: TaskRecord; readonly open: boolean; readonly onOpen: () => void },
) {
  const { task, today, documents, open } = props;
  const set = (patch: TaskPatch) => void props.onChange(task, patch).catch(() => undefined);
  const document = documents.get(task.documentId);
  return (
    <li class="today-row" data-dutymark-row="task">
      <div class="today-line">
        <StatusSelect task={task} onChange={set} />
        <div class="task-main">
          <button type="button" class="task-title" aria-expanded={open} onClick={props.onOpen}>
            {task.title || i18n.t('tasks.untitled')}
          </button>
          <p class="task-where">
            {document && <DocumentName document={document} url={task.url} />}
            <FollowMarks task={task} />
          </p>
        </div>
        <DueField task={task} today={today} onChange={(dueDate) => set({ dueDate })} />
      </div>
      {open && (
        <TaskEditor
          task={task}
          document={document}
          today={today}
          tags={props.tags}
          field={null}
          onDone={() => undefined}
          onChange={(patch, base) => props.onChange(task, patch, base)}
          onSet={set}
          changesOf={() => props.changesOf(task)}
          onReveal={() => props.onReveal(task)}
          onRemove={() => props.onRemove(task)}
        />
      )}
    </li>
  );
}
