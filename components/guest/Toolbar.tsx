import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './icons';
import { type Colour, colours } from './types';
import { useLost } from './useLost';

export interface ToolbarProps {
  readonly onAnnotate: (colour: Colour, note: string, event: Event) => void;
  readonly onTask: (event: Event) => void;
  /** A note is being written, or no more: what it is about stays marked meanwhile. */
  readonly onWriting?: (on: boolean) => void;
  /** What was typed so far, at every key: a note that is not finished is not lost with the bar. */
  readonly onDraft?: (note: string) => void;
  /** A note on the same words that was left unfinished. */
  readonly draft?: string;
  readonly onClose: () => void;
  /** Closes, and does not come back for the same words. */
  readonly onAway: () => void;
}

const MAX_NOTE = 5000;

/** Beside a selection: a highlight in one of five colours, a note, a task; or away. */
export function Toolbar({ onAnnotate, onTask, onWriting, onDraft, draft = '', onClose, onAway }: ToolbarProps) {
  const [writing, setWriting] = useState(draft !== '');
  const [note, setNote] = useState(draft);
  const wanted = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const lost = useLost(field) && writing;
  useEffect(() => {
    if (draft !== '') onWriting?.(true);
  }, []);

  const save = (event: Event) => onAnnotate('yellow', note.trim(), event);
  const write = () => {
    onWriting?.(!writing);
    wanted.current = true;
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
          onClick={onAway}
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
            aria-invalid={lost}
            ref={(element) => {
              field.current = element;
              // A note that was found again leaves the keys to the page until it is asked for.
              if (wanted.current) element?.focus({ preventScroll: true });
            }}
            onInput={(event) => {
              setNote(event.currentTarget.value);
              onDraft?.(event.currentTarget.value);
            }}
          />
          <button type="button" class="strong" onClick={save}>
            {i18n.t('guest.save')}
          </button>
        </div>
      )}
      <p class="lost" role="alert">
        {lost && i18n.t('guest.lost')}
      </p>
    </div>
  );
}
