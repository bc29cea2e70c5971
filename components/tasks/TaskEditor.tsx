import { i18n } from '#i18n';
import type { TaskPatch } from '../../lib/store/port';
import type { DocumentHead, TaskRecord } from '../../lib/store/types';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { SavedState } from '../ui/SavedState';
import { TagInput } from '../ui/TagInput';
import { useAutosave } from '../ui/useAutosave';
import './editor.css';
import { Fact, Facts, Place } from './Facts';

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

export interface TaskEditorProps {
  readonly task: TaskRecord;
  readonly document: DocumentHead | undefined;
  readonly tags: readonly TagCount[];
  readonly onChange: (patch: TaskPatch) => Promise<unknown>;
  readonly onReveal: () => void;
  readonly onRemove: () => void;
}

/** An open task: what the reader writes on the left, what the document says on the right. */
export function TaskEditor({ task, document, tags, onChange, onReveal, onRemove }: TaskEditorProps) {
  const title = useAutosave(task.title, (value) => onChange({ title: value.trim() }));
  const note = useAutosave(task.note, (value) => onChange({ note: value }));
  const saved = note.state === 'idle' ? title.state : note.state;
  return (
    <div class="editor">
      <div class="editor-own">
        <Field label={i18n.t('tasks.title')}>
          {(control) => (
            <input
              {...control}
              class="input"
              maxLength={2000}
              value={title.value}
              onInput={(event) => title.change(event.currentTarget.value)}
              onBlur={title.flush}
            />
          )}
        </Field>
        <div class="field">
          <span class="field-label" aria-hidden="true">
            {i18n.t('tasks.tags')}
          </span>
          <TagInput
            label={i18n.t('tasks.tags')}
            tags={task.tags}
            suggestions={tags}
            onChange={(next) => void onChange({ tags: next })}
          />
        </div>
        <Field label={i18n.t('tasks.note')}>
          {(control) => (
            <textarea
              {...control}
              class="input"
              rows={3}
              maxLength={20_000}
              value={note.value}
              onInput={(event) => note.change(event.currentTarget.value)}
              onBlur={note.flush}
            />
          )}
        </Field>
        <div class="editor-actions">
          <Button small icon="locate" onClick={onReveal}>
            {i18n.t('tasks.reveal')}
          </Button>
          <Button small variant="danger" icon="trash" onClick={onRemove}>
            {i18n.t('tasks.remove')}
          </Button>
          <SavedState state={saved} />
        </div>
      </div>
      <div class="editor-source">
        <blockquote class="excerpt">{task.excerpt}</blockquote>
        <Facts>
          <Fact name={i18n.t('role.lead')} value={task.lead.join('、')} kind="lead" />
          <Fact name={i18n.t('role.participant')} value={task.participants.join('、')} kind="participant" />
          <Fact name={i18n.t('role.responsible')} value={task.responsible.join('、')} kind="responsible" />
          <Fact name={i18n.t('tasks.deadline')} value={task.deadlineText} kind="deadline" />
          {task.dueByDefault && <Fact name="" value={i18n.t('tasks.defaultWhy')} />}
          <Fact name={i18n.t('tasks.recurrence')} value={task.recurrenceText} />
          <Place path={task.path} document={document} url={task.url} />
        </Facts>
      </div>
    </div>
  );
}
