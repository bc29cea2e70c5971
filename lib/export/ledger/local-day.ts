/** The day of an instant by the reader's calendar, as 2026-03-05. By hand: the columns go into pages, where each kB counts. */
export function localDay(instant: string): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
