import { countIn } from './counting';

/** Counting systems that a field may ask for (`\* CHINESENUM3`); decimal where it asks for none. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/\\\*\s*chinesenum[13]/i, 'chineseCounting'],
  [/\\\*\s*chinesenum2/i, 'chineseLegalSimplified'],
  [/\\\*\s*circlenum/i, 'decimalEnclosedCircle'],
  [/\\\*\s*ROMAN\b/, 'upperRoman'],
  [/\\\*\s*roman\b/, 'lowerRoman'],
  [/\\\*\s*ALPHABETIC\b/, 'upperLetter'],
  [/\\\*\s*alphabetic\b/, 'lowerLetter'],
];

/**
 * Numbers that fields of the old kind make (AUTONUM, AUTONUMLGL, AUTONUMOUT, LISTNUM): they have no result in the file, each
 * kind counts by itself from the front. Their levels are those of headings and are not followed.
 */
export class AutoNumbers {
  private readonly counts = new Map<string, number>();

  /** @returns the number that a field prints; null for what is no such field. */
  next(code: string): string | null {
    const [, kind = ''] = /^\s*(AUTONUM(?:LGL|OUT)?|LISTNUM)\b/i.exec(code) ?? [];
    if (kind === '') return null;
    const key = kind.toUpperCase();
    const start = Number(/\\s\s+(\d+)/i.exec(key === 'LISTNUM' ? code : '')?.[1] ?? 0);
    const value = start > 0 ? start : (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, value);
    const system = systems.find(([pattern]) => pattern.test(code))?.[1] ?? (key === 'AUTONUMOUT' ? 'upperRoman' : '');
    const number = countIn(system, value) ?? String(value);
    if (key === 'LISTNUM') return `${number})`;
    if (key === 'AUTONUMLGL' && /\\e/i.test(code)) return number;
    return number + (/\\s\s*"?([^\s"\\])/.exec(code)?.[1] ?? (system.startsWith('chinese') ? '、' : '.'));
  }
}
