import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import { followWords } from '../../lib/export/follow-words';
import { openUnits } from '../../lib/export/open-units';
import { deadlineText } from '../../lib/export/words';
import type { TaskChange } from '../../lib/store/changed';
import { limits } from '../../lib/store/limits';
import type { TaskPatch } from '../../lib/store/port';
import type { DocumentHead, TaskRecord } from '../../lib/store/types';
import type { FieldName } from '../records/useCursor';
import { useField } from '../records/useField';
import { Field } from '../ui/Field';
import { days } from '../ui/InputField';
import { useAutosave } from '../ui/useAutosave';
import { EditorActions, NoteField, type TagCount, TagsField } from './EditorParts';
import './editor.css';
import { Fact, Facts, Place } from './Facts';
import { DeadlinesField } from './follow/DeadlinesField';
import { FollowEditor } from './follow/FollowEditor';
import { useOffice } from './people/office';
import { TaskChanges } from './TaskChanges';
import { formerUnit, unitNames } from './taken-for';

export interface TaskEditorProps {
  readonly task: TaskRecord;
  readonly document: DocumentHead | undefined;
  /** ISO calendar date. */
  readonly today: string;
  readonly tags: readonly TagCount[];
  /** The field that is typed into at once, and what to do when it is done with. */
  readonly field: FieldName | null;
  readonly onDone: () => void;
  /** Rejects when it could not be stored: a text then stays in its field. */
  readonly onChange: (patch: TaskPatch, base?: TaskPatch) => Promise<unknown>;
  /** The same, for where nobody waits. */
  readonly onSet: (patch: TaskPatch) => void;
  readonly changesOf: () => Promise<readonly TaskChange[]>;
  readonly onReveal: () => void;
  readonly onRemove: () => void;
}

/** An open task: what the reader writes on the left, what the document says on the right. */
export function TaskEditor(props: TaskEditorProps) {
  const { task, document, tags, onChange, onSet, onReveal, onRemove } = props;
  const root = useField(props.field, props.onDone) as RefObject<HTMLDivElement | null>;
  const { units } = useOffice();
  const former = formerUnit(task, units);
  const kinds = document?.changed?.[task.measureId ?? ''];
  const title = useAutosave(
    task.title,
    (value, base) => onChange({ title: value.trim() }, { title: base.trim() }),
    500,
    `${task.id}:title`,
  );
  const note = useAutosave(
    task.note,
    (value, base) => onChange({ note: value }, { note: base }),
    500,
    `${task.id}:note`,
  );
  return (
    <div class="editor" ref={root}>
      <div class="editor-own">
        <Field label={i18n.t('tasks.title')}>
          {(control) => (
            <input
              {...control}
              class="input"
              maxLength={limits.title}
              value={title.value}
              onInput={(event) => title.change(event.currentTarget.value)}
              onBlur={title.flush}
            />
          )}
        </Field>
        <Field label={i18n.t('tasks.dueDate')}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="date"
              data-field="due"
              {...days}
              value={task.dueDate ?? ''}
              // A year is typed digit by digit: only what was left or confirmed is meant.
              onBlur={(event) => {
                const { value, validity } = event.currentTarget;
                if (validity.valid && value !== (task.dueDate ?? '')) onSet({ dueDate: value || null });
              }}
            />
          )}
        </Field>
        <DeadlinesField task={task} today={props.today} onSet={onSet} />
        <TagsField tags={task.tags} suggestions={tags} onChange={(next) => onSet({ tags: next })} />
        <NoteField note={note} />
        <EditorActions
          saved={note.state === 'idle' ? title.state : note.state}
          onReveal={task.origin === 'hand' ? undefined : onReveal}
          onRemove={onRemove}
        />
      </div>
      <div class="editor-source">
        {kinds && <TaskChanges key={kinds.join()} changesOf={props.changesOf} />}
        {task.excerpt && <blockquote class="excerpt">{task.excerpt}</blockquote>}
        <Facts>
          <Fact name={i18n.t('role.lead')} value={openUnits(task.lead, task.excerpt).join('、')} kind="lead" />
          <Fact
            name={i18n.t('role.participant')}
            value={openUnits(task.participants, task.excerpt).join('、')}
            kind="participant"
          />
          <Fact
            name={i18n.t('role.responsible')}
            value={openUnits(task.responsible, task.excerpt).join('、')}
            kind="responsible"
          />
          {former && (
            <Fact name={i18n.t('tasks.takenFor')} value={i18n.t('tasks.takenForWhom', [former, unitNames(units)])} />
          )}
          <Fact
            name={i18n.t('tasks.deadline')}
            value={deadlineText({ ...task, dueByDefault: false })}
            kind="deadline"
          />
          {task.dueByDefault && <Fact name="" value={i18n.t('tasks.defaultWhy')} />}
          <Fact name={i18n.t('tasks.recurrence')} value={task.recurrenceText} />
          <Fact name={i18n.t('follow.from')} value={task.source ? followWords.source(task.source) : null} />
          {task.origin !== 'hand' && <Place path={task.path} document={document} url={task.url} />}
        </Facts>
      </div>
      <FollowEditor task={task} today={props.today} document={document?.title} onSet={onSet} />
    </div>
  );
}
