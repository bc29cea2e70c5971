import { useEffect, useState } from 'preact/hooks';

/** An item of `lib/settings` as it changes; null until it was read. */
export function useSetting<V>(item: {
  readonly fallback: V;
  getValue(): Promise<V>;
  watch(listener: (value: V) => void): () => void;
}): V | null {
  const [value, setValue] = useState<V | null>(null);
  useEffect(() => {
    // A value that cannot be read is one that was never set.
    item.getValue().then(setValue, () => setValue(() => item.fallback));
    return item.watch((next) => setValue(() => next ?? item.fallback));
  }, [item]);
  return value;
}
