import type { Instant } from './types';

/**
 * When a record is changed: now, or just after its last change where that lies ahead. A clock that was wrong and was set
 * right does not make a later change look like an earlier one.
 */
export function stampAfter(last: Instant, now: Date): Instant {
  const before = Date.parse(last);
  const counts = before >= now.getTime() && before < LAST;
  return new Date(counts ? before + 1 : now.getTime()).toISOString();
}

/** Years behind it have another form, which is no stamp: what a file says of them counts for nothing. */
const LAST = Date.UTC(9999, 11, 31);

/** A clock may be so far ahead of another and both be right enough, in milliseconds. */
const TOLERANCE = 5 * 60 * 1000;

/**
 * Whether a record that is brought in is newer than ours. A stamp of a day that has not come is of a clock that was ahead
 * and tells nothing: what is here then stays, unless both are of such a clock.
 */
export function isNewer(theirs: Instant, ours: Instant, now: Date): boolean {
  const ahead = (stamp: Instant) => Date.parse(stamp) > now.getTime() + TOLERANCE;
  return theirs > ours && ahead(theirs) === ahead(ours);
}
