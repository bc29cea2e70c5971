import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dropTyped, keepTyped, typedIn } from '../../lib/typed';

/** idle: nothing to save. dirty: typed and not yet sent. failed: typed and refused; it stays in the field. */
export type SaveState = 'idle' | 'dirty' | 'saving' | 'saved' | 'failed';

export interface Autosave {
  readonly value: string;
  readonly state: SaveState;
  readonly error: unknown;
  readonly change: (value: string) => void;
  /** Saves at once what waits: for blur and Enter. */
  readonly flush: () => void;
}

/**
 * A text that saves itself: `wait` milliseconds after the last change, on blur, when the field goes away and when the
 * page is left. A value that changes outside is taken over unless something typed waits to be saved or is being saved:
 * what arrives then may be the echo of an earlier save, and what was typed last is what will be stored. What somebody else
 * stored meanwhile (another tab) is kept beside it (`rebased`), where the field has a name.
 *
 * What is typed is kept at once (`lib/typed.ts`) until it is stored: a field that comes up again finds what a page that was
 * closed, or a background that did not answer, left behind. Where the stored text has become another one meanwhile, both
 * are shown, one below the other, and nothing is stored before the reader has had a look.
 *
 * @param save Is told from which text the value was made. Rejects when it could not; the text then stays and the next change,
 *   or `flush`, tries again. Where it rejects with `conflict`, somebody else has stored another text: both stand then, one
 *   below the other, and are stored.
 * @param field Names the record and the field, for what is typed to be found again; none: it is not kept.
 */
export function useAutosave(
  stored: string,
  save: (value: string, base: string) => Promise<unknown>,
  wait = 500,
  field: string | null = null,
): Autosave {
  const [left] = useState(() => (field === null ? null : leftBehind(field, stored)));
  const [value, setValue] = useState(left?.text ?? stored);
  const [state, setState] = useState<SaveState>(left ? 'dirty' : 'idle');
  const base = useRef(stored);
  const [error, setError] = useState<unknown>(null);
  const pending = useRef<string | null>(left?.sure ? left.text : null);
  const inFlight = useRef(0);
  const sent = useRef(0);
  /** Texts of ours that were sent, the last one last: they come back as what is stored. */
  const echoes = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(save);
  latest.current = save;
  const alive = useRef(true);
  const again = useRef<(text: string) => void>(() => undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const text = pending.current;
    if (text === null) return;
    pending.current = null;
    if (alive.current) setState('saving');
    inFlight.current++;
    const turn = ++sent.current;
    echoes.current = [...echoes.current.slice(1 - ECHOES), text];
    latest.current(text, base.current).then(
      () => {
        inFlight.current--;
        base.current = text;
        if (field !== null) dropTyped(field, text);
        if (alive.current && pending.current === null && inFlight.current === 0) setState('saved');
      },
      (reason: unknown) => {
        inFlight.current--;
        // A newer text that was sent since then stands for this one too.
        if (turn !== sent.current) return;
        const present = conflictIn(reason);
        if (present !== null) {
          const both = rebased(base.current, present, pending.current ?? text);
          base.current = present;
          again.current(both);
          return;
        }
        pending.current ??= text;
        if (!alive.current) return;
        setError(reason);
        setState('failed');
      },
    );
  }, [field]);

  const change = useCallback(
    (text: string) => {
      setValue(text);
      setState('dirty');
      pending.current = text;
      if (field !== null) keepTyped(field, { text, base: base.current });
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, wait);
    },
    [flush, wait, field],
  );

  again.current = change;

  useEffect(() => {
    if (pending.current !== null || inFlight.current > 0) {
      const typed = pending.current ?? echoes.current.at(-1);
      if (field === null || typed === undefined || stored === base.current || echoes.current.includes(stored)) return;
      const both = rebased(base.current, stored, typed);
      base.current = stored;
      if (both !== pending.current) change(both);
      return;
    }
    base.current = stored;
    // What was left behind and is another text by now stands until the reader has dealt with it.
    if (!left || left.sure || left.stored !== stored) setValue(stored);
  }, [stored, left, change, field]);

  useEffect(() => {
    if (left?.sure) flush();
  }, [left, flush]);

  // A layout effect: it is cleaned up at once, a passive one only after the next paint, which may never come.
  useLayoutEffect(() => {
    alive.current = true;
    const onHide = () => flush();
    addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
      alive.current = false;
      flush();
    };
  }, [flush]);

  return { value, state, error, change, flush };
}

/** So many saves may be under way before what comes back is taken for somebody else's. */
const ECHOES = 20;

/**
 * What two have written on the same text: where one of them only went on, that is put behind what the other made of it;
 * else one stands below the other.
 */
function rebased(base: string, stored: string, typed: string): string {
  if (stored.includes(typed)) return stored;
  // An echo of ours that the store has tidied, among others.
  if (typed.includes(stored)) return typed;
  // The other tab has ours already, in an order of its own.
  const added = typed.startsWith(base) ? typed.slice(base.length) : '';
  if (added.length > 1 && stored.includes(added)) return stored;
  if (typed.startsWith(base)) return `${stored}${typed.slice(base.length)}`;
  if (stored.startsWith(base)) return `${typed}${stored.slice(base.length)}`;
  return [stored, i18n.t('common.typedBefore'), typed].join('\n');
}

/** What somebody else has stored meanwhile; null where that is not what went wrong. */
function conflictIn(reason: unknown): string | null {
  const { code, detail } = (reason ?? {}) as { code?: unknown; detail?: { present?: unknown } | null };
  return code === 'conflict' && typeof detail?.present === 'string' ? detail.present : null;
}

interface Left {
  readonly text: string;
  /** Nothing else was stored since: it can be stored as it is. */
  readonly sure: boolean;
  readonly stored: string;
}

/** What was typed into this field and never stored. */
function leftBehind(field: string, stored: string): Left | null {
  const typed = typedIn(field);
  if (!typed) return null;
  if (typed.text === stored) {
    dropTyped(field, stored);
    return null;
  }
  if (typed.base === stored) return { text: typed.text, sure: true, stored };
  return { text: [stored, i18n.t('common.typedBefore'), typed.text].join('\n'), sure: false, stored };
}
