import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import type { AnnotationPatch } from '../../lib/store/port';
import type { AnnotationRecord, DocumentHead } from '../../lib/store/types';
import { useField } from '../records/useField';
import { IconButton } from '../ui/Button';
import { Badge } from '../ui/Chip';
import { useAutosave } from '../ui/useAutosave';
import { EditorActions, NoteField, type TagCount, TagsField } from './EditorParts';
import { Facts, Place } from './Facts';
import './annotation-row.css';
import './editor.css';
import type { RowState } from './RecordRow';
import { DocumentName, RowTags, Tick } from './RowParts';
import './task-row.css';

export interface AnnotationRowProps {
  readonly annotation: AnnotationRecord;
  readonly document: DocumentHead | undefined;
  readonly state: RowState;
  readonly tags: readonly TagCount[];
  /** Rejects when it could not be stored, which has been said by then. */
  /** @param base What it was made from, where that is not the annotation as it is shown. */
  readonly onChange: (patch: AnnotationPatch, base?: AnnotationPatch) => Promise<unknown>;
  readonly onReveal: () => void;
  readonly onRemove: () => void;
  readonly onTag: (tag: string) => void;
}

export function AnnotationRow(props: AnnotationRowProps) {
  const { annotation, document, state } = props;
  const method = annotation.resolution?.method;
  return (
    <article
      class={['task annotation', state.selected && 'record-selected', state.current && 'record-current']
        .filter(Boolean)
        .join(' ')}
      aria-label={annotation.quote.slice(0, 60)}
      aria-current={state.current ? 'true' : undefined}
    >
      <div class="task-line annotation-line">
        <Tick name={annotation.quote.slice(0, 60)} state={state} />
        <div class="task-main">
          <button
            type="button"
            class="task-title annotation-quote"
            data-main
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
            <DocumentName document={document} url={annotation.url} />
            {annotation.number && <span class="task-number">{i18n.t('tasks.item', [annotation.number])}</span>}
          </p>
        </div>
        <RowTags tags={annotation.tags} onTag={props.onTag} />
        <IconButton small icon="locate" label={i18n.t('tasks.reveal')} onClick={props.onReveal} />
      </div>
      {state.open && <AnnotationEditor {...props} />}
    </article>
  );
}

function AnnotationEditor({ annotation, document, state, tags, onChange, onReveal, onRemove }: AnnotationRowProps) {
  const root = useField(state.field, state.onDone) as RefObject<HTMLDivElement | null>;
  const note = useAutosave(
    annotation.note,
    (value, base) => onChange({ note: value }, { note: base }),
    500,
    `${annotation.id}:note`,
  );
  return (
    <div class="editor" ref={root}>
      <div class="editor-own">
        <NoteField note={note} />
        <TagsField
          tags={annotation.tags}
          suggestions={tags}
          onChange={(next) => void onChange({ tags: next }).catch(() => undefined)}
        />
        <EditorActions saved={note.state} onReveal={onReveal} onRemove={onRemove} />
      </div>
      <div class="editor-source">
        <Facts>
          <Place path={annotation.path} document={document} url={annotation.url} />
        </Facts>
      </div>
    </div>
  );
}
