import { i18n } from '#i18n';
import { errorKey, StoreError, type StoreErrorCode, storeErrorCodes, toStoreError } from '../lib/store/errors';

/** What went wrong, in the reader's words; the limit where a limit was broken. Never the bare code. */
export function errorWords(error: unknown): string {
  const { code, detail } = error instanceof StoreError ? error : toStoreError(error);
  const known: StoreErrorCode = storeErrorCodes.includes(code) ? code : 'unknown';
  const words = i18n.t(`errors.${errorKey(known)}` as 'errors.unknown');
  return detail?.limit === undefined ? words : `${words}${i18n.t('errors.limit', [detail.limit])}`;
}
