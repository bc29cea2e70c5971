import { useCallback, useMemo, useRef, useState } from 'preact/hooks';

export interface ToastMessage {
  readonly text: string;
  /** Takes back what was done; offered as a button while the toast is there. */
  readonly undo?: () => void;
  /** error stays until it is closed. */
  readonly tone?: 'plain' | 'error';
}

export interface ToastItem extends ToastMessage {
  readonly key: number;
}

export interface Toasts {
  readonly items: readonly ToastItem[];
  readonly show: (message: ToastMessage) => void;
  readonly dismiss: (key: number) => void;
}

/** How many toasts may stand at once; older ones make room. */
const most = 3;

/** The toasts of a surface: give `items` to `ToastRegion`, `show` to whoever did something. */
export function useToasts(): Toasts {
  const [items, setItems] = useState<readonly ToastItem[]>([]);
  const next = useRef(1);
  const show = useCallback((message: ToastMessage) => {
    const item = { ...message, key: next.current++ };
    // What was said before is over once something else is done; a fault is not, nor is what it happened to.
    setItems((before) => {
      const stays = item.tone === 'error' ? before : before.filter(({ tone }) => tone === 'error');
      return [...stays, item].slice(-most);
    });
  }, []);
  const dismiss = useCallback((key: number) => setItems((before) => before.filter((item) => item.key !== key)), []);
  return useMemo(() => ({ items, show, dismiss }), [items, show, dismiss]);
}
