import { i18n } from '#i18n';
import type { TaskPatch } from '../../lib/store/port';
import type { TaskRecord } from '../../lib/store/types';
import { dueState } from '../due';
import { useStatusChoice } from '../records/status-words';
import type { FieldName } from '../records/useCursor';
import { useField } from '../records/useField';
import { DeadlinesField } from '../tasks/follow/DeadlinesField';
import { formerUnit, type OwnUnit, unitNames } from '../tasks/taken-for';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { TagInput } from '../ui/TagInput';
import { NoteField } from './NoteField';
import './task-editor.css';
import { useSaved } from './useSaved';

export interface TaskEditorProps {
  readonly task: TaskRecord;
  /** The reader's units, as they are set now. */
  readonly profiles: readonly OwnUnit[];
  /** In use, most used first. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** ISO date. */
  readonly today: string;
  /** The field that is typed into at once. */
  readonly field?: FieldName | null;
  /** What was typed into that field is done with: on to the next row. */
  readonly onDone?: () => void;
  /** Rejects when it could not be stored. */
  readonly onUpdate: (patch: TaskPatch, base?: TaskPatch) => Promise<void>;
  readonly onRemove: () => void;
}

/** A task's own fields, each saved as it is changed. */
export function TaskEditor({ task, profiles, tags, today, field = null, onDone, ...on }: TaskEditorProps) {
  const { onUpdate, onRemove } = on;
  const saved = useSaved(onUpdate);
  const root = useField(field, onDone);
  const status = useStatusChoice(task);
  const former = formerUnit(task, profiles);
  // The document's own deadline, long past, is no fault of this task.
  const overdue = dueState(task, today) === 'overdue' && !task.dueByDefault;
  return (
    <section class="task-editor" ref={root} aria-label={i18n.t('panel.myTask')}>
      <div class="task-editor-row">
        <Field label={i18n.t('panel.status')}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={status.value}
              onChange={(event) => saved.save(status.patchFor(event.currentTarget.value))}
            >
              {status.options}
            </select>
          )}
        </Field>
        <Field label={i18n.t(overdue ? 'panel.overdue' : 'panel.due')}>
          {(control) => (
            <input
              {...control}
              type="date"
              data-field="due"
              class={overdue ? 'input task-overdue' : 'input'}
              value={task.dueDate ?? ''}
              max="9999-12-31"
              // A date half typed is empty and not yet meant; clearing it on purpose is valid and empty too.
              onChange={(event) =>
                event.currentTarget.validity.valid && saved.save({ dueDate: event.currentTarget.value || null })
              }
            />
          )}
        </Field>
      </div>
      {former && (
        <p class="task-default">
          {i18n.t('tasks.takenFor')} {i18n.t('tasks.takenForWhom', [former, unitNames(profiles)])}
        </p>
      )}
      {task.dueByDefault && (
        <p class="task-default">
          {i18n.t('panel.byDefault')}
          {task.deadlineText && i18n.t('panel.quoted', [task.deadlineText])}
        </p>
      )}
      <DeadlinesField task={task} today={today} onSet={(patch) => saved.save(patch)} />
      <TagInput
        label={i18n.t('panel.addTag')}
        tags={task.tags}
        suggestions={tags}
        onChange={(next) => saved.save({ tags: next })}
      />
      <NoteField
        label={i18n.t('panel.taskNote')}
        of={task.id}
        stored={task.note}
        save={(note, base) => onUpdate({ note }, { note: base })}
        aside={saved.error}
        action={
          <Button variant="quiet" small icon="trash" onClick={onRemove}>
            {i18n.t('panel.removeTask')}
          </Button>
        }
      />
    </section>
  );
}
