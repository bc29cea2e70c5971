import { i18n } from '#i18n';
import type { TaskChange } from '../../lib/store/changed';
import type { TaskPatch } from '../../lib/store/port';
import type { DocumentHead, TaskRecord } from '../../lib/store/types';
import { ChangedBadge } from '../panel/changes/ChangedBadge';
import { IconButton } from '../ui/Button';
import { Badge } from '../ui/Chip';
import { DueField } from './DueField';
import type { TagCount } from './EditorParts';
import { FollowMarks } from './follow/FollowMarks';
import { StatusSelect } from './follow/StatusSelect';
import type { RowState } from './RecordRow';
import { RowTags, Tick } from './RowParts';
import { TaskEditor } from './TaskEditor';
import './task-row.css';

export interface TaskRowProps {
  readonly task: TaskRecord;
  readonly document: DocumentHead | undefined;
  readonly state: RowState;
  readonly today: string;
  readonly tags: readonly TagCount[];
  /** Rejects when it could not be stored, which has been said by then. */
  readonly onChange: (patch: TaskPatch) => Promise<unknown>;
  readonly changesOf: () => Promise<readonly TaskChange[]>;
  readonly onReveal: () => void;
  readonly onRemove: () => void;
  /** A tag was clicked: show what else has it. */
  readonly onTag: (tag: string) => void;
}

export function TaskRow(props: TaskRowProps) {
  const { task, document, state } = props;
  // What went wrong has been said by then.
  const set = (patch: TaskPatch) => void props.onChange(patch).catch(() => undefined);
  return (
    <article class={`task task-${task.status}`} aria-label={task.title}>
      <div class="task-line">
        <Tick name={task.title} state={state} />
        <StatusSelect task={task} onChange={set} />
        <div class="task-main">
          <button type="button" class="task-title" aria-expanded={state.open} onClick={state.onOpen}>
            {task.title || i18n.t('tasks.untitled')}
          </button>
          <p class="task-where">
            {task.role && (
              <Badge tone={task.certainty === 'possible' ? 'plain' : 'accent'}>
                {i18n.t(`role.${task.role}`)}
                {task.certainty === 'possible' && ` · ${i18n.t('tasks.possible')}`}
              </Badge>
            )}
            {task.origin !== 'hand' && <span class="task-document">{document?.title ?? task.url}</span>}
            <ChangedBadge kinds={document?.changed?.[task.measureId ?? '']} />
            {task.number && <span class="task-number">{i18n.t('tasks.item', [task.number])}</span>}
            <FollowMarks task={task} />
            {task.note && <span class="task-note">{task.note}</span>}
          </p>
        </div>
        <RowTags tags={task.tags} onTag={props.onTag} />
        <DueField task={task} today={props.today} onChange={(dueDate) => set({ dueDate })} />
        {task.origin === 'hand' ? (
          <span />
        ) : (
          <IconButton small icon="locate" label={i18n.t('tasks.reveal')} onClick={props.onReveal} />
        )}
      </div>
      {state.open && (
        <TaskEditor
          task={task}
          document={document}
          today={props.today}
          tags={props.tags}
          onChange={props.onChange}
          onSet={set}
          changesOf={props.changesOf}
          onReveal={props.onReveal}
          onRemove={props.onRemove}
        />
      )}
    </article>
  );
}
