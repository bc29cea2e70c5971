import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './icons';
import type { Dismissal, PillState } from './types';

export interface PillProps {
  readonly pill: PillState;
  readonly marksShown: boolean;
  readonly onOpen: () => void;
  readonly onToggleMarks: () => void;
  readonly onReadAgain: () => void;
  readonly onDismiss: (how: Dismissal) => void;
}

/** What the page was found to be, in a corner; opens the panel, and goes away when told. */
export function Pill({ pill, marksShown, onOpen, onToggleMarks, onReadAgain, onDismiss }: PillProps) {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!open) return;
    menu.current?.querySelector('button')?.focus();
    const root = box.current?.getRootNode();
    const outside = (event: Event) => {
      // Seen from the page, all of ours is one element.
      if (event.target !== (root as ShadowRoot | undefined)?.host) setOpen(false);
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, [open]);

  const close = () => {
    setOpen(false);
    box.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (to !== undefined) items[to % items.length]?.focus();
    else return;
    event.preventDefault();
  };
  const pick = (action: () => void) => () => {
    close();
    action();
  };

  return (
    <section class="pill" aria-label={i18n.t('app.name')} ref={box}>
      <button type="button" class="pill-main" title={i18n.t('guest.openPanel')} onClick={onOpen}>
        <span class="seal" aria-hidden="true">
          笺
        </span>
        <span aria-live="polite">{wordsOf(pill)}</span>
      </button>
      <button
        type="button"
        class="pill-more"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={i18n.t('guest.more')}
        title={i18n.t('guest.more')}
        onClick={() => setOpen(!open)}
      >
        <Icon name="ellipsis" />
      </button>
      {open && (
        <div class="menu" role="menu" tabIndex={-1} aria-label={i18n.t('guest.more')} ref={menu} onKeyDown={onKeyDown}>
          <MenuItem text={i18n.t(marksShown ? 'guest.hideMarks' : 'guest.showMarks')} onPick={pick(onToggleMarks)} />
          <MenuItem text={i18n.t('guest.readAgain')} onPick={pick(onReadAgain)} />
          <hr />
          <Legend />
          <hr />
          <MenuItem text={i18n.t('guest.dismissPage')} onPick={pick(() => onDismiss('page'))} />
          <MenuItem text={i18n.t('guest.dismissSite')} onPick={pick(() => onDismiss('site'))} />
          <MenuItem text={i18n.t('guest.dismissAll')} onPick={pick(() => onDismiss('all'))} />
        </div>
      )}
    </section>
  );
}

/** What the marks mean; the same on every page. */
function Legend() {
  const marks = ['lead', 'participant', 'responsible', 'deadline', 'mine', 'possible'] as const;
  return (
    <p class="legend">
      {marks.map((mark) => (
        <b key={mark} class={mark}>
          {i18n.t(`guest.legend.${mark}`)}
        </b>
      ))}
    </p>
  );
}

function MenuItem({ text, onPick }: { readonly text: string; readonly onPick: () => void }) {
  return (
    <button type="button" role="menuitem" onClick={onPick}>
      {text}
    </button>
  );
}

function wordsOf({ state, class: kind, measures, progress }: PillState): string {
  if (state === 'reading') return i18n.t('guest.reading', [Math.round(progress * 100)]);
  if (state === 'failed') return i18n.t('guest.failed');
  const name = kind === 'other' ? i18n.t('guest.notPolicy') : i18n.t('guest.policy');
  if (measures === 0) return name;
  return [name, i18n.t('guest.measures', [measures])].join(' · ');
}
