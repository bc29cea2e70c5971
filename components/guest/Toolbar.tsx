import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './icons';
import { type Anchor, type Colour, colours } from './types';
import { useFloating } from './useFloating';

export interface ToolbarProps {
  readonly anchor: Anchor;
  readonly onAnnotate: (colour: Colour, note: string) => void;
  readonly onTask: () => void;
  /** A note is being written, or no more: what it is about stays marked meanwhile. */
  readonly onWriting?: (on: boolean) => void;
  readonly onClose: () => void;
}

const MAX_NOTE = 5000;

/** Beside a selection: a highlight in one of five colours, a note, a task; or away. */
export function Toolbar({ anchor, onAnnotate, onTask, onWriting, onClose }: ToolbarProps) {
  const box = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState(false);
  const [note, setNote] = useState('');
  useFloating(box, anchor, 'top');

  const save = () => onAnnotate('yellow', note.trim());
  const write = () => {
    onWriting?.(!writing);
    setWriting(!writing);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && writing) save();
    else return;
    event.preventDefault();
  };
  return (
    <div class="float toolbar" role="toolbar" aria-label={i18n.t('guest.selection')} ref={box} onKeyDown={onKeyDown}>
      <div class="row">
        {colours.map((colour) => (
          <button
            type="button"
            key={colour}
            class={`dot dot-${colour}`}
            aria-label={i18n.t(`guest.colour.${colour}`)}
            title={i18n.t(`guest.colour.${colour}`)}
            onClick={() => onAnnotate(colour, note.trim())}
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
