/** Who wants to hear of something, in the order they came. */
export interface Listeners<T> {
  /** Returns a function that takes the listener off again. */
  add(listener: (value: T) => void): () => void;
  tell(value: T): void;
  clear(): void;
}

export function listeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell(value) {
      for (const listener of all) listener(value);
    },
    clear: () => all.clear(),
  };
}
