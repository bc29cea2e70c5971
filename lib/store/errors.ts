/**
 * What can go wrong in the store, as a code that every surface words in its own language. The key in `errors.*` of the
 * locales is the code in camel case (`errorKey`): names of extension messages may hold no hyphen.
 *
 * - quota: the disk, or the share of it the browser grants, is full. Nothing of the call was written.
 * - blocked-upgrade: another version of the extension holds the database open and would not let go.
 * - newer-version: the database was written by a newer version of the extension; this one will not touch it.
 * - failed-migration: bringing the database to this version failed; it stays at the version it had, with its data.
 * - unavailable: the browser gives no database (private window, damaged profile, storage turned off).
 * - unreachable: the background does not answer (extension reloaded or updated under an open page).
 * - too-long, too-many: a field is over its limit; `detail` names it.
 * - invalid: a field is not what it must be; `detail` names it.
 * - not-found: the record is not there (any more).
 * - conflict: a field was changed by somebody else since the change was begun; `detail` names it, and what stands there now.
 * - stopped: the reader stopped it; nothing of the call was written.
 * - unknown: anything else; `message` holds what the browser said.
 */
export const storeErrorCodes = [
  'quota',
  'blocked-upgrade',
  'newer-version',
  'failed-migration',
  'unavailable',
  'unreachable',
  'too-long',
  'too-many',
  'invalid',
  'not-found',
  'conflict',
  'stopped',
  'unknown',
] as const;

export type StoreErrorCode = (typeof storeErrorCodes)[number];

/** Which field broke which limit: `{field: 'tags', limit: 40, actual: 10000}`, lengths in UTF-16 code units. */
export interface StoreErrorDetail {
  readonly field: string;
  readonly limit?: number;
  readonly actual?: number;
  /** What stands in the field. */
  readonly present?: unknown;
}

/** The only error the store's calls reject with, on both sides of a message. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string = code,
    readonly detail: StoreErrorDetail | null = null,
  ) {
    super(message);
  }
}

/** `too-long` → `tooLong`: the key of the wording in `errors.*`. */
export function errorKey(code: string): string {
  return code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Names of DOM exceptions and Dexie errors, by what they mean to the reader. */
const codeOfName: Readonly<Record<string, StoreErrorCode>> = {
  QuotaExceededError: 'quota',
  VersionError: 'newer-version',
  UpgradeError: 'failed-migration',
  MissingAPIError: 'unavailable',
  InvalidStateError: 'unavailable',
  SecurityError: 'unavailable',
  NotFoundError: 'unavailable',
  DatabaseClosedError: 'unavailable',
  OpenFailedError: 'unavailable',
};

/**
 * Any failure as a `StoreError`. Dexie wraps the cause once or more (`AbortError` of a transaction around a
 * `QuotaExceededError`), so the chain is searched from the inside out.
 *
 * @param reason Why the transaction was aborted, which its requests do not tell.
 */
export function toStoreError(error: unknown, reason: unknown = null): StoreError {
  if (error instanceof StoreError) return error;
  const chain = [...causes(error), ...causes(reason)];
  const own = chain.find((cause): cause is StoreError => cause instanceof StoreError);
  if (own) return own;
  const message = chain[0]?.message ?? String(error);
  for (const cause of chain.reverse()) {
    const code = codeOfName[cause.name];
    if (code) return new StoreError(code, message);
  }
  return new StoreError('unknown', message);
}

/** The error and what caused it, outermost first; bounded, for a cause may lead back to itself. */
function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  let next = error;
  while (isError(next) && chain.length < 8 && !chain.includes(next)) {
    chain.push(next);
    const { inner, failures } = next as { inner?: unknown; failures?: readonly unknown[] };
    next = inner ?? failures?.[0] ?? next.cause;
  }
  return chain;
}

/** A `DOMException` is no `Error` in every realm, so its shape decides. */
function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'name' in value && 'message' in value;
}
