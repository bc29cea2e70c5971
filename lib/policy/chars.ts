/** Character facts the readers share. */

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  O: 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 二十三 → 23, 二〇二四 → 2024, 12 → 12, １２ → 12; null for anything else. Numbers up to 9999. */
export function numeral(text: string): number | null {
  if (!text || text.length > 8) return null;
  const plain = text.normalize('NFKC');
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  let total = 0;
  let digit: number | null = null;
  let positional = '';
  let units = false;
  for (const c of text) {
    const d = digits[c];
    if (d !== undefined) {
      digit = d;
      positional += d;
      continue;
    }
    const unit = c === '十' ? 10 : c === '百' ? 100 : c === '千' ? 1000 : 0;
    if (!unit) return null;
    units = true;
    total += (digit ?? 1) * unit;
    digit = null;
  }
  if (!units) return positional.length > 4 ? null : Number(positional);
  return total + (digit ?? 0);
}

/** What a character does to the depth of brackets and quotation marks, by code unit: 1 opens, 2 closes; +4 holds assignments. */
const kinds = new Uint8Array(0x10000);
const assigning = new Map([...'（）()［］[]〔〕【】'].map((c, i) => [c, i % 2 ? 2 : 1]));
const quoting = new Map([...'〈〉《》“”‘’「」'].map((c, i) => [c, i % 2 ? 2 : 1]));
for (const [c, k] of quoting) kinds[c.charCodeAt(0)] = k;
for (const [c, k] of assigning) kinds[c.charCodeAt(0)] = k + 4;

/** 1 for an opening bracket or quotation mark at `i`, -1 for a closing one, 0 otherwise. */
export function stepAt(text: string, i: number): -1 | 0 | 1 {
  const k = kinds[text.charCodeAt(i)]! & 3;
  return k === 0 ? 0 : k === 1 ? 1 : -1;
}

/** Round, square or hexagonal bracket at `i`: the kinds that hold assignments, mixed widths alike. */
export const opensAt = (text: string, i: number): boolean => kinds[text.charCodeAt(i)] === 5;
export const closesAt = (text: string, i: number): boolean => kinds[text.charCodeAt(i)] === 6;

export const isOpen = (c: string): boolean => c !== '' && kinds[c.charCodeAt(0)] === 5;
export const isClose = (c: string): boolean => c !== '' && kinds[c.charCodeAt(0)] === 6;

/** NFKC for comparing, white space out. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');
