const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻',
  n: 'ⁿ',
};
const POWER = /^\s*[-−–]?\d{1,3}\s*$/;

/** Signs as raised ones, one for one. */
export const raisedSigns = (text: string): string => [...text].map((sign) => RAISED[sign] ?? sign).join('');

export const isRaisable = (text: string): boolean => text !== '' && [...text].every((sign) => RAISED[sign]);

/**
 * What is raised, as it is read behind what stands before it: a number behind a figure is a power, and in one line with it
 * another number (10 with a raised 4 is no 104). Everything else as it is. Offsets stay.
 */
export const asPower = (raised: string, before: string): string =>
  POWER.test(raised) && /[\d⁰¹²³⁴-⁹⁻]$/.test(before) ? raisedSigns(raised) : raised;
