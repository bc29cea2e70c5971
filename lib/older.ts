/**
 * What the code takes for granted and an older browser lacks, put in where it is missing. Imported first by every surface and
 * thread but the detector, which does without. Kernels of domestic browsers lag by years; some take single functions away.
 * In a page it is the extension's own world that is filled in, which the page does not see.
 */

type Kept = Record<string, unknown>;

/** Defines a method that is not there, hidden from loops as the real one is. */
function fill(owner: object | undefined, name: string, value: unknown): void {
  if (owner === undefined || typeof (owner as Kept)[name] === 'function') return;
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLastIndex<T>(this: readonly T[], test: (value: T, index: number, all: readonly T[]) => unknown): number {
  for (let index = this.length - 1; index >= 0; index--) if (test(this[index] as T, index, this)) return index;
  return -1;
}

function findLast<T>(this: readonly T[], test: (value: T, index: number, all: readonly T[]) => unknown): T | undefined {
  return this[findLastIndex.call(this, test as (value: unknown) => unknown)];
}

/** @returns What `Promise.withResolvers` does. */
function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** Data only, as messages and the database hold it; what has no copy throws as the real one does. */
function clone<T>(value: T, made = new Map<unknown, unknown>()): T {
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new DOMException('could not be cloned', 'DataCloneError');
  }
  if (typeof value !== 'object' || value === null) return value;
  const there = made.get(value);
  if (there !== undefined) return there as T;
  const keep = <Copy extends object>(copy: Copy): Copy => {
    made.set(value, copy);
    return copy;
  };
  const own: unknown = value;
  if (own instanceof Date) return keep(new Date(own)) as T;
  if (own instanceof ArrayBuffer) return keep(own.slice(0)) as T;
  if (ArrayBuffer.isView(own)) return keep((own as Uint8Array).slice()) as T;
  if (own instanceof Map) {
    const copy = keep(new Map());
    for (const [key, each] of own) copy.set(clone(key, made), clone(each, made));
    return copy as T;
  }
  if (own instanceof Set) {
    const copy = keep(new Set());
    for (const each of own) copy.add(clone(each, made));
    return copy as T;
  }
  const copy: Kept | unknown[] = keep(Array.isArray(own) ? [] : {});
  for (const [key, each] of Object.entries(own as Kept)) (copy as Kept)[key] = clone(each, made);
  return copy as T;
}

function randomUUID(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 15) | 64;
  bytes[8] = ((bytes[8] as number) & 63) | 128;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function throwIfAborted(this: AbortSignal): void {
  if (this.aborted) throw this.reason ?? new DOMException('signal is aborted without reason', 'AbortError');
}

function canParse(address: string, base?: string): boolean {
  try {
    return Boolean(new URL(address, base));
  } catch {
    return false;
  }
}

/** Fills in a world: that of this script, or, in tests, another. */
export function fillIn(world: typeof globalThis = globalThis): void {
  for (const owner of [world.Array.prototype, world.String.prototype, world.Uint8Array?.prototype])
    fill(owner, 'at', at);
  fill(world.Array.prototype, 'findLast', findLast);
  fill(world.Array.prototype, 'findLastIndex', findLastIndex);
  fill(
    world.Object,
    'hasOwn',
    (value: object, name: PropertyKey) => Reflect.getOwnPropertyDescriptor(value, name) !== undefined,
  );
  fill(world.Promise, 'withResolvers', withResolvers);
  fill(world, 'structuredClone', (value: unknown) => clone(value));
  fill(world.crypto, 'randomUUID', randomUUID);
  fill(world.AbortSignal?.prototype, 'throwIfAborted', throwIfAborted);
  fill(world.URL, 'canParse', canParse);
}

fillIn();
