/** Part of an object: some of its fields, of long texts and lists a stretch each. Plain data. */
export type Parcel = Readonly<Record<string, unknown>>;

/** Signs and numbers that one parcel holds, roughly: some megabytes at most, of the 64 MiB that the browser lets through. */
const MOST = 500_000;

/**
 * An object in parts that go through the browser one by one, however large it is, and leave its other messages room. Texts
 * and lists are cut; a single entry of a list goes whole.
 */
export function* parcels(whole: object, most = MOST): Generator<Parcel> {
  let parcel: Record<string, unknown> = {};
  let weight = 0;
  const next = (): Parcel => {
    const full = parcel;
    [parcel, weight] = [{}, 0];
    return full;
  };
  for (const [key, value] of Object.entries(whole)) {
    if (typeof value === 'string') {
      let rest = value;
      for (; weight + rest.length > most; rest = rest.slice(most)) {
        if (weight > 0) yield next();
        parcel[key] = rest.slice(0, most);
        weight = most;
      }
      if (weight >= most) yield next();
      parcel[key] = rest;
      weight += rest.length;
    } else if (Array.isArray(value)) {
      let list: unknown[] = [];
      parcel[key] = list;
      for (const entry of value) {
        list.push(entry);
        weight += weightOf(entry) + 8;
        if (weight < most) continue;
        yield next();
        list = [];
        parcel[key] = list;
      }
    } else parcel[key] = value;
  }
  yield parcel;
}

function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let sum = 2;
  for (const each of Object.values(value)) sum += weightOf(each) + 8;
  return sum;
}

/** The other end: what came of an object so far. */
export interface Unpacked {
  /** Signs of texts and entries of lists that have come. */
  readonly size: number;
  add(parcel: Parcel): void;
  /** The whole, once all has come. */
  value(): Record<string, unknown>;
}

export function unpacked(): Unpacked {
  const texts = new Map<string, string[]>();
  const lists = new Map<string, unknown[]>();
  const rest: Record<string, unknown> = {};
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(parcel) {
      for (const [key, value] of Object.entries(parcel)) {
        if (typeof value === 'string') {
          const parts = texts.get(key) ?? [];
          texts.set(key, parts);
          parts.push(value);
          size += value.length;
        } else if (Array.isArray(value)) {
          const list = lists.get(key) ?? [];
          lists.set(key, list);
          for (const entry of value) list.push(entry);
          size += value.length;
        } else rest[key] = value;
      }
    },
    value: () => ({
      ...rest,
      ...Object.fromEntries(lists),
      ...Object.fromEntries([...texts].map(([key, parts]) => [key, parts.join('')])),
    }),
  };
}
