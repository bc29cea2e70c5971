import { useCallback, useMemo, useState } from 'preact/hooks';

/** A row to bring into view; another `nonce` brings the same one again. */
export interface Wanted {
  readonly key: string;
  readonly nonce: number;
  readonly focus: boolean;
  readonly align: 'auto' | 'start';
}

/** A field of a record that a key leads to. */
export type FieldName = 'tags' | 'due' | 'note';

/** Which row of a list is current, which one is open, and what is folded away. */
export interface Cursor {
  readonly current: string | null;
  /** The row that was gone to: more of it is seen than of the others. */
  readonly peek: string | null;
  /** The row that is shown with all its fields. */
  readonly open: string | null;
  /** The field of the open row that is to be typed into. */
  readonly field: FieldName | null;
  readonly wanted: Wanted | null;
  readonly folded: ReadonlySet<string>;
  /** Makes a row current and brings it into view. */
  readonly go: (key: string, focus: boolean, open?: boolean) => void;
  /** Makes a row current and gives it the focus; it stays a line like the others, so that as many as can be are seen. */
  readonly come: (key: string) => void;
  /** Makes a row current that has the focus already; nothing moves. */
  readonly stand: (key: string) => void;
  /** Brings a heading to the top. */
  readonly jump: (key: string) => void;
  /** Makes a row current and open where it stands. */
  readonly mark: (key: string) => void;
  readonly toggle: (key: string) => void;
  readonly close: () => void;
  /** Opens a row at one of its fields. */
  readonly edit: (key: string, field: FieldName) => void;
  readonly fold: (key: string) => void;
  readonly unfold: (keys: readonly string[]) => void;
}

interface Place {
  readonly current: string | null;
  readonly peek: string | null;
  readonly open: string | null;
  readonly field: FieldName | null;
  readonly wanted: Wanted | null;
}

const nowhere: Place = { current: null, peek: null, open: null, field: null, wanted: null };
const none: ReadonlySet<string> = new Set();

const want = (before: Wanted | null, key: string, focus: boolean, align: Wanted['align'] = 'auto'): Wanted => ({
  key,
  focus,
  align,
  nonce: (before?.nonce ?? 0) + 1,
});

export function useCursor(): Cursor {
  const [place, setPlace] = useState(nowhere);
  const [folded, setFolded] = useState(none);

  const go = useCallback((key: string, focus: boolean, open = false) => {
    setPlace(({ wanted }) => ({
      current: key,
      peek: key,
      open: open ? key : null,
      field: null,
      wanted: want(wanted, key, focus),
    }));
  }, []);
  const come = useCallback((key: string) => {
    setPlace(({ wanted }) => ({ ...nowhere, current: key, wanted: want(wanted, key, true) }));
  }, []);
  const stand = useCallback((key: string) => {
    setPlace((before) => (before.current === key ? before : { ...before, current: key, wanted: null }));
  }, []);
  const jump = useCallback((key: string) => {
    setPlace((before) => ({ ...before, wanted: want(before.wanted, key, false, 'start') }));
  }, []);
  const mark = useCallback((key: string) => {
    setPlace((before) => ({ ...before, current: key, peek: key, open: key, field: null }));
  }, []);
  const toggle = useCallback((key: string) => {
    setPlace(({ open, wanted }) => ({
      current: key,
      peek: key,
      open: open === key ? null : key,
      field: null,
      wanted: want(wanted, key, true),
    }));
  }, []);
  const close = useCallback(() => {
    setPlace((before) => ({
      ...before,
      peek: before.current,
      open: null,
      field: null,
      wanted: before.current === null ? before.wanted : want(before.wanted, before.current, true),
    }));
  }, []);
  const edit = useCallback((key: string, field: FieldName) => {
    setPlace(({ wanted }) => ({ current: key, peek: key, open: key, field, wanted: want(wanted, key, false) }));
  }, []);
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
  return useMemo(
    () => ({ ...place, folded, go, come, stand, jump, mark, toggle, close, edit, fold, unfold }),
    [place, folded],
  );
}
