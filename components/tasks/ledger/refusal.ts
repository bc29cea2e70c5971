import { i18n } from '#i18n';

const known = {
  unsupported: 'unsupported',
  encrypted: 'encrypted',
  locked: 'encrypted',
  empty: 'empty',
  'too-large': 'tooLarge',
} as const;

/** Why a file could not be read, by its `FormatError`'s code. */
export function refusalWords(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  const key = typeof code === 'string' && code in known ? known[code as keyof typeof known] : 'damaged';
  return i18n.t(`ledger.back.refused.${key}`);
}
