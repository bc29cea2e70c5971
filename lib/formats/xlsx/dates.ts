import type { XmlElement } from '../xml';

/** Which number formats show dates: the built-in ones, Chinese ones among them, and those whose code names a year or day. */
export function dateFormats(own: readonly XmlElement[]): (id: number) => boolean {
  const codes = new Map(own.map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? '']));
  return (id) => {
    const code = codes.get(id);
    // Quoted text, colours and locales in brackets, and escaped signs say nothing of dates.
    if (code !== undefined) return /[yd]|年|m+[月/-]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
  };
}

/** A day number as ISO 8601; null outside the years a policy can mean. */
export function dateText(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  // Day 60 is the 29th of February 1900, which never was: days after it are one too many.
  const time = Date.UTC(1899, 11, 30) + days * 86_400_000;
  const date = new Date(time);
  if (Number.isNaN(time) || date.getUTCFullYear() < 1949 || date.getUTCFullYear() > 2200) return null;
  return date.toISOString().slice(0, 10);
}
