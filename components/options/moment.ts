import { dayOf } from '../day';

/** An instant by the reader's own calendar and clock, to the minute: 2026-11-21 09:05. */
export function momentWord(instant: string): string {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${dayOf(instant)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
