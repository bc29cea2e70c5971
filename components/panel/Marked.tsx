import Mark from 'mark.js';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A text with what is looked for marked in it. mark.js changes text nodes, so the text is set by hand and not by Preact,
 * which would not find its own nodes again.
 */
export function Marked({ text, terms }: { readonly text: string; readonly terms: readonly string[] }) {
  const span = useRef<HTMLSpanElement>(null);
  const wanted = terms.join(' ');
  useLayoutEffect(() => {
    const element = span.current;
    if (!element) return;
    element.textContent = text;
    if (wanted)
      new Mark(element).mark(wanted.split(' '), { separateWordSearch: false, diacritics: false, className: 'hit' });
  }, [text, wanted]);
  return <span ref={span} />;
}
