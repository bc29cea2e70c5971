import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button, IconButton } from './Button';
import './toast.css';
import type { ToastItem, Toasts } from './useToasts';

/**
 * How long a toast stays, in milliseconds; with undo longer. The clock stands still while it is pointed at or focused, and
 * while a dialog lies over it, which lets nobody reach its undo.
 */
const stay = { plain: 5_000, undo: 8_000 };

/** Where a surface's toasts stand: once in a page, at its end. */
export function ToastRegion({ toasts }: { readonly toasts: Toasts }) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.items.map((item) => (
        <Toast key={item.key} item={item} onClose={() => toasts.dismiss(item.key)} />
      ))}
    </div>
  );
}

function Toast({ item, onClose }: { readonly item: ToastItem; readonly onClose: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || item.tone === 'error') return;
    let timer: ReturnType<typeof setTimeout>;
    const start = () => {
      timer = setTimeout(
        () => (document.querySelector('dialog[open]') ? start() : onClose()),
        item.undo || item.action ? stay.undo : stay.plain,
      );
    };
    start();
    return () => clearTimeout(timer);
  }, [held, item.key]);
  return (
    <div
      class={item.tone === 'error' ? 'toast toast-error' : 'toast'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span class="toast-text">{item.text}</span>
      {item.action && (
        <Button
          variant="quiet"
          small
          onClick={() => {
            item.action?.act();
            onClose();
          }}
        >
          {item.action.text}
        </Button>
      )}
      {item.undo && (
        <Button
          variant="quiet"
          small
          icon="undo"
          onClick={() => {
            item.undo?.();
            onClose();
          }}
        >
          {i18n.t('common.undo')}
        </Button>
      )}
      <IconButton small icon="x" label={i18n.t('common.close')} onClick={onClose} />
    </div>
  );
}
