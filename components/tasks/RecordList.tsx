import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { HeadingRow } from '../records/HeadingRow';
import type { Cursor, FieldName } from '../records/useCursor';
import { type KeyMap, useKeys } from '../records/useKeys';
import type { Selection } from '../records/useSelection';
import { VirtualList } from '../records/VirtualList';
import type { ListRow } from './groups';
import { RecordRow, type RowState } from './RecordRow';
import './record-list.css';

export interface RecordListProps<Item extends { readonly id: string }> {
  readonly label: string;
  readonly of: 'task' | 'annotation';
  readonly rows: readonly ListRow<Item>[];
  readonly cursor: Cursor;
  readonly selection: Selection;
  /** Height of a closed row, in CSS pixels. */
  readonly rowHeight: number;
  /** Paper gets something else than these rows: they need not all be drawn for it. */
  readonly printedElsewhere?: boolean;
  /** What a group is called. */
  readonly groupWord: (value: string | null) => string;
  readonly row: (item: Item, state: RowState) => ComponentChildren;
  /** Removes the ticked records, or the one with the cursor. */
  readonly onRemove: (ids: readonly string[]) => void;
  /** Back to the sentence. */
  readonly onReveal: (item: Item) => void;
  readonly onUndo: () => void;
  /** More keys, for what only these records have. */
  readonly keys?: (item: Item | null) => KeyMap;
  /** The fields that a key leads to. */
  readonly fields: readonly FieldName[];
  /** What stands above the rows and stays there. */
  readonly head?: ComponentChildren;
}

