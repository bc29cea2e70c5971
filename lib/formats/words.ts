import type { FormatErrorCode, FormatWarning } from './types';

/** `pages-without-text` → `pagesWithoutText`: names of messages may hold no hyphen. */
const camel = (code: string): string => code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The key of a warning's wording in `reader.warning.*` of the locales, and what stands in its places. */
export function warningWording({ code, count, page, where }: FormatWarning): { key: string; places: string[] } {
  // Two places in every wording: how much (or which page), and where.
  return { key: camel(code), places: [`${page ?? count ?? 1}`, where ?? ''] };
}

/** The key of an error's wording in `reader.*` of the locales. */
export const errorWordingKey = (code: FormatErrorCode): string => camel(code);
