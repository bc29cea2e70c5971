import { useMemo, useRef, useState } from 'preact/hooks';

/** What is ticked in a list, and what the keys act on. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** @param upTo Ticks everything from the last one ticked to this one. */
  readonly toggle: (id: string, upTo?: boolean) => void;
  /** Ticks these too; takes the ticks away where all of them have one. */
  readonly toggleAll: (ids: readonly string[]) => void;
  readonly all: () => void;
  readonly none: () => void;
}

/**
 * @param shown Ids in view order.
 * @param keeps Whether what is ticked stays ticked while a filter hides it; else it counts as not ticked.
 */
export function useSelection(shown: readonly string[], keeps = false): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const ids = useMemo(
    () => (keeps ? ticked : new Set(ticked.size ? shown.filter((id) => ticked.has(id)) : [])),
    [shown, ticked, keeps],
  );
  return {
    ids,
    toggle: (id, upTo = false) => {
      const from = last.current === null ? -1 : shown.indexOf(last.current);
      const to = shown.indexOf(id);
      last.current = id;
      const next = new Set(ids);
      if (upTo && from >= 0) for (const each of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
      else if (!next.delete(id)) next.add(id);
      setTicked(next);
    },
    toggleAll: (some) => {
      const next = new Set(ids);
      const full = some.every((id) => next.has(id));
      for (const id of some) {
        if (full) next.delete(id);
        else next.add(id);
      }
      setTicked(next);
    },
    all: () => setTicked(new Set(shown)),
    none: () => setTicked(new Set()),
  };
}
