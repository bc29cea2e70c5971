import { i18n } from '#i18n';
import type { FormatErrorCode } from '../../lib/formats/types';

/** Why a document is not shown, as a code. */
export type FailureCode = FormatErrorCode | 'no-document' | 'nothing-pasted' | 'not-kept';

/** What went wrong and what to do, in words. @param detail The extension, for a kind of file that is not read. */
export function failureWords(code: FailureCode, detail: string): string {
  return {
    unsupported: () => i18n.t('reader.unsupported', [detail]),
    'too-large': () => i18n.t('reader.tooLarge'),
    empty: () => i18n.t('reader.empty'),
    damaged: () => i18n.t('reader.damaged'),
    truncated: () => i18n.t('reader.truncated'),
    encrypted: () => i18n.t('reader.encrypted'),
    'wrong-password': () => i18n.t('reader.wrongPassword'),
    'no-text': () => i18n.t('reader.noText'),
    'old-word': () => i18n.t('reader.oldWord'),
    'old-excel': () => i18n.t('reader.oldExcel'),
    'no-document': () => i18n.t('reader.noDocument'),
    'not-kept': () => i18n.t('library.keptFailed'),
    'nothing-pasted': () => i18n.t('reader.nothingPasted'),
  }[code]();
}
