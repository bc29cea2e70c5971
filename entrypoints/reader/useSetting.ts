import { useEffect, useState } from 'preact/hooks';

interface Item<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  readonly fallback: T;
}

/**
 * A kept choice; undefined until it is read. This surface's own choice counts at once and is not changed by another tab
 * while it is open: two readers may be set differently.
 */
export function useSetting<T>(item: Item<T>): [T | undefined, (value: T) => void] {
  const [value, setValue] = useState<T | undefined>(undefined);
  useEffect(() => {
    item.getValue().then(
      (kept) => setValue((now) => now ?? kept),
      () => setValue((now) => now ?? item.fallback),
    );
  }, [item]);
  const choose = (next: T) => {
    setValue(() => next);
    item.setValue(next).catch(() => {});
  };
  return [value, choose];
}
