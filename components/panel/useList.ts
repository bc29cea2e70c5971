import { useCallback, useState } from 'preact/hooks';

/** A row to bring into view; another `nonce` brings the same one again. */
export interface Wanted {
  readonly key: string;
  readonly nonce: number;
  readonly focus: boolean;
  readonly align: 'auto' | 'start';
}

/** Which row is current and which measures are picked. */
export interface ListState {
  readonly current: string | null;
  readonly wanted: Wanted | null;
  readonly picked: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  /** Makes a row current and brings it into view. */
  readonly go: (key: string, focus: boolean) => void;
  /** Brings a heading to the top. */
  readonly jump: (key: string) => void;
  /** Makes a row current where it stands. */
  readonly mark: (key: string) => void;
  /** @param order Measure ids as listed; needed for a range from the last one picked. */
  readonly pick: (id: string, range: boolean, order: readonly string[]) => void;
  readonly clearPicked: () => void;
  readonly fold: (key: string) => void;
  readonly unfold: (keys: readonly string[]) => void;
}

const empty: ReadonlySet<string> = new Set();

export function useList(): ListState {
  const [current, setCurrent] = useState<string | null>(null);
  const [wanted, setWanted] = useState<ListState['wanted']>(null);
  const [{ picked }, setPicks] = useState({ picked: empty, last: null as string | null });
  const [folded, setFolded] = useState(empty);

  const go = useCallback((key: string, focus: boolean) => {
    setCurrent(key);
    setWanted((before) => ({ key, focus, align: 'auto', nonce: (before?.nonce ?? 0) + 1 }));
  }, []);
  const jump = useCallback((key: string) => {
    setWanted((before) => ({ key, focus: false, align: 'start', nonce: (before?.nonce ?? 0) + 1 }));
  }, []);
  const pick = useCallback((id: string, range: boolean, order: readonly string[]) => {
    setPicks((before) => {
      const next = new Set(before.picked);
      const from = range && before.last !== null ? order.indexOf(before.last) : -1;
      const to = order.indexOf(id);
      if (from >= 0 && to >= 0)
        for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
      else if (!next.delete(id)) next.add(id);
      return { picked: next, last: id };
    });
  }, []);
  const clearPicked = useCallback(() => setPicks({ picked: empty, last: null }), []);
  const fold = useCallback((key: string) => {
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const unfold = useCallback((keys: readonly string[]) => {
    setFolded((before) => new Set([...before].filter((key) => !keys.includes(key))));
  }, []);
  return { current, wanted, picked, folded, go, jump, mark: setCurrent, pick, clearPicked, fold, unfold };
}
