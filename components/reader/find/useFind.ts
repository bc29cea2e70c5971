import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Finder, mostHits } from '../../../lib/anchor/find';
import type { Span } from '../../../lib/text/types';

/** The document as far as a search needs it. */
export interface Findable {
  /** Of the present text; another one when the text is another. */
  readonly finder: Finder | null;
  /** Where the reader is: the search goes on from there. */
  readonly from: () => number;
  readonly show: (hits: readonly Span[], current: number) => void;
}

export interface Find {
  readonly open: boolean;
  /** Rises whenever the bar is asked for: it takes the focus again. */
  readonly asked: number;
  readonly words: string;
  readonly loose: boolean;
  /** How many; more than these were not counted. */
  readonly hits: number;
  readonly more: boolean;
  /** From 0. */
  readonly current: number;
  readonly ask: () => void;
  readonly close: () => void;
  readonly look: (words: string) => void;
  readonly setLoose: (loose: boolean) => void;
  readonly step: (by: 1 | -1) => void;
}

/** A search in a document; closing it takes every mark away and gives the focus back. */
export function useFind({ finder, from, show }: Findable): Find {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  const [words, setWords] = useState('');
  const [loose, setLoose] = useState(true);
  const [current, setCurrent] = useState(0);
  const before = useRef<Element | null>(null);
  const hits = useMemo(() => (open && finder ? finder(words, { loose }) : []), [open, finder, words, loose]);
  // Other hits: the first one from where the reader is.
  useEffect(() => {
    const start = from();
    const next = hits.findIndex((hit) => hit.end > start);
    setCurrent(Math.max(0, next));
    show(hits, Math.max(0, next));
  }, [hits]);
  const step = (by: 1 | -1) => {
    if (hits.length === 0) return;
    const next = (current + by + hits.length) % hits.length;
    setCurrent(next);
    show(hits, next);
  };
  const close = () => {
    setOpen(false);
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };
  const ask = () => {
    if (!open) before.current = document.activeElement;
    setOpen(true);
    setAsked(asked + 1);
  };
  return {
    open,
    asked,
    words,
    loose,
    hits: hits.length,
    more: hits.length === mostHits,
    current,
    ask,
    close,
    look: setWords,
    setLoose,
    step,
  };
}
