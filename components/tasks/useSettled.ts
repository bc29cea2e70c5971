import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Filter } from './filter';

/**
 * The filter, with the words that are looked for a turn behind those that are typed: the field shows each letter before the list
 * that follows from it is drawn.
 */
export function useSettled(filter: Filter): Filter {
  const [text, setText] = useState(filter.text);
  useLayoutEffect(() => {
    const timer = setTimeout(() => setText(filter.text));
    return () => clearTimeout(timer);
  }, [filter.text]);
  const rest = JSON.stringify({ ...filter, text: '' });
  return useMemo(() => ({ ...filter, text }), [rest, text]);
}
