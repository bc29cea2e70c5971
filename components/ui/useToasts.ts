import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

export interface ToastMessage {
  readonly text: string;
  /** Takes back what was done; offered as a button while the toast is there, and by Ctrl+Z after that. */
  readonly undo?: () => void;
  /** Something to do about it, beside taking it back. */
  readonly action?: { readonly text: string; readonly act: () => void };
  /** error stays until it is closed. */
  readonly tone?: 'plain' | 'error';
}

export interface ToastItem extends ToastMessage {
  readonly key: number;
}

/** Something done that can be taken back and is too small for a toast. */
export interface Deed {
  readonly text: string;
  readonly undo: () => void;
  /** Deeds of one kind that follow each other are one: a note that is typed saves itself many times. */
  readonly same?: string;
}

export interface Toasts {
  readonly items: readonly ToastItem[];
  readonly show: (message: ToastMessage) => void;
  readonly dismiss: (key: number) => void;
  readonly remember: (deed: Deed) => void;
  /** Takes back the last thing that was done and not yet taken back, and says which. */
  readonly undoLast: () => void;
}

/** How many toasts may stand at once; older ones make room. */
const most = 3;
/** So many deeds can be taken back, one after the other. */
const kept = 200;

/** The toasts of a surface, and all that can be undone there: give `items` to `ToastRegion`, `show` to whoever did something. */
export function useToasts(): Toasts {
  const [items, setItems] = useState<readonly ToastItem[]>([]);
  const next = useRef(1);
  const deeds = useRef<readonly Deed[]>([]);
  const remember = useCallback((deed: Deed) => {
    if (deed.same !== undefined && deeds.current.at(-1)?.same === deed.same) return;
    deeds.current = [...deeds.current, deed].slice(-kept);
  }, []);
  const put = useCallback((item: ToastItem) => {
    // What was said before is over once something else is done; a fault is not, nor is what it happened to.
    setItems((before) => {
      const stays = item.tone === 'error' ? before : before.filter(({ tone }) => tone === 'error');
      return [...stays, item].slice(-most);
    });
  }, []);
  const show = useCallback((message: ToastMessage) => {
    const key = next.current++;
    const { undo, text } = message;
    if (!undo) return put({ ...message, key });
    const deed: Deed = {
      text,
      undo: () => {
        deeds.current = deeds.current.filter((other) => other !== deed);
        undo();
      },
    };
    remember(deed);
    put({ ...message, undo: deed.undo, key });
  }, []);
  const undoLast = useCallback(() => {
    const last = deeds.current.at(-1);
    deeds.current = deeds.current.slice(0, -1);
    last?.undo();
    put({ key: next.current++, text: last ? i18n.t('common.undone', [last.text]) : i18n.t('common.nothingToUndo') });
  }, []);
  const dismiss = useCallback((key: number) => setItems((before) => before.filter((item) => item.key !== key)), []);
  return useMemo(() => ({ items, show, dismiss, remember, undoLast }), [items]);
}
