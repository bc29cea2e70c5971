import { StoreError } from './errors';

/** So many values that were sent are known as our own. */
const KNOWN = 200;

type Write<Patch, Kept> = (ids: readonly string[], patch: Patch, base?: Patch) => Promise<Kept[]>;

/**
 * Changes of this page that follow each other faster than what they did is shown again: the second was made from what stood
 * there before the first. What stands in its way is our own, and no conflict.
 */
export function overOwn<Patch extends object, Kept>(write: Write<Patch, Kept>): Write<Patch, Kept> {
  const sent = new Set<string>();
  const keyOf = (ids: readonly string[], field: string, value: unknown) => JSON.stringify([ids, field, value ?? null]);
  const remember = (key: string) => {
    sent.delete(key);
    sent.add(key);
    if (sent.size > KNOWN) for (const oldest of [...sent].slice(0, sent.size - KNOWN)) sent.delete(oldest);
  };
  return async function send(ids, patch, base): Promise<Kept[]> {
    for (const [field, value] of Object.entries(patch)) remember(keyOf(ids, field, value));
    try {
      return await write(ids, patch, base);
    } catch (error) {
      const detail = error instanceof StoreError && error.code === 'conflict' ? error.detail : null;
      if (!detail || !sent.has(keyOf(ids, detail.field, detail.present))) throw error;
      return send(ids, patch, { ...base, [detail.field]: detail.present } as Patch);
    }
  };
}
