import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from './Button';
import { Icon } from './Icon';
import type { IconName } from './icons';
import './menu.css';

export interface MenuItem {
  readonly text: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** For one of several that exclude each other: whether it is the one. */
  readonly checked?: boolean;
  readonly onPick: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: IconName;
  /** A button with this text; without it, one with the icon alone. */
  readonly text?: string;
  readonly small?: boolean;
}

/** A button that opens a list of things to do: arrows, Home, End, Escape and Tab work as in the ARIA menu pattern. */
export function Menu({ label, items, icon = 'ellipsis', text, small }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const button = anchor.current;
    const menu = list.current;
    if (!open || !button || !menu) return;
    // Above every row and frame of the list; browsers without popovers go by the z-index.
    menu.showPopover?.();
    let placed = false;
    const stop = autoUpdate(button, menu, async () => {
      const middleware = [offset(4), flip(), shift({ padding: 8 })];
      const { x, y } = await computePosition(button, menu, { placement: 'bottom-end', strategy: 'fixed', middleware });
      Object.assign(menu.style, { left: `${x}px`, top: `${y}px`, visibility: 'visible' });
      // Before it is placed it is hidden, and what is hidden takes no focus.
      if (!placed) itemsOf(menu)[0]?.focus({ preventScroll: true });
      placed = true;
    });
    const onOutside = (event: Event) => {
      const target = event.composedPath()[0];
      if (target instanceof Node && !button.contains(target) && !menu.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onOutside, true);
    return () => {
      stop();
      document.removeEventListener('pointerdown', onOutside, true);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    anchor.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = list.current ? itemsOf(list.current) : [];
    const at = all.indexOf(event.target as HTMLElement);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const to = moves[event.key];
    if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const trigger = {
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    'aria-controls': open ? id : undefined,
    onClick: () => setOpen(!open),
  };

  return (
    <span class="menu-anchor" ref={anchor}>
      {text === undefined ? (
        <IconButton icon={icon} label={label} small={small} {...trigger} />
      ) : (
        <Button icon={icon} small={small} aria-label={label} {...trigger}>
          {text}
        </Button>
      )}
      {open && (
        <div
          class="menu"
          id={id}
          role="menu"
          popover="manual"
          aria-label={label}
          tabIndex={-1}
          ref={list}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.text}
              type="button"
              class={item.danger ? 'menu-item menu-danger' : 'menu-item'}
              {...(item.checked === undefined
                ? { role: 'menuitem' as const }
                : { role: 'menuitemradio' as const, 'aria-checked': item.checked })}
              disabled={item.disabled}
              tabIndex={-1}
              onClick={() => {
                close();
                item.onPick();
              }}
            >
              {item.icon && <Icon name={item.icon} />}
              <span>{item.text}</span>
              {item.checked && <Icon name="check" />}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

const itemsOf = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('.menu-item:not(:disabled)'),
];
