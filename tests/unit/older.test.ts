import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fillIn } from '../../lib/older';
import { root } from '../lib/setup.mjs';

/** A world of which nothing newer is left. */
function bare(): typeof globalThis {
  class OldArray extends Array {}
  class OldSignal {}
  for (const name of ['at', 'findLast', 'findLastIndex'])
    Object.defineProperty(OldArray.prototype, name, { value: undefined, configurable: true });
  return {
    Array: OldArray,
    String: { prototype: {} },
    Object: {},
    Promise: {},
    crypto: {},
    AbortSignal: OldSignal,
    URL: {},
  } as unknown as typeof globalThis;
}

it('fills in what a browser lacks, as it would do it', async () => {
  const world = bare();
  fillIn(world);
  // What is filled in must not lean on what it stands for.
  expect(world.Object.hasOwn.toString()).not.toContain('hasOwn');
  const list = new world.Array(1, 2, 3) as unknown as number[];
  expect([list.at(-1), list.at(0), list.at(3), list.at(1.9)]).toEqual([3, 1, undefined, 2]);
  expect([
    list.findLast((value) => value < 3),
    list.findLast((value) => value > 3),
    list.findLastIndex((value) => value < 2 && value > 0),
  ]).toEqual([2, undefined, 0]);
  expect(Object.keys(list)).toEqual(['0', '1', '2']);
  expect([world.Object.hasOwn({ a: 1 }, 'a'), world.Object.hasOwn({}, 'toString')]).toEqual([true, false]);
  const { promise, resolve } = world.Promise.withResolvers<number>();
  resolve(4);
  expect(await promise).toBe(4);
  expect(world.crypto.randomUUID()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([world.URL.canParse('http://a'), world.URL.canParse('a'), world.URL.canParse('a', 'http://b')]).toEqual([
    true,
    false,
    true,
  ]);
  const stopped = Object.assign(new world.AbortSignal() as AbortSignal, { aborted: true, reason: new Error('enough') });
  expect(() => stopped.throwIfAborted()).toThrow('enough');
});

it('clones data with its circles and shared parts, and no functions', () => {
  const world = bare();
  fillIn(world);
  const shared = { day: new Date(0), bytes: new Uint8Array([1, 2]) };
  const circle: Record<string, unknown> = { list: [shared, shared], map: new Map([['a', new Set([1])]]), none: null };
  circle.self = circle;
  const copy = world.structuredClone(circle) as typeof circle;
  expect(copy).toEqual(circle);
  expect(copy).not.toBe(circle);
  expect(copy.self).toBe(copy);
  expect((copy.list as unknown[])[0]).toBe((copy.list as unknown[])[1]);
  expect((copy.list as (typeof shared)[])[0]?.bytes).not.toBe(shared.bytes);
  expect(() => world.structuredClone({ run: () => 1 })).toThrow('cloned');
});

it('leaves alone what is there', () => {
  const before = Array.prototype.at;
  fillIn();
  expect(Array.prototype.at).toBe(before);
});

it('is the first that every thread has, and every surface but the detector', () => {
  const lib = join(root, 'lib');
  const entrypoints = join(root, 'entrypoints');
  const threads = readdirSync(lib, { recursive: true })
    .map((path) => join(lib, String(path)))
    .filter((path) => /[\\/]worker\.ts$/.test(path));
  const surfaces = readdirSync(entrypoints)
    .filter((name) => !name.startsWith('detector'))
    .flatMap((name) => ['main.tsx', 'index.ts'].map((file) => join(entrypoints, name, file)));
  const first = (path: string): string | undefined => {
    try {
      return readFileSync(path, 'utf8').match(/^import .*$/m)?.[0];
    } catch {
      return undefined;
    }
  };
  expect(threads.length).toBeGreaterThan(3);
  const seen = [...threads, ...surfaces].map((path) => [path, first(path)] as const).filter(([, line]) => line);
  expect(seen.filter(([, line]) => !/^import '(?:\.\.\/)+(?:lib\/)?older';$/.test(line as string))).toEqual([]);
});
