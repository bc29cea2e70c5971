import { FormatError, type FormatWarning } from '../formats/types';
import { errorWordingKey, warningWording } from '../formats/words';
import en from '../locales/en.json' with { type: 'json' };
import zh from '../locales/zh_CN.json' with { type: 'json' };

export type Language = 'zh' | 'en';

/** What the reader's interface says: the command says the same. */
const wording = { zh: zh.reader, en: en.reader } as const;

/** The language of the terminal, as its environment names it. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en';
}

const filled = (text: string, places: readonly string[]): string =>
  text.replace(/\$(\d)/g, (_, place: string) => places[Number(place) - 1] ?? '');

export function warningWords(warning: FormatWarning, language: Language): string {
  const { key, places } = warningWording(warning);
  const table: Readonly<Record<string, string>> = wording[language].warning;
  return filled(table[key] ?? warning.code, places);
}

/** Why a file was not read: in words where it is one of ours, else what the system says. */
export function errorWords(error: unknown, language: Language): string {
  if (!(error instanceof FormatError)) return error instanceof Error ? error.message : String(error);
  const text = (wording[language] as unknown as Readonly<Record<string, unknown>>)[errorWordingKey(error.code)];
  return typeof text === 'string' ? `${filled(text, [error.message])} (${error.code})` : error.code;
}
