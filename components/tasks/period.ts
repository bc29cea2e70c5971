/** First and last day of the calendar month or quarter that a day is in; ISO dates. */
export function periodOf(period: 'thisMonth' | 'thisQuarter', today: string): readonly [string, string] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = period === 'thisMonth' ? month : month - ((month - 1) % 3);
  const last = period === 'thisMonth' ? month : first + 2;
  const two = (part: number) => String(part).padStart(2, '0');
  // Day 0 of the month after is the last day of this one.
  const days = new Date(Date.UTC(year, last, 0)).getUTCDate();
  return [`${year}-${two(first)}-01`, `${year}-${two(last)}-${two(days)}`];
}
