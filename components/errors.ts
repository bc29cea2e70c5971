import { i18n } from '#i18n';
import { errorKey, type StoreErrorDetail } from '../lib/store/errors';

/** What went wrong, in the reader's words, by the failure's code; the limit where a limit was broken. */
export function errorWords(error: unknown): string {
  const { code, detail } = (error ?? {}) as { code?: unknown; detail?: StoreErrorDetail | null };
  const words = typeof code === 'string' ? i18n.t(`errors.${errorKey(code)}` as 'errors.unknown') : '';
  const limit = detail?.limit === undefined ? '' : i18n.t('errors.limit', [detail.limit]);
  return (words || i18n.t('errors.unknown')) + limit;
}
