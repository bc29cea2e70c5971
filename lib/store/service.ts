import { type StoreCall, type StoreReply, storeMethods } from './calls';
import { StoreError, toStoreError } from './errors';
import type { Store } from './port';

/**
 * Answers calls that come in messages. Never rejects: a failure is a reply with its code.
 *
 * @param store Of a caller that may not call everything, only those methods that it may.
 */
export function createStoreService(store: Partial<Store>): (call: StoreCall) => Promise<StoreReply> {
  return async (call) => {
    try {
      const known = storeMethods.has(call?.method) && Object.hasOwn(store, call.method);
      if (!known || !Array.isArray(call.args)) {
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
