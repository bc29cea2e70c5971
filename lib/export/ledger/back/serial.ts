import { dateText } from '../../../formats/xlsx/numbers';

/** A number as a day, where somebody typed a date into a cell without a date's look. */
export const dayOfSerial = (number: number): string | null =>
  Number.isInteger(number) && number > 20_000 && number < 80_000 ? dateText(number, false) : null;
