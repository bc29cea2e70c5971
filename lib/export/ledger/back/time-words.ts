const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const year = '((?:19|20)\\d\\d)年?[-/.]?';

/** Shorthand of time columns, and what it stands for in the words that dates are read of. In this order. */
const shorthand: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  // 27年一季度, 27年3月底前; no count of years (3年内) has two figures that begin so.
  [/(?<![\d.])([2-4]\d)年(?!内|期|以内)/g, '20$1年'],
  // 27.3.31, 27-3-31
  [/^([2-4]\d)([-/.])(\d{1,2})\2(\d{1,2})(?=日?(?:之?前)?$)/, '20$1年$3月$4日'],
  // Q1 2027, 1Q2027
  [/(?<![A-Za-z\d])(?:[Qq]([1-4])|([1-4])[Qq])[-/.]?((?:19|20)\d\d)年?/g, (_, a, b, y) => `${y}年第${a ?? b}季度`],
  [/((?:19|20)\d\d)年?[-/.]?[Qq]([1-4])(?:季度)?/g, '$1年第$2季度'],
  [/((?:19|20)\d\d)年?[-/.]?([1-4])[Qq](?:季度)?/g, '$1年第$2季度'],
  [/(?<![A-Za-z\d])(?:[Qq]([1-4])|([1-4])[Qq])(?:季度)?(?![A-Za-z\d])/g, (_, a, b) => `第${a ?? b}季度`],
  [/((?:19|20)\d\d)年?[-/.]?[Hh]([12])(?!\d)/g, (_, y, half) => `${y}年${half === '1' ? '上' : '下'}半年`],
  // 2027一季度, 2027上半年, 2027-1季度
  [new RegExp(`${year}(?=第?[一二三四1-4]季|[上下]半年|前三季)`, 'g'), '$1年'],
  [/第?([一二三四1-4])季(?!度)/g, '第$1季度'],
  // 2027年1-3月: until the last of them; 11-2月 is over a year's end, nobody knows which.
  [
    /(?<![\d.])(\d{1,2})月?[-—–~～至到](\d{1,2})月(?![-—–~～至到\d])/g,
    (_all, a, b) => (+a! <= +b! ? `${b}月` : `${a}-${b}`),
  ],
  // Mar-27, as spreadsheet programs show a month that was typed as 2027-3
  [/^([A-Za-z]{3})-(\d\d)$/, (all, name, y) => (monthOf(name) ? `20${y}年${monthOf(name)}月` : all)],
  // 2027
  [/^((?:19|20)\d\d)(?=前?$)/, '$1年'],
  // 3-31, 6-30前: no month has a number above twelve.
  [/^(1[0-2]|0?[1-9])-(1[3-9]|2\d|3[01])(?=日?(?:之?前)?$)/, '$1月$2日'],
];

const monthOf = (name = ''): number => months.indexOf(name.toLowerCase()) + 1;

/** A time in shorthand (2027Q1, 27年一季度, 1-3月) in the words that dates are read of; any other text as it is. */
export function inFull(text: string): string {
  let words = text;
  for (const [pattern, full] of shorthand) words = words.replace(pattern, full as string);
  return words;
}

/** Says that there is no date: as long as it goes on, as soon as may be, or not known yet. */
const OPEN =
  /^(?:长期|常年|全年|持续|常态|适时|及时|即时|立即|即知即改|立行立改|随时|定期|经常|永久|无|暂无|待定|未定|另行|按|根据|视|[-—–/\\、.。]+$)/;

/** Whether a text is known to name no day. */
export const namesNoDay = (text: string): boolean => OPEN.test(text);
