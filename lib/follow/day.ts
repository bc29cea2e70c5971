/** The day of an instant by the reader's calendar, as 2026-03-05. By hand: it goes into pages, where each kB counts. */
export function localDay(instant: string | Date): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** An ISO calendar date so many days later; negative days go back. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
