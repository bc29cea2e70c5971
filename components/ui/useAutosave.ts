import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

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
 * what arrives then may be the echo of an earlier save, and what was typed last is what will be stored.
 *
 * @param save Rejects when it could not; the text then stays and the next change, or `flush`, tries again.
 */
export function useAutosave(stored: string, save: (value: string) => Promise<unknown>, wait = 500): Autosave {
  const [value, setValue] = useState(stored);
  const [state, setState] = useState<SaveState>('idle');
  const [error, setError] = useState<unknown>(null);
  const pending = useRef<string | null>(null);
  const inFlight = useRef(0);
  const sent = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(save);
  latest.current = save;
  const alive = useRef(true);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const text = pending.current;
    if (text === null) return;
    pending.current = null;
    if (alive.current) setState('saving');
    inFlight.current++;
    const turn = ++sent.current;
    latest.current(text).then(
      () => {
        inFlight.current--;
        if (alive.current && pending.current === null && inFlight.current === 0) setState('saved');
      },
      (reason: unknown) => {
        inFlight.current--;
        // A newer text that was sent since then stands for this one too.
        if (turn !== sent.current) return;
        pending.current ??= text;
        if (!alive.current) return;
        setError(reason);
        setState('failed');
      },
    );
  }, []);

  const change = useCallback(
    (text: string) => {
      setValue(text);
      setState('dirty');
      pending.current = text;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, wait);
    },
    [flush, wait],
  );

  useEffect(() => {
    if (pending.current === null && inFlight.current === 0) setValue(stored);
  }, [stored]);

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
