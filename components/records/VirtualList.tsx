import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import './virtual-list.css';
import { keepInSight } from './sight';
import type { Wanted } from './useCursor';
import { usePrinting } from './usePrinting';
import { useVirtual } from './useVirtual';

/** What a row shows, as `data-dutymark-row` names it; null for headings and the like. */
export type RowMark = 'measure' | 'task' | 'annotation' | null;

export interface VirtualListProps<R extends { readonly key: string }> {
  readonly label: string;
  readonly rows: readonly R[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** Height at the top of the scroller that a bar covers, in CSS pixels. */
  readonly covered: number;
  /** The same at its bottom, where what was done is told. */
  readonly coveredBelow?: number;
  /** Rough height of a row before it was drawn, in CSS pixels. */
  readonly estimate: (row: R) => number;
  /** Paper gets something else than these rows: they need not all be drawn for it. */
  readonly printedElsewhere?: boolean | undefined;
  readonly markOf: (row: R) => RowMark;
  /** Key of the row with the cursor. */
  readonly current: string | null;
  /** The focus came into a row by key. */
  readonly onStand: (key: string) => void;
  readonly render: (row: R) => ComponentChildren;
  /** For the heading of the part that is scrolled through; null where there is none. */
  readonly stuck?: ((topmost: number) => ComponentChildren) | undefined;
  readonly wanted: Wanted | null;
}

/** Of the heading that stays in view, in CSS pixels. */
const stuckHeight = 30;

/** A list of records of any length: rows near the window only are in the DOM, all of them on paper. */
export function VirtualList<R extends { readonly key: string }>(props: VirtualListProps<R>) {
  const { rows, scroller, wanted, current } = props;
  const list = useRef<HTMLDivElement>(null);
  const margin = useMargin(list, scroller);
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const covered = props.covered + (props.stuck ? stuckHeight : 0);
  const below = props.coveredBelow ?? 0;
  const virtual = useVirtual({
    keys,
    scroller,
    estimate: (index) => {
      const row = rows[index];
      return row ? props.estimate(row) : 0;
    },
    margin,
    covered,
  });
  const printing = usePrinting() && !props.printedElsewhere;

  // The cursor stays in sight: when it moves, and when what stands above it comes or goes. Whoever has scrolled it away
  // is let alone: then it was not in sight before.
  const seen = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!wanted) return;
    const index = keys.indexOf(wanted.key);
    if (index < 0) return;
    virtual.show(index, wanted.align);
    return keepInSight({ list, scroller, covered, below, wanted, onSeen: () => (seen.current = wanted.key) });
  }, [wanted?.nonce]);
  useLayoutEffect(() => {
    if (!wanted || wanted.align === 'start' || seen.current !== wanted.key || current !== wanted.key) return;
    const index = keys.indexOf(wanted.key);
    if (index < 0) return;
    virtual.show(index);
    // The focus stays with whoever has it by now.
    const onSeen = () => undefined;
    return keepInSight({ list, scroller, covered, below, wanted: { ...wanted, focus: false }, onSeen });
  }, [keys, margin, covered]);

  const top = virtual.offset + props.covered;
  // The part that is scrolled through is the one that comes out below its own heading.
  const under = virtual.items.find((item) => item.end > top + stuckHeight);
  const topmost = Math.max(0, under ? under.index - (under.start >= top + stuckHeight - 1 ? 1 : 0) : 0);
  const drawn = printing ? rows.map((_, index) => ({ index, start: margin })) : virtual.items;
  return (
    <div
      class={printing ? 'virtual virtual-printed' : 'virtual'}
      ref={list}
      style={printing ? undefined : { height: `${virtual.height}px`, paddingBottom: `${below}px` }}
    >
      {props.stuck && top > margin && !printing && (
        <div class="virtual-stuck" style={{ top: `${props.covered}px` }}>
          {props.stuck(topmost)}
        </div>
      )}
      <ul aria-label={props.label}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={row.key}
                class="virtual-row"
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                data-index={index}
                data-row={row.key}
                data-dutymark-row={props.markOf(row) ?? undefined}
                data-current={row.key === current ? '' : undefined}
                ref={virtual.measure}
                onFocusIn={({ target }) => isByKey(target) && props.onStand(row.key)}
                // No transform: it would hold menus and completions of a row below the next row.
                style={printing ? undefined : { top: `${start - margin}px` }}
              >
                {props.render(row)}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

/** A click that focuses something means that alone, and the row must not change under the pointer. */
const isByKey = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches(':focus-visible') && !target.matches('input, textarea, select');

/** Where the list begins in what scrolls, in CSS pixels. */
function useMargin(list: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): number {
  const [margin, setMargin] = useState(0);
  const measure = () => {
    const [own, outer] = [list.current, scroller.current];
    if (!own || !outer) return;
    setMargin(Math.round(own.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop));
  };
  // At first before there are rows; from then on once the browser has laid them out by itself, which it need not do twice then.
  useLayoutEffect(measure, []);
  useEffect(measure);
  // What stands above (the document's facts) grows and shrinks without our being drawn. Only that is watched: the list's
  // own growth would have the observer run in circles.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    let above = list.current?.parentElement?.previousElementSibling ?? null;
    for (; above; above = above.previousElementSibling) observer.observe(above);
    return () => observer.disconnect();
  }, []);
  return margin;
}
