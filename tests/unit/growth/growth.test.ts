import { describe, expect, it } from 'vitest';
import { type Reader, readers } from './readers';
import { many } from './records';
import { pieces, repeated } from './strings';

/** Twice as much may take so much longer: 2 and some noise. */
const RATIO = 2.6;
/** Times below this are all noise, in milliseconds. */
const FLOOR = 12;
/** Above this it is long enough to tell; more would only take longer. */
const ENOUGH = 12;
/**
 * What a plain text of the longest length that is tried takes, in milliseconds: what grows with the square is far beyond the
 * floor there, and what grows as it should is mostly below it.
 */
const PLAIN = 1;
const [SHORTEST, LONGEST] = [1024, 32_768];
/** Tried before, each as long as the last and so many times: what grows without bounds would not come back from many. */
const [FIRST, STEP] = [32, 4];

/** How often what does grow is looked at before it counts as not found. */
const LOOKS = 10;
/** It takes a third of a second of this: noise is nothing beside that, and more would take half a minute a look. */
const SQUARED = 16_384;

/** Of records, lines and rows, each of which is more than a sign: 2 ms say nothing of them, and no file has more. */
const RECORDS = { most: 32_768, enough: 250 };

type Take<Of = string> = (given: Of) => Promise<number>;

/** Takes how long a reader takes for a text, in milliseconds of the processor: what else the machine does is not counted. */
const timer =
  <Of>({ make, read }: Reader<Of>): Take<Of> =>
  async (given) => {
    const made = make(given);
    const from = process.cpuUsage();
    await read(made as never);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };

/** The least of several runs: what is compiled or swept meanwhile makes a run longer, never shorter. */
async function least<Of>(take: Take<Of>, given: Of, runs: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) best = Math.min(best, await take(given));
  return best;
}

/** What three of four runs stay below: one that was held up by other work says nothing. */
const upper = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(0.75 * (times.length - 1))]!;

/** Texts of any length that say a piece over and over. */
const saying = (piece: string) => (length: number) => repeated(piece, length);

/** How many signs of a plain text take about so long as `PLAIN` says. */
async function lengthFor(take: Take): Promise<number> {
  for (let length = SHORTEST; length < LONGEST; length *= 2) {
    if ((await least(take, repeated('暖', length), 3)) > PLAIN) return length;
  }
  return LONGEST;
}

/**
 * Null where it grows as it should; else the times for a length and for twice as much.
 *
 * @param enough a time above which no longer text is tried, in milliseconds
 * @param tries how often what seems to grow is measured again
 */
async function grows<Of>(
  take: Take<Of>,
  made: (length: number) => Of,
  longest: number,
  { enough = ENOUGH, tries = 10 } = {},
): Promise<string | null> {
  for (let length = Math.min(FIRST, longest); ; length = Math.min(longest, length * STEP)) {
    const two = made(length);
    let long = await take(two);
    if (long >= FLOOR) long = Math.min(long, await least(take, two, 2));
    if (long < FLOOR) {
      if (length >= longest) return null;
      continue;
    }
    const one = made(length / 2);
    const shorts = [await least(take, one, 2)];
    for (let again = 0; again < tries && long / upper(shorts) > RATIO; again++) {
      shorts.push(await take(one));
      long = Math.min(long, await least(take, two, 2));
    }
    const short = upper(shorts);
    if (long >= FLOOR && long / short > RATIO) {
      // What begins to be read otherwise at some length is so once; what grows goes on growing.
      const four = made(2 * length);
      let more = await least(take, four, 2);
      // As above: what grows with the square does so every time.
      const longs = [long];
      for (let again = 0; again < tries && more / upper(longs) > RATIO; again++) {
        longs.push(await take(two));
        more = Math.min(more, await least(take, four, 2));
      }
      long = upper(longs);
      if (more / long > RATIO) return `${length}: ${[short, long, more].map((ms) => ms.toFixed(1)).join(' → ')} ms`;
      return null;
    }
    if (long > enough || length >= longest) return null;
  }
}

describe('no text takes longer than its length explains', () => {
  it('is asked of a hundred texts and more, by all that meets texts of others', () => {
    expect(new Set(pieces).size).toBeGreaterThanOrEqual(100);
    expect(Object.keys(readers).length).toBeGreaterThanOrEqual(50);
  });

  it('finds what grows with the square of it', { timeout: 240_000 }, async () => {
    const plain = (read: (text: string) => unknown) => timer({ make: (text) => text, read: read as never });
    const trailing = plain((text) => text.replace(/a+$/, ''));
    expect(await grows(trailing, saying('b'), LONGEST)).toBeNull();

    // Other work on the machine makes short runs longer than long ones: what takes 14 ms alone took 29 beside it, and what takes 58 took 60. So
    // it is looked at in longer texts as well.
    const square = plain((text) => /a+c/.test(text));
    let found = null;
    for (let look = 0; look < LOOKS && !found; look++)
      found = await grows(square, saying('a'), SQUARED, { enough: 300, tries: 2 });
    expect(found).not.toBeNull();
  });

  it.each(Object.keys(readers))('%s', { timeout: 120_000 }, async (name) => {
    const take = timer(readers[name]!);
    const length = await lengthFor(take);
    const bad: string[] = [];
    for (const piece of pieces) {
      const said = await grows(take, saying(piece), length);
      if (said) bad.push(`${JSON.stringify(piece)} ${said}`);
    }
    expect(bad).toEqual([]);
  });
});

describe('no number of records takes longer than that explains', () => {
  it.each(Object.keys(many))('%s', { timeout: 120_000 }, async (name) => {
    const { most, enough } = RECORDS;
    expect(await grows(timer(many[name]!), (count) => count, most, { enough })).toBeNull();
  });
});
