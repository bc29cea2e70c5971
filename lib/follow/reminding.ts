/** Whether and when the reader wants to be reminded. */
export interface Reminding {
  readonly on: boolean;
  /** Of the day, 0 to 23, by the reader's clock. */
  readonly hour: number;
}

export const noReminding: Reminding = { on: false, hour: 9 };

/** What was kept, as far as it can be used. */
export function readReminding(value: unknown): Reminding {
  const { on, hour } = (value ?? {}) as Record<string, unknown>;
  const known = Number.isInteger(hour) && (hour as number) >= 0 && (hour as number) <= 23;
  return { on: on === true, hour: known ? (hour as number) : noReminding.hour };
}

/** What a day has, for badge and reminder. */
export interface DueFigures {
  readonly overdue: number;
  readonly today: number;
}

/**
 * Whether it is time to remind: once a day, from the hour on, where there is something to remind of. A computer that slept
 * through the hour reminds when it wakes.
 *
 * @param last the day (ISO) of the last reminder
 * @param today ISO calendar date of `now`
 */
export function isTime(
  { on, hour }: Reminding,
  { overdue, today: due }: DueFigures,
  last: string | null,
  today: string,
  now: Date,
): boolean {
  return on && overdue + due > 0 && last !== today && now.getHours() >= hour;
}

/** Milliseconds since 1970 of the next turn of the reader's day: its midnight, or the hour of the reminder if that is first. */
export function nextTurn(now: Date, { on, hour }: Reminding): number {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const midnight = new Date(year, month, day + 1).getTime();
  const reminder = new Date(year, month, day, hour).getTime();
  return on && reminder > now.getTime() ? Math.min(midnight, reminder) : midnight;
}
