import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Where } from '../../lib/page/note-draft';
import { Card } from './Card';
import { Toolbar } from './Toolbar';
import type { Doubt, FrameAct, FrameState } from './types';
import { type FindDraft, type KeepDraft, useDrafts } from './useDrafts';
import { useSeen } from './useSeen';

export interface FrameProps {
  readonly state: FrameState;
  readonly onAct: (act: FrameAct) => void;
  /** A note on some words, at every key; '' when it is done with. */
  readonly onDraft?: KeepDraft;
  /** A note on these words that was left unfinished before this page was loaded. */
  readonly findDraft?: FindDraft;
}

/**
 * What is the reader's own, over a page: bar, card and notice, in a frame of our own origin. An act that writes needs a
 * click or key of a person on something that has been seen, uncovered and unmoved, for a moment.
 */
export function Frame({ state, onAct, onDraft, findDraft }: FrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const seen = useSeen(box);
  useRoom(box, onAct);
  const { toolbar, about, card, notice, room, still } = state;
  const where = state.where ?? null;
  const drafts = useDrafts(toolbar ? about : null, where, onDraft, findDraft);
  /** What was told to be kept: its draft goes when the bar does, which it does not where it could not be kept. */
  const told = useRef<{ readonly about: string; readonly where: Where | null } | null>(null);
  useEffect(() => {
    if (toolbar || told.current === null) return;
    drafts.keep(told.current.about, '', told.current.where);
    told.current = null;
  }, [toolbar]);
  const draft = toolbar ? (drafts.on(about, where)?.note ?? '') : '';
  const unfinished = draft !== '';
  useEffect(() => {
    if (!unfinished) return;
    onAct({ act: 'draft', on: true });
    return () => onAct({ act: 'draft', on: false });
  }, [about, unfinished]);

  const mean = (act: FrameAct) => (event: Event) => {
    if (!event.isTrusted) return;
    const doubt = doubtOf(seen.now(), still);
    if (!doubt && act.act === 'annotate') told.current = { about, where };
    onAct(doubt ? { act: 'doubt', why: doubt } : act);
  };
  const close = () => onAct({ act: 'close' });
  useEscape(close);
  const style = `--room: ${room.width}px; --card-width: ${Math.min(360, room.width)}px; --card-height: ${Math.min(420, room.height)}px`;
  return (
    <div
      class="frame"
      style={style}
      ref={box}
      lang={i18n.t('@@ui_locale').replace('_', '-') || undefined}
      data-ready={String(still && seen.ready)}
    >
      {toolbar && (
        <Toolbar
          // What is found of it after the bar came up is put into it, where nothing was typed yet.
          key={`${drafts.found} ${about}`}
          draft={draft}
          onDraft={(note) => drafts.keep(about, note.trim() === '' ? '' : note, where)}
          onAnnotate={(colour, note, event) => mean({ act: 'annotate', colour, note })(event)}
          onTask={mean({ act: 'task' })}
          onWriting={(on) => onAct({ act: 'write', on })}
          onClose={close}
          onAway={() => onAct({ act: 'away' })}
        />
      )}
      {card && (
        <Card
          key={card.id}
          card={card}
          onShow={() => onAct({ act: 'show' })}
          onTake={(id, event) => mean({ act: 'take', id })(event)}
          onRemoveNote={(id, event) => mean({ act: 'removeNote', id })(event)}
          onClose={close}
        />
      )}
      <div class="notices" role="status">
        {notice && (
          <p class={notice.bad ? 'notice bad' : 'notice'}>
            {notice.text}
            {notice.undo && (
              <button type="button" onClick={mean({ act: 'undo' })}>
                {i18n.t('common.undo')}
              </button>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

function doubtOf(seen: 'seen' | 'new' | 'covered', still: boolean): Doubt | null {
  if (seen === 'covered') return 'covered';
  return seen === 'new' || !still ? 'early' : null;
}

/** Escape closes what is open also where nothing in the frame has the focus. */
function useEscape(close: () => void): void {
  const last = useRef(close);
  last.current = close;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) last.current();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}

/** Tells how much room the content takes, whenever that changes. */
function useRoom(box: { readonly current: HTMLElement | null }, onAct: (act: FrameAct) => void): void {
  const tell = useRef(onAct);
  tell.current = onAct;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const sizes = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect();
      tell.current({ act: 'size', width: Math.ceil(width), height: Math.ceil(height) });
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [box]);
}
