import { useEffect, useState } from 'preact/hooks';

/** So long after a key somebody is still typing, in milliseconds: a hand that goes to the mouse takes longer. */
const TYPING = 500;
/** A page that takes the focus again so soon is not fought with. */
const AGAIN = 1000;
/** What happens in one go takes at most so long. */
const TOGETHER = 50;
/** How long it is said that the focus had been away. */
const SAID = 6000;

/** lost: what is typed now goes elsewhere. back: so did what was typed a moment ago. */
export type FocusState = 'lost' | 'back' | null;

/** A key that writes: Tab, Escape, F6 and what is pressed with Ctrl or Alt may lead out of the frame by themselves. */
const writes = ({ key, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean =>
  isComposing ||
  (!ctrlKey && !altKey && !metaKey && (key.length === 1 || /^(?:Backspace|Delete|Enter|Process)$/.test(key)));

/**
 * A page can take the focus from the frame at any time, and would get the letters of a note that is being typed. It is taken
 * back where that happens in the middle of typing, and said in any case.
 *
 * @param field The text field of the note.
 */
export function useKeptFocus(field: { readonly current: HTMLTextAreaElement | null }): FocusState {
  const [state, setState] = useState<FocusState>(null);
  useEffect(() => {
    let [typed, taken, left] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    let hiding: ReturnType<typeof setTimeout> | undefined;
    const listening = new AbortController();
    const { signal } = listening;
    const onKey = (event: KeyboardEvent) => {
      typed = writes(event) ? performance.now() : Number.NEGATIVE_INFINITY;
      setState((before) => (before === 'lost' ? null : before));
    };
    const onLeave = ({ target }: FocusEvent) => {
      if (target === field.current) left = performance.now();
    };
    const onBlur = () => {
      const now = performance.now();
      // Of a frame that loses the focus, some browsers let go of the field first.
      if (document.activeElement !== field.current && now - left > TOGETHER) return;
      const mayReturn = now - typed < TYPING && now - taken > AGAIN;
      setState('lost');
      if (!mayReturn) return;
      taken = now;
      // Behind whatever else the page does in this turn.
      setTimeout(() => {
        window.focus();
        field.current?.focus({ preventScroll: true });
      });
    };
    const onFocus = () => {
      // Words that went with the press that brings the focus back would move the button under that press: they go with the next key.
      setState((before) => (before === 'lost' && performance.now() - taken < AGAIN ? 'back' : before));
      clearTimeout(hiding);
      hiding = setTimeout(() => setState((before) => (before === 'back' ? null : before)), SAID);
    };
    addEventListener('keydown', onKey, { signal });
    addEventListener('focusout', onLeave, { signal });
    addEventListener('blur', onBlur, { signal });
    addEventListener('focus', onFocus, { signal });
    return () => {
      listening.abort();
      clearTimeout(hiding);
    };
  }, []);
  return state;
}
