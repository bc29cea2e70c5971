import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { limits } from '../../lib/store/limits';
import { SavedState } from '../ui/SavedState';
import { useAutosave } from '../ui/useAutosave';
import { errorWord } from './words';

export interface NoteFieldProps {
  readonly label: string;
  readonly stored: string;
  readonly save: (note: string, base: string) => Promise<unknown>;
  /** Whose note it is: what is typed is found again under it. */
  readonly of: string;
  /** Takes the focus when it appears. */
  readonly focus?: boolean;
  /** What went wrong with the other fields, if anything. */
  readonly aside?: string | null;
  readonly action?: ComponentChildren;
}

/** A note that saves itself and says so. */
export function NoteField({ label, stored, save, of, focus, aside, action }: NoteFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const note = useAutosave(stored, save, 500, `${of}:note`);
  useEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);
  const error = note.state === 'failed' ? errorWord(note.error) : (aside ?? null);
  return (
    <div class="note-field">
      <textarea
        ref={area}
        data-field="note"
        class="input"
        aria-label={label}
        placeholder={label}
        rows={2}
        maxLength={limits.note}
        value={note.value}
        onInput={(event) => note.change(event.currentTarget.value)}
        onBlur={note.flush}
      />
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      <div class="note-foot">
        <SavedState state={note.state} />
        {note.value.length > limits.note * 0.9 && (
          <span class="note-length">{i18n.t('panel.noteLength', [`${note.value.length}`, `${limits.note}`])}</span>
        )}
        {action}
      </div>
    </div>
  );
}
