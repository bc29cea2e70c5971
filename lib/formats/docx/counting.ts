/**
 * What Word prints for a number in each of its counting systems (`w:numFmt`, ECMA-376 part 1, 17.18.59). Null when the
 * system is not one we know.
 */
export function countIn(format: string, value: number): string | null {
  // Padded with zeros, as far as the first of its numbers shows: 001.
  if (/^0+1$/.test(format)) return String(value).padStart(format.length, '0');
  const write = systems[format];
  return write ? write(value) : null;
}

const digits = '〇一二三四五六七八九';
const financialDigits = '零壹贰叁肆伍陆柒捌玖';
const traditionalFinancialDigits = '零壹貳參肆伍陸柒捌玖';

const systems: Record<string, (value: number) => string> = {
  decimal: String,
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  ideographEnclosedCircle: (value) => (value <= 10 ? at(0x3280, value) : String(value)),
  decimalEnclosedParen: (value) => (value <= 20 ? at(0x2474, value) : `(${value})`),
  decimalEnclosedFullstop: (value) => (value <= 20 ? at(0x2488, value) : `${value}.`),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  chineseCounting: (value) => chinese(value, digits, '十百千万', '零', true),
  chineseCountingThousand: (value) => chinese(value, digits, '十百千万', '零', true),
  taiwaneseCounting: (value) => chinese(value, digits, '十百千萬', '零', true),
  taiwaneseCountingThousand: (value) => chinese(value, digits, '十百千萬', '零', true),
  japaneseCounting: (value) => chinese(value, digits, '十百千万', '', true),
  chineseLegalSimplified: (value) => chinese(value, financialDigits, '拾佰仟万', '零', false),
  ideographLegalTraditional: (value) => chinese(value, traditionalFinancialDigits, '拾佰仟萬', '零', false),
  ideographDigital: (value) => String(value).replace(/\d/g, (digit) => digits[Number(digit)]!),
  japaneseDigitalTenThousand: (value) => String(value).replace(/\d/g, (digit) => digits[Number(digit)]!),
  taiwaneseDigital: (value) => String(value).replace(/\d/g, (digit) => digits[Number(digit)]!),
  ideographTraditional: (value) => cycle(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => cycle(value, '子丑寅卯辰巳午未申酉戌亥'),
  ideographZodiacTraditional: (value) =>
    value <= 60 && value > 0
      ? '甲乙丙丁戊己庚辛壬癸'[(value - 1) % 10]! + '子丑寅卯辰巳午未申酉戌亥'[(value - 1) % 12]!
      : String(value),
};

const at = (before: number, value: number) => (value > 0 ? String.fromCodePoint(before + value - 1) : String(value));

function circled(value: number): string {
  if (value >= 1 && value <= 20) return at(0x2460, value);
  if (value >= 21 && value <= 35) return at(0x3251, value - 20);
  if (value >= 36 && value <= 50) return at(0x32b1, value - 35);
  return String(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

const cycle = (value: number, signs: string) =>
  value >= 1 && value <= signs.length ? signs[value - 1]! : String(value);

/** Word repeats the letter after z: aa, bb, … */
function letters(value: number, first: string): string {
  if (value < 1 || value > 780) return String(value);
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let result = '';
  for (const [worth, sign] of steps) {
    while (rest >= worth) {
      result += sign;
      rest -= worth;
    }
  }
  return result;
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** 1 to 99,999 in words: 二十一, 一百零三, 一千零一十. `shortTen`: 十一 rather than 一十一 from 10 to 19. */
function chinese(value: number, signs: string, units: string, zero: string, shortTen: boolean): string {
  if (value === 0) return '零';
  if (value < 0 || value > 99_999) return String(value);
  const places = ['', units[0]!, units[1]!, units[2]!, units[3]!];
  const written = String(value);
  let result = '';
  let gap = false;
  for (let index = 0; index < written.length; index++) {
    const digit = Number(written[index]);
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap) result += zero;
    gap = false;
    result += signs[digit]! + places[written.length - 1 - index]!;
  }
  return shortTen && value >= 10 && value <= 19 ? result.slice(1) : result;
}
