import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './icons';
import { type Colour, colours } from './types';

export interface ToolbarProps {
  readonly onAnnotate: (colour: Colour, note: string, event: Event) => void;
  readonly onTask: (event: Event) => void;
  /** A note is being written, or no more: what it is about stays marked meanwhile. */
  readonly onWriting?: (on: boolean) => void;
  readonly onClose: () => void;
}

const MAX_NOTE = 5000;

/** Beside a selection: a highlight in one of five colours, a note, a task; or away. */
export function Toolbar({ onAnnotate, onTask, onWriting, onClose }: ToolbarProps) {
  const [writing, setWriting] = useState(false);
  const [note, setNote] = useState('');

  const save = (event: Event) => onAnnotate('yellow', note.trim(), event);
  const write = () => {
    onWriting?.(!writing);
    setWriting(!writing);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && writing) save(event);
    else return;
    event.preventDefault();
  };
  return (
    <div class="float toolbar" role="toolbar" aria-label={i18n.t('guest.selection')} onKeyDown={onKeyDown}>
      <div class="row">
        {colours.map((colour) => (
          <button
            type="button"
            key={colour}
            class={`dot dot-${colour}`}
            aria-label={i18n.t(`guest.colour.${colour}`)}
            title={i18n.t(`guest.colour.${colour}`)}
            onClick={(event) => onAnnotate(colour, note.trim(), event)}
          />
        ))}
        <span class="bar" />
        <button type="button" aria-expanded={writing} onClick={write}>
          <Icon name="pencil" />
          {i18n.t('guest.annotate')}
        </button>
        <button type="button" onClick={onTask}>
          <Icon name="listPlus" />
          {i18n.t('guest.take')}
        </button>
        <button
          type="button"
          class="icon"
          aria-label={i18n.t('guest.close')}
          title={i18n.t('guest.close')}
          onClick={onClose}
        >
          <Icon name="x" />
        </button>
      </div>
      {writing && (
        <div class="row note">
          <textarea
            aria-label={i18n.t('guest.note')}
            placeholder={i18n.t('guest.note')}
            rows={2}
            maxLength={MAX_NOTE}
            value={note}
            ref={(element) => element?.focus({ preventScroll: true })}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
          <button type="button" class="strong" onClick={save}>
            {i18n.t('guest.save')}
          </button>
        </div>
      )}
    </div>
  );
}