/** A long list of records, in groups if wanted: only what is near the view is drawn. `listKeyLines` words its keys. */
export function RecordList<Item extends { readonly id: string }>(props: RecordListProps<Item>) {
  const { rows, cursor, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // Of a hundred thousand rows none is looked at for nothing: while words are typed there is mostly no cursor.
  const at = useMemo(
    () => (cursor.current === null ? -1 : rows.findIndex(({ key }) => key === cursor.current)),
    [rows, cursor.current],
  );
  useKeys({
    root: scroller,
    everywhere: true,
    onLeave: () => {
      const row = rows[at] ?? rows.find(({ kind }) => kind === 'record');
      if (row) cursor.go(row.key, true);
      else scroller.current?.focus();
    },
    keys: { ...moving(rows, cursor, at), ...acting(props, at) },
  });
  useFollowing({ rows, at }, cursor, scroller, props.rowHeight);
  const ticked = useMemo(() => selection.ids, [selection.ids]);
  const goOn = () => step(rows, cursor, at, 1);

  return (
    <section class="records" ref={scroller} tabIndex={-1} aria-label={props.label}>
      {props.head}
      <div>
        <VirtualList
          label={props.label}
          rows={rows}
          scroller={scroller}
          covered={props.head ? headHeight : 0}
          printedElsewhere={props.printedElsewhere}
          estimate={(row) => (row.kind === 'group' ? groupHeight : props.rowHeight)}
          markOf={({ kind }) => (kind === 'record' ? props.of : null)}
          current={cursor.current}
          onStand={cursor.stand}
          wanted={cursor.wanted}
          render={(row) =>
            row.kind === 'group' ? (
              <HeadingRow
                text={props.groupWord(row.value)}
                count={row.ids.length}
                depth={0}
                folded={cursor.folded.has(row.key)}
                onFold={() => cursor.fold(row.key)}
                onPick={() => selection.toggleAll(row.ids)}
                picked={row.ids.every((id) => ticked.has(id))}
              />
            ) : (
              <RecordRow
                item={row.item}
                row={props.row}
                selected={ticked.has(row.item.id)}
                current={cursor.current === row.key}
                open={cursor.open === row.key}
                field={cursor.open === row.key ? cursor.field : null}
                onDone={goOn}
                onSelect={(upTo) => selection.toggle(row.item.id, upTo)}
                onOpen={() => cursor.toggle(row.key)}
              />
            )
          }
        />
      </div>
    </section>
  );
}

/**
 * The row with the cursor is gone (done, and the filter shows what is to be done; deleted in its editor): the one that has
 * come into its place is next. Rows are drawn another way: the focus is on the same one again. Whoever is in a field or
 * anywhere beside the list stays there.
 *
 * @param at Where the row with the cursor is; below 0 where it is not.
 * @param look Another one where rows are drawn another way.
 */
function useFollowing<Item>(
  { rows, at }: { readonly rows: readonly ListRow<Item>[]; readonly at: number },
  cursor: Cursor,
  list: RefObject<HTMLElement | null>,
  look: unknown,
): void {
  const last = useRef({ at: -1, look });
  const { current } = cursor;
  useEffect(() => {
    const { at: before, look: was } = last.current;
    last.current = { at, look };
    const { activeElement, body } = document;
    const free = activeElement === null || activeElement === body || activeElement === list.current;
    if (before < 0 || current === null || !free) return;
    if (at >= 0) {
      if (was !== look) cursor.go(current, true, cursor.open === current);
      return;
    }
    const isRecord = (row: ListRow<Item>) => row.kind === 'record';
    const next = rows.slice(before).find(isRecord) ?? rows.slice(0, before).findLast(isRecord);
    if (next) cursor.go(next.key, true);
  }, [rows, current, at, look]);
}

/** Of the heads of the columns and of a group, in CSS pixels. */
const headHeight = 24;
const groupHeight = 30;

function step<Item>(rows: readonly ListRow<Item>[], cursor: Cursor, from: number, by: 1 | -1): boolean {
  for (let index = from + by; index >= 0 && index < rows.length; index += by) {
    const next = rows[index];
    if (next?.kind !== 'record') continue;
    cursor.go(next.key, true);
    return true;
  }
  return false;
}

function moving<Item>(rows: readonly ListRow<Item>[], cursor: Cursor, at: number): KeyMap {
  const down = () => step(rows, cursor, at, 1);
  const up = () => step(rows, cursor, at < 0 ? rows.length : at, -1);
  return {
    j: down,
    ArrowDown: down,
    k: up,
    ArrowUp: up,
    Home: () => step(rows, cursor, -1, 1),
    End: () => step(rows, cursor, rows.length, -1),
  };
}

function acting<Item extends { readonly id: string }>(props: RecordListProps<Item>, at: number): KeyMap {
  const { rows, cursor, selection } = props;
  const row = rows[at];
  const item = row?.kind === 'record' ? row.item : null;
  /** Does something with the current record, where there is one. */
  const on = (act: (item: Item, event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
    if (item) act(item, event);
    return item !== null;
  };
  const toggle = on(() => row && cursor.toggle(row.key));
  const tick = on(({ id }, event) => selection.toggle(id, event.shiftKey));
  const edit = (field: FieldName) => () => {
    if (!row || !item || !props.fields.includes(field)) return false;
    cursor.edit(row.key, field);
    return true;
  };
  return {
    Enter: toggle,
    e: toggle,
    ' ': tick,
    x: tick,
    s: () => {
      const group = groupAround(rows, at);
      if (group) selection.toggleAll(group);
      return group !== null;
    },
    o: on(props.onReveal),
    l: edit('tags'),
    d: edit('due'),
    m: edit('note'),
    Delete: on(({ id }) => {
      const gone = selection.ids.size > 0 ? [...selection.ids] : [id];
      const stays = (each: ListRow<Item>) => each.kind === 'record' && !gone.includes(each.item.id);
      const next = rows.find((each, index) => index > at && stays(each)) ?? rows.slice(0, at).findLast(stays);
      props.onRemove(gone);
      if (next) cursor.go(next.key, true);
    }),
    Escape: () => {
      if (cursor.open !== null) cursor.close();
      else if (selection.ids.size > 0) selection.none();
      else return false;
      return true;
    },
    'mod+z': () => {
      props.onUndo();
      return true;
    },
    ...props.keys?.(item),
  };
}

/** Ids of the records of the group at `at`; of all where there are no groups. */
function groupAround<Item extends { readonly id: string }>(rows: readonly ListRow<Item>[], at: number) {
  if (at < 0) return null;
  for (let index = at; index >= 0; index--) {
    const row = rows[index];
    if (row?.kind === 'group') return row.ids;
  }
  return rows.flatMap((row) => (row.kind === 'record' ? [row.item.id] : []));
}
