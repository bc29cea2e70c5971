import type { CellValue, LedgerColumn } from './types';

/** A cell for forms that hold text: lists joined, dates as they are, numbers left as numbers, '' for nothing. */
export function plain(column: Pick<LedgerColumn, 'join'>, value: CellValue): string | number {
  if (value === null) return '';
  return typeof value === 'object' ? value.join(column.join ?? '、') : value;
}

/** Whether an address can be followed by who gets the file: addresses of the web, of a length that Office takes. */
export const isWebAddress = (address: string): boolean =>
  /^https?:\/\/\S+$/i.test(address) && address.length <= LONGEST_ADDRESS;

const LONGEST_ADDRESS = 2000;

/** An address of the web as files of Office's take it; null for what is none. (`URL.canParse` is newer than many offices' browsers.) */
export function webAddress(address: string): string | null {
  if (!isWebAddress(address)) return null;
  try {
    return new URL(address).href;
  } catch {
    return null;
  }
}

/** What a link says where the address itself lies behind it; of a file of somebody's machine its name. */
export function linkText(address: string): string {
  return isWebAddress(address) ? '原文' : (address.split(/[\\/]/).at(-1) ?? '');
}
