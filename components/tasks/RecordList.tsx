import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { RecordRow, type RowState } from './RecordRow';
import './record-list.css';
import { usePrinting } from './usePrinting';
import type { Selection } from './useSelection';
import { useVirtual } from './useVirtual';

export interface RecordListProps<Item extends { readonly id: string }> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly selection: Selection;
  /** Height of a closed row, in CSS pixels. */
  readonly rowHeight: number;
  /** Paper gets something else than these rows: they need not all be drawn for it. */
  readonly printedElsewhere?: boolean;
  readonly row: (item: Item, state: RowState) => ComponentChildren;
  /** Removes the ticked records, or the one with the focus. */
  readonly onRemove: (ids: readonly string[]) => void;
  /** Back to the sentence. */
  readonly onReveal: (item: Item) => void;
}

/**
 * A long list of records: only what is near the view is drawn. Keys, while a row has the focus: arrows or J and K move,
 * Enter opens, Space or X ticks (with Shift up to here), Delete removes, O goes to the sentence, Escape closes.
 */
export function RecordList<Item extends { readonly id: string }>(props: RecordListProps<Item>) {
  const { items, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const keys = useMemo(() => items.map((item) => item.id), [items]);
  const virtual = useVirtual(keys, scroller, props.rowHeight);
  const printing = usePrinting() && !props.printedElsewhere;
  const rows = printing ? items.map((_, index) => ({ index, start: 0 })) : virtual.items;
  const activeAt = Math.max(
    0,
    items.findIndex((item) => item.id === active),
  );

  // The row that Tab comes to: the active one, or the first drawn while that one is scrolled away.
  const drawn = virtual.items.map(({ index }) => index);
  const tabStop = drawn.includes(activeAt) ? activeAt : (drawn.find((at) => at > activeAt) ?? drawn.at(-1));

  // A row that was moved to may have to be drawn first.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  const moveTo = (index: number) => {
    const at = Math.min(items.length - 1, Math.max(0, index));
    const item = items[at];
    if (!item) return;
    setActive(item.id);
    wanted.current = item.id;
    virtual.show(at);
  };
  const onKey = (event: KeyboardEvent, item: Item, index: number) => {
    // Keys typed into a field of the row are the field's.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => moveTo(index + 1),
      ArrowUp: () => moveTo(index - 1),
      j: () => moveTo(index + 1),
      k: () => moveTo(index - 1),
      Home: () => moveTo(0),
      End: () => moveTo(items.length - 1),
      Enter: () => setOpen(open === item.id ? null : item.id),
      Escape: () => (open === null ? selection.none() : setOpen(null)),
      ' ': () => selection.toggle(item.id, event.shiftKey),
      x: () => selection.toggle(item.id, event.shiftKey),
      o: () => props.onReveal(item),
      Delete: () => {
        const gone = selection.ids.size ? [...selection.ids] : [item.id];
        const next = items.find((other, at) => at > index && !gone.includes(other.id)) ?? items[index - 1];
        if (next) {
          setActive(next.id);
          wanted.current = next.id;
        }
        props.onRemove(gone);
      },
    };
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div class="records" ref={scroller}>
      <ul class="records-all" aria-label={props.label} style={printing ? undefined : { height: `${virtual.height}px` }}>
        {rows.map(({ index, start }) => {
          const item = items[index];
          if (!item) return null;
          return (
            <li
              key={item.id}
              ref={virtual.measure}
              class={selection.ids.has(item.id) ? 'record record-selected' : 'record'}
              data-index={index}
              data-id={item.id}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              tabIndex={index === tabStop ? 0 : -1}
              style={printing ? undefined : { transform: `translateY(${start}px)` }}
              onKeyDown={(event) => onKey(event, item, index)}
              onFocusIn={() => setActive(item.id)}
            >
              <RecordRow
                item={item}
                row={props.row}
                selected={selection.ids.has(item.id)}
                open={open === item.id}
                onSelect={(upTo) => selection.toggle(item.id, upTo)}
                onOpen={() => {
                  setActive(item.id);
                  setOpen((now) => (now === item.id ? null : item.id));
                }}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
