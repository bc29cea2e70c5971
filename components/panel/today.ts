/** The reader's calendar date, not UTC's, as ISO date. */
export function localDate(now: Date = new Date()): string {
  const two = (part: number) => `${part}`.padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
