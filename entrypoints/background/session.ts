import { browser } from '../../lib/browser';

/**
 * What the background remembers while the browser runs, in `storage.session`: the worker may be stopped at any time.
 * One key a fact, so that nothing is read, changed and written back.
 */
export async function remember(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

export async function recall<Value>(key: string): Promise<Value | null> {
  return ((await browser.storage.session.get(key))[key] as Value | undefined) ?? null;
}

/** All facts whose key begins so, without that beginning. */
export async function recallAll<Value>(prefix: string): Promise<Map<string, Value>> {
  const all = Object.entries(await browser.storage.session.get<Record<string, Value>>(null));
  return new Map(all.flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])));
}

export async function forget(...keys: string[]): Promise<void> {
  await browser.storage.session.remove(keys);
}

/** A fact that is told once. @param within Its age, in milliseconds, beyond which it is not told. */
export async function takeOnce<Value>(key: string, within: number): Promise<Value | null> {
  const kept = await recall<{ value: Value; at: number }>(key);
  if (!kept) return null;
  await forget(key);
  return Date.now() - kept.at <= within ? kept.value : null;
}

/** Keeps a fact for `takeOnce`. */
export function keepOnce(key: string, value: unknown): Promise<void> {
  return remember(key, { value, at: Date.now() });
}
