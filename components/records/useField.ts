import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FieldName } from './useCursor';

/**
 * Puts the focus into the field that a key asked for, and goes on when it is done with: Enter in a date and in an empty
 * tag field, Ctrl+Enter in a note, where Enter makes a line.
 *
 * @returns `ref` of the element that holds the fields, each with `data-field`.
 */
export function useField(field: FieldName | null, onDone: (() => void) | undefined): RefObject<HTMLElement | null> {
  const root = useRef<HTMLElement>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const input = field && root.current?.querySelector<HTMLElement>(`[data-field="${field}"]`);
    if (!input) return;
    input.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      const empty = !(input instanceof HTMLInputElement) || field !== 'tags' || input.value.trim() === '';
      if (!empty || (field === 'note' && !event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      input.blur();
      done.current?.();
    };
    // Before the field's own Enter, which adds what is typed.
    input.addEventListener('keydown', onKeyDown, true);
    return () => input.removeEventListener('keydown', onKeyDown, true);
  }, [field]);
  return root;
}
