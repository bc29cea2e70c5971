import { describe, expect, it } from 'vitest';
import { type Counts, lossOf } from '../../../lib/store/tally';

const of = (documents: number, tasks: number, annotations: number): Counts => ({ documents, tasks, annotations });

describe('a count kept outside the database', () => {
  it.each([
    ['all is gone', of(2, 7, 3), of(0, 0, 0)],
    ['one table is empty', of(2, 7, 3), of(2, 0, 3)],
    ['most is gone', of(2, 100, 3), of(2, 49, 3)],
  ])('tells that %s', (_, noted, present) => {
    expect(lossOf(noted, present)).toBe(noted);
  });

  it.each([
    ['nothing was ever counted', null, of(0, 0, 0)],
    ['all is there', of(2, 7, 3), of(2, 7, 3)],
    ['there is more', of(0, 0, 0), of(2, 7, 3)],
    ['a few were removed when the count was cut off', of(2, 7, 3), of(2, 1, 3)],
    ['half was removed when the count was cut off', of(2, 100, 3), of(2, 50, 3)],
  ])('says nothing when %s', (_, noted, present) => {
    expect(lossOf(noted, present)).toBeNull();
  });
});
