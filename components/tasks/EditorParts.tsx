import { i18n } from '#i18n';
import { limits } from '../../lib/store/limits';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { SavedState } from '../ui/SavedState';
import { TagInput } from '../ui/TagInput';
import type { Autosave, SaveState } from '../ui/useAutosave';
import './editor.css';

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

export function NoteField({ note }: { readonly note: Autosave }) {
  return (
    <Field label={i18n.t('tasks.note')}>
      {(control) => (
        <textarea
          {...control}
          class="input"
          data-field="note"
          rows={3}
          maxLength={limits.note}
          value={note.value}
          onInput={(event) => note.change(event.currentTarget.value)}
          onBlur={note.flush}
        />
      )}
    </Field>
  );
}

export function TagsField(props: {
  readonly tags: readonly string[];
  readonly suggestions: readonly TagCount[];
  readonly onChange: (tags: readonly string[]) => void;
}) {
  return (
    <div class="field">
      <span class="field-label" aria-hidden="true">
        {i18n.t('tasks.tags')}
      </span>
      <TagInput label={i18n.t('tasks.tags')} {...props} />
    </div>
  );
}

/** What can be done with the record that is open, and whether what was written is kept. */
export function EditorActions(props: {
  readonly saved: SaveState;
  /** Missing where there is no passage to go to. */
  readonly onReveal?: (() => void) | undefined;
  readonly onRemove: () => void;
}) {
  return (
    <div class="editor-actions">
      {props.onReveal && (
        <Button small icon="locate" onClick={props.onReveal}>
          {i18n.t('tasks.reveal')}
        </Button>
      )}
      <Button small variant="danger" icon="trash" onClick={props.onRemove}>
        {i18n.t('tasks.remove')}
      </Button>
      <SavedState state={props.saved} />
    </div>
  );
}
