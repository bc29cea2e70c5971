import { useEffect, useRef, useState } from 'preact/hooks';

/** Sooner after a key nobody's hand is at a mouse, in milliseconds. */
const AT_KEYS_MS = 400;
/** How long the browser may take to bring the focus back, in milliseconds. */
const BACK_MS = 80;
/** Between the field's loss of the focus and the frame's, in milliseconds. */
const TURN_MS = 100;
/** Keys by which a person leaves a field, alone or with others. */
const leaving = /^(?:Tab|Escape|Alt|AltGraph|Control|Meta|F\d+)$/;

/**
 * Whether keys go elsewhere, although the field had them last: a page may take the focus from a frame at any time, and whoever
 * types does not see it. Where that happens amid typing it is taken back, once after each press in the frame, for a page that
 * takes it again and again would get the keys between.
 */
export function useLost(field: { readonly current: HTMLElement | null }): boolean {
  const [lost, setLost] = useState(false);
  /** When a key was last pressed, and whether it is one that types something. */
  const last = useRef({ at: 0, types: false });
  const tried = useRef(false);
  const left = useRef(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = ({ key, ctrlKey, altKey, metaKey, isTrusted }: KeyboardEvent) => {
      if (isTrusted) last.current = { at: Date.now(), types: !(leaving.test(key) || ctrlKey || altKey || metaKey) };
    };
    const onPress = () => {
      tried.current = false;
    };
    const onFocus = () => {
      clearTimeout(timer);
      setLost(false);
    };
    const onLeave = ({ target }: FocusEvent) => {
      if (target === field.current) left.current = Date.now();
    };
    const onBlur = () => {
      const element = field.current;
      // Chromium takes the focus from the field first, unless all of its window loses the keys: then they go to no page.
      if (!element || (Date.now() - left.current > TURN_MS && document.activeElement !== element)) return;
      const atKeys = Date.now() - last.current.at <= AT_KEYS_MS;
      if (atKeys && !last.current.types) return;
      if (tried.current || !atKeys) return setLost(true);
      tried.current = true;
      // Within this turn the browser is still taking it away.
      setTimeout(() => element.focus({ preventScroll: true }));
      timer = setTimeout(() => setLost(!document.hasFocus()), BACK_MS);
    };
    addEventListener('keydown', onKey, true);
    addEventListener('pointerdown', onPress, true);
    addEventListener('focus', onFocus);
    addEventListener('focusout', onLeave);
    addEventListener('blur', onBlur);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onKey, true);
      removeEventListener('pointerdown', onPress, true);
      removeEventListener('focus', onFocus);
      removeEventListener('focusout', onLeave);
      removeEventListener('blur', onBlur);
    };
  }, [field]);
  return lost;
}
