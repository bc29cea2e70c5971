import { i18n } from '#i18n';
import type { AnnotationPatch } from '../../lib/store/port';
import type { AnnotationRecord, DocumentHead } from '../../lib/store/types';
import { Button, IconButton } from '../ui/Button';
import { Badge } from '../ui/Chip';
import { Field } from '../ui/Field';
import { SavedState } from '../ui/SavedState';
import { TagInput } from '../ui/TagInput';
import { useAutosave } from '../ui/useAutosave';
import { Facts, Place } from './Facts';
import './annotation-row.css';
import './editor.css';
import type { RowState } from './RecordRow';
import type { TagCount } from './TaskEditor';
import './task-row.css';

export interface AnnotationRowProps {
  readonly annotation: AnnotationRecord;
  readonly document: DocumentHead | undefined;
  readonly state: RowState;
  readonly tags: readonly TagCount[];
  readonly onChange: (patch: AnnotationPatch) => Promise<unknown>;
  readonly onReveal: () => void;
  readonly onRemove: () => void;
  readonly onTag: (tag: string) => void;
}

export function AnnotationRow(props: AnnotationRowProps) {
  const { annotation, document, state } = props;
  const method = annotation.resolution?.method;
  return (
    <article class="task annotation" aria-label={annotation.quote.slice(0, 60)}>
      <div class="task-line annotation-line">
        <input
          type="checkbox"
          class="checkbox"
          aria-label={i18n.t('tasks.selectOne', [annotation.quote.slice(0, 60)])}
          checked={state.selected}
          onClick={(event) => state.onSelect(event.shiftKey)}
        />
        <div class="task-main">
          <button
            type="button"
            class="task-title annotation-quote"
            style={{ '--note': `var(--note-${annotation.colour})` }}
            aria-expanded={state.open}
            onClick={state.onOpen}
          >
            <span>{annotation.quote}</span>
          </button>
          {annotation.note && !state.open && <p class="annotation-note">{annotation.note}</p>}
          <p class="task-where">
            {method === 'review' && <Badge tone="warn">{i18n.t('tasks.review')}</Badge>}
            {method === 'orphan' && <Badge tone="bad">{i18n.t('tasks.orphan')}</Badge>}
            <span class="task-document">{document?.title ?? annotation.url}</span>
            {annotation.number && <span class="task-number">{i18n.t('tasks.item', [annotation.number])}</span>}
          </p>
        </div>
        <div class="task-tags">
          {annotation.tags.map((tag) => (
            <button
              type="button"
              class="task-tag"
              key={tag}
              title={i18n.t('tasks.onlyTag', [tag])}
              onClick={() => props.onTag(tag)}
            >
              {tag}
            </button>
          ))}
        </div>
        <IconButton small icon="locate" label={i18n.t('tasks.reveal')} onClick={props.onReveal} />
      </div>
      {state.open && <AnnotationEditor {...props} />}
    </article>
  );
}

function AnnotationEditor({ annotation, document, tags, onChange, onReveal, onRemove }: AnnotationRowProps) {
  const note = useAutosave(annotation.note, (value) => onChange({ note: value }));
  return (
    <div class="editor">
      <div class="editor-own">
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
        <div class="field">
          <span class="field-label" aria-hidden="true">
            {i18n.t('tasks.tags')}
          </span>
          <TagInput
            label={i18n.t('tasks.tags')}
            tags={annotation.tags}
            suggestions={tags}
            onChange={(next) => void onChange({ tags: next })}
          />
        </div>
        <div class="editor-actions">
          <Button small icon="locate" onClick={onReveal}>
            {i18n.t('tasks.reveal')}
          </Button>
          <Button small variant="danger" icon="trash" onClick={onRemove}>
            {i18n.t('tasks.remove')}
          </Button>
          <SavedState state={note.state} />
        </div>
      </div>
      <div class="editor-source">
        <Facts>
          <Place path={annotation.path} document={document} url={annotation.url} />
        </Facts>
      </div>
    </div>
  );
}
