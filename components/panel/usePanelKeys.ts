import type { RefObject } from 'preact';
import type { Resolution } from '../../lib/anchor/types';
import type { PageTarget } from '../../lib/page/types';
import type { Verdict } from './decide';
import { doubtOf } from './review/queue';
import type { ReviewDeeds } from './review/useReview';
import type { Row } from './rows';
import type { Actions, TabKey } from './types';
import { useKeys } from './useKeys';
import type { ListState } from './useList';

export interface PanelKeys {
  readonly root: RefObject<HTMLElement | null>;
  readonly everywhere: boolean;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly rows: readonly Row[];
  readonly list: ListState;
  /** Measure ids as listed. */
  readonly order: readonly string[];
  readonly actions: Actions;
  readonly deeds: ReviewDeeds;
  readonly show: (target: PageTarget) => void;
  readonly tab: TabKey;
  readonly anchors: Readonly<Record<string, Resolution>>;
  readonly view: { readonly taken: ReadonlySet<string> };
}

/** / filter · j k ↓ ↑ move · Enter show in the page · x pick · t take on · y ours, or found right · n not ours, or let go. */
export function usePanelKeys({
  root,
  everywhere,
  input,
  rows,
  list,
  order,
  actions,
  deeds,
  show,
  view,
  anchors,
}: PanelKeys): void {
  const at = rows.findIndex((row) => row.key === list.current);
  const row = rows[at];
  const move = (step: 1 | -1) => {
    const start = at < 0 && step < 0 ? rows.length : at;
    for (let index = start + step; index >= 0 && index < rows.length; index += step) {
      const next = rows[index];
      if (!next || next.kind === 'section' || next.kind === 'group') continue;
      list.go(next.key, true);
      return true;
    }
    return false;
  };
  const doubt = row?.kind === 'annotation' ? doubtOf(row.annotation, anchors[row.annotation.id]) : null;
  const confirmPlace = () => {
    if (!doubt || doubt.anchor.method === 'orphan') return false;
    void deeds.place(doubt, 'found');
    return true;
  };
  const letGo = () => {
    if (!doubt) return false;
    void deeds.letGo(doubt);
    return true;
  };
  const decide = (verdict: Verdict) => {
    if (row?.kind !== 'measure' || row.duty?.certainty !== 'possible') return false;
    // The row moves to another group: go on with the one after it.
    const next = rows.slice(at + 1).find(({ kind }) => kind === 'measure');
    if (verdict === 'dismissed' && next) list.go(next.key, true);
    actions.decide(row.duty, 'measure', verdict);
    return true;
  };
  const target = (): PageTarget | null => {
    if (row?.kind === 'measure') return { kind: 'measure', id: row.measure.id };
    if (row?.kind === 'task') return { kind: 'task', id: row.task.id };
    if (row?.kind === 'annotation') return { kind: 'annotation', id: row.annotation.id };
    return null;
  };
  useKeys(root, everywhere, {
    '/': () => {
      input.current?.focus();
      return true;
    },
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const to = target();
      if (to) show(to);
      return to !== null;
    },
    x: (event) => {
      if (row?.kind !== 'measure') return false;
      list.pick(row.measure.id, event.shiftKey, order);
      return true;
    },
    t: () => {
      const picked = [...list.picked].filter((id) => !view.taken.has(id));
      if (picked.length > 0) actions.takeOn(picked).then(list.clearPicked);
      else if (row?.kind === 'measure') actions.takeOn([row.measure.id]);
      else return false;
      return true;
    },
    y: () => confirmPlace() || decide('confirmed'),
    n: () => letGo() || decide('dismissed'),
    Escape: () => {
      if (list.picked.size === 0) return false;
      list.clearPicked();
      return true;
    },
  });
}
