import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { PageTarget } from '../../lib/page/types';
import type { Cursor, FieldName } from '../records/useCursor';
import { type KeyMap, useKeys } from '../records/useKeys';
import type { Selection } from '../records/useSelection';
import { statuses } from '../records/words';
import type { Scope, Verdict } from './decide';
import { doubtOf } from './review/queue';
import type { ReviewDeeds } from './review/useReview';
import type { Row } from './rows';
import { firstToDecide, isUndecided, measuresOfGroup, nextAfter } from './triage';
import type { Actions, PolicyPanelProps } from './types';
import type { usePolicyRows } from './usePolicyRows';

export interface PanelKeys {
  readonly panel: PolicyPanelProps;
  readonly root: RefObject<HTMLElement | null>;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly view: ReturnType<typeof usePolicyRows>;
  readonly cursor: Cursor;
  readonly picks: Selection;
  readonly actions: Actions;
  readonly deeds: ReviewDeeds;
  readonly show: (target: PageTarget) => void;
  readonly onDensity: () => void;
  /** Leads to “which of these is your unit?”. */
  readonly onUnit: () => void;
  readonly onHelp: () => void;
}

const nothing: ReadonlySet<string> = new Set();

/** What a decision about the current row needs. */
interface At {
  readonly row: Row | undefined;
  /** Goes on to the next row that waits for a decision. */
  readonly next: () => void;
}

interface Deciding extends At {
  /** Goes to the first row that waits for a decision. */
  readonly toFirst: () => void;
  /** These are being taken on. */
  readonly onTaking: (ids: readonly string[]) => void;
}

/** The keys of the panel; `panelKeyLines` words them. */
export function usePanelKeys(keys: PanelKeys): { readonly goOn: () => void } {
  const { cursor, view, panel } = keys;
  const { rows } = view;
  // Rows decided a moment ago, until the list knows: the cursor must not come back to them.
  const pending = useRef(new Set<string>());
  const known = { taken: view.taken, pending: nothing };
  for (const key of pending.current) {
    const decidedRow = rows.find((each) => each.key === key);
    if (!decidedRow || !isUndecided(decidedRow, known)) pending.current.delete(key);
  }
  const decided = { taken: view.taken, pending: pending.current };
  const at = rows.findIndex(({ key }) => key === cursor.current);
  const row = rows[at];
  const next = () => {
    if (row) pending.current.add(row.key);
    const to = nextAfter(rows, at, decided);
    if (to !== null) cursor.go(to, true);
  };
  const onTaking = (ids: readonly string[]) => {
    for (const each of rows) {
      if (each.kind === 'measure' && ids.includes(each.measure.id)) pending.current.add(each.key);
    }
  };
  const toFirst = () => {
    const first = firstToDecide(rows, decided);
    if (first !== null) cursor.go(first, true);
  };
  useKeys({
    root: keys.root,
    everywhere: panel.ownsKeyboard ?? false,
    onLeave: () => (cursor.current === null ? toFirst() : cursor.close()),
    keys: {
      ...moving(keys, at),
      ...looking(keys, row),
      ...deciding(keys, { row, next, toFirst, onTaking }),
      ...filling(keys, { row, next }),
    },
  });
  return { goOn: next };
}

function moving({ view, cursor }: PanelKeys, at: number): KeyMap {
  const { rows } = view;
  const step = (from: number, by: 1 | -1) => {
    for (let index = from + by; index >= 0 && index < rows.length; index += by) {
      const next = rows[index];
      if (!next || next.kind === 'section' || next.kind === 'group') continue;
      cursor.go(next.key, true);
      return true;
    }
    return false;
  };
  const down = () => step(at, 1);
  const up = () => step(at < 0 ? rows.length : at, -1);
  return {
    j: down,
    ArrowDown: down,
    k: up,
    ArrowUp: up,
    Home: () => step(-1, 1),
    End: () => step(rows.length, -1),
  };
}

