import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What a key does; false: not this time, the key stays the browser's. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => boolean | undefined>>;

/** Where keys have a meaning of their own. */
const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="menu"], dialog';

/**
 * Single keys of the panel. They are silent while something is typed, with a modifier, and, where the panel shares its
 * window (`everywhere` false), while the focus is outside it.
 */
export function useKeys(root: RefObject<HTMLElement | null>, everywhere: boolean, keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const target: HTMLElement | Document | null = everywhere ? document : root.current;
    if (!target) return;
    const onKeyDown = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const within = event.composedPath()[0];
      if (within instanceof Element && within.closest(typing)) {
        if (event.key === 'Escape' && within instanceof HTMLElement) within.blur();
        return;
      }
      // A focused button or link keeps its own Enter and Space.
      if (event.key === 'Enter' && within instanceof Element && within.closest('button, a')) return;
      if (latest.current[event.key]?.(event)) event.preventDefault();
    };
    target.addEventListener('keydown', onKeyDown);
    return () => target.removeEventListener('keydown', onKeyDown);
  }, [root, everywhere]);
}
