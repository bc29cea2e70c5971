import { type StoreCall, type StoreReply, storeMethods } from './calls';
import { StoreError, toStoreError } from './errors';
import type { Store } from './port';

/** Answers calls that come in messages. Never rejects: a failure is a reply with its code. */
export function createStoreService(store: Store): (call: StoreCall) => Promise<StoreReply> {
  return async (call) => {
    try {
      if (!storeMethods.has(call?.method) || !Array.isArray(call.args)) {
        throw new StoreError('invalid', 'no such call', { field: 'method' });
      }
      // JSON has no `undefined`: an argument that was left out arrives as null.
      const args = call.args.map((arg) => arg ?? undefined);
      const method = store[call.method] as (...args: unknown[]) => Promise<unknown>;
      return { ok: true, value: (await method(...args)) ?? null };
    } catch (error) {
      const { code, message, detail } = toStoreError(error);
      return { ok: false, code, message, detail };
    }
  };
}
