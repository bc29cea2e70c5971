import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * What a key does, by its lower-case name (`t`, `enter` as `Enter`, `mod+z`); false: not this time, the key stays the
 * browser's.
 */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => boolean | undefined>>;

export interface KeysOptions {
  /** Where the keys are heard, unless `everywhere`. */
  readonly root: RefObject<HTMLElement | null>;
  /** The list has the window for itself: keys work wherever the focus is. */
  readonly everywhere: boolean;
  readonly keys: KeyMap;
  /** Escape in a field: where the focus goes, which must not fall to the body. */
  readonly onLeave?: (field: HTMLElement) => void;
}

/** Where keys have a meaning of their own. */
const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="menu"], dialog';

/** What a Chinese input method types in place of these. */
const wide: Readonly<Record<string, string>> = {
  '？': '?',
  '、': '/',
  '／': '/',
  '＋': '+',
  '－': '-',
  _: '-',
  '=': '+',
};

/** One name for a key, whatever Shift, Caps Lock or an input method make of it. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): string {
  const plain = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${wide[plain] ?? plain}`;
}

/**
 * Single keys of a list of records, the same in panel and task list. They are silent while something is typed and with
 * Alt; with Ctrl or ⌘ only those that are named so.
 */
export function useKeys(options: KeysOptions): void {
  const latest = useRef(options);
  latest.current = options;
  const { root, everywhere } = options;
  useEffect(() => {
    const target: HTMLElement | Document | null = everywhere ? document : root.current;
    if (!target) return;
    const onKeyDown = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing || event.altKey) return;
      const within = event.composedPath()[0];
      // In a choice nothing is typed that Ctrl+Z could take back: there it is ours.
      const choosing = within instanceof HTMLSelectElement && keyName(event).startsWith('mod+');
      if (within instanceof HTMLElement && within.closest(typing) && !choosing) {
        if (event.key !== 'Escape' || within.closest('dialog')) return;
        event.preventDefault();
        if (latest.current.onLeave) latest.current.onLeave(within);
        else within.blur();
        return;
      }
      // A focused button or link keeps its own Enter and Space.
      const own = event.key === 'Enter' || event.key === ' ';
      if (own && within instanceof Element && within.closest('button:not([data-main]), a, summary')) return;
      if (latest.current.keys[keyName(event)]?.(event)) event.preventDefault();
    };
    target.addEventListener('keydown', onKeyDown);
    return () => target.removeEventListener('keydown', onKeyDown);
  }, [root, everywhere]);
}
