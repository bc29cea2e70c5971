import { formatISO } from 'date-fns/formatISO';

/** The reader's own calendar date, ISO 8601. */
export function today(): string {
  return formatISO(new Date(), { representation: 'date' });
}