function looking({ cursor, picks, input, show, ...keys }: PanelKeys, row: Row | undefined): KeyMap {
  const target = (): PageTarget | null => {
    if (row?.kind === 'measure') return { kind: 'measure', id: row.measure.id };
    if (row?.kind === 'task') return { kind: 'task', id: row.task.id };
    if (row?.kind === 'annotation') return { kind: 'annotation', id: row.annotation.id };
    return null;
  };
  const unit = () => {
    keys.onUnit();
    return true;
  };
  return {
    '/': () => {
      if (!input.current) return unit();
      input.current.focus({ preventScroll: true });
      return true;
    },
    u: unit,
    v: () => {
      keys.onDensity();
      return true;
    },
    '?': () => {
      keys.onHelp();
      return true;
    },
    Enter: () => {
      const to = target();
      if (to) show(to);
      return to !== null;
    },
    e: () => {
      if (!row) return false;
      cursor.toggle(row.key);
      return true;
    },
    Escape: () => {
      if (cursor.open !== null) cursor.close();
      else if (picks.ids.size > 0) picks.none();
      else return false;
      return true;
    },
  };
}

function deciding(
  { view, picks, actions, deeds, panel }: PanelKeys,
  { row, next, toFirst, onTaking }: Deciding,
): KeyMap {
  const doubt = row?.kind === 'annotation' ? doubtOf(row.annotation, panel.snapshot.anchors[row.annotation.id]) : null;
  const decide = (scope: Scope, verdict: Verdict) => {
    if (row?.kind !== 'measure' || !row.duty) return false;
    const asked = row.duty.certainty === 'possible';
    // What names us needs no word to be ours; for the whole document only what is doubtful is decided.
    if (!asked && (verdict === 'confirmed' || scope !== 'measure')) return false;
    void actions.decide(row.duty, scope, verdict);
    next();
    return true;
  };
  const take = () => {
    const picked = [...picks.ids].filter((id) => !view.taken.has(id));
    if (picked.length > 0) {
      onTaking(picked);
      void actions.takeOn(picked).then(picks.none);
      toFirst();
      return true;
    }
    if (row?.kind !== 'measure') return false;
    void actions.takeOn([row.measure.id]);
    next();
    return true;
  };
  return {
    t: take,
    a: () => {
      const fresh = view.claimed.filter((id) => !view.taken.has(id));
      if (fresh.length === 0) return false;
      onTaking(fresh);
      void actions.takeOn(fresh);
      toFirst();
      return true;
    },
    y: () => {
      if (!doubt) return decide('measure', 'confirmed');
      if (doubt.anchor.method !== 'orphan') void deeds.place(doubt, 'found');
      return doubt.anchor.method !== 'orphan';
    },
    n: () => {
      if (doubt) void deeds.letGo(doubt);
      return doubt !== null || decide('measure', 'dismissed');
    },
    '+': () => decide('document', 'confirmed'),
    '-': () => decide('document', 'dismissed'),
    'mod+z': () => {
      actions.undo();
      return true;
    },
  };
}

function filling({ view, cursor, picks, actions }: PanelKeys, { row, next }: At): KeyMap {
  const edit = (field: FieldName) => () => {
    if (row?.kind === 'annotation' && field === 'due') return false;
    if (row?.kind === 'task' || row?.kind === 'annotation') cursor.edit(row.key, field);
    else if (row?.kind !== 'measure') return false;
    else if (view.taken.has(row.measure.id)) cursor.edit(row.key, field);
    // Typing a date is no word that it is ours.
    else if (row.duty?.certainty === 'possible') actions.decideFirst();
    else void actions.takeOn([row.measure.id]).then(() => cursor.edit(row.key, field));
    return true;
  };
  const setStatus = (at: number) => () => {
    const task =
      row?.kind === 'task' ? row.task : row?.kind === 'measure' ? view.taskOf.get(row.measure.id) : undefined;
    const status = statuses[at];
    if (!task || !status) return false;
    void actions.updateTask(task.id, { status }).catch(() => undefined);
    if (row?.kind === 'measure') next();
    return true;
  };
  const ids = () =>
    measuresOfGroup(
      view.rows,
      view.rows.findIndex(({ key }) => key === cursor.current),
    );
  return {
    l: edit('tags'),
    d: edit('due'),
    m: edit('note'),
    ...Object.fromEntries(statuses.map((_, at) => [`${at + 1}`, setStatus(at)])),
    x: (event) => {
      if (row?.kind !== 'measure') return false;
      picks.toggle(row.measure.id, event.shiftKey);
      return true;
    },
    s: () => {
      if (row?.kind !== 'measure') return false;
      picks.toggleAll(ids());
      return true;
    },
  };
}
