import { useState } from 'preact/hooks';
import { errorWord } from './words';

/** Saves a field at once; a failure is kept in words until the next time. */
export function useSaved<P>(save: (patch: P) => Promise<void>) {
  const [error, setError] = useState<string | null>(null);
  return {
    error,
    save: (patch: P) => {
      save(patch).then(
        () => setError(null),
        (reason: unknown) => setError(errorWord(reason)),
      );
    },
  };
}
