import { i18n } from '#i18n';
import type { FormatErrorCode } from '../../lib/formats/types';

/** Why a document is not shown, as a code. */
export type FailureCode =
  | FormatErrorCode
  | 'no-document'
  | 'nothing-pasted'
  | 'not-kept'
  | 'fetch-failed'
  | 'fetch-page'
  | 'fetch-local';

/** What went wrong and what to do, in words. @param detail The extension of a kind that is not read; a site's answer. */
export function failureWords(code: FailureCode, detail: string): string {
  return {
    unsupported: () => i18n.t('reader.unsupported', [detail]),
    'too-large': () => i18n.t('reader.tooLarge'),
    'too-many-pixels': () => i18n.t('reader.tooManyPixels'),
    'broken-picture': () => i18n.t('reader.brokenPicture'),
    empty: () => i18n.t(detail === 'no-bytes' ? 'reader.noBytes' : 'reader.empty'),
    'empty-folder': () => i18n.t('reader.emptyFolder'),
    damaged: () => i18n.t('reader.damaged'),
    truncated: () => i18n.t('reader.truncated'),
    encrypted: () => i18n.t('reader.encrypted'),
    'wrong-password': () => i18n.t('reader.wrongPassword'),
    archive: () => i18n.t('reader.archive'),
    locked: () => i18n.t('reader.locked'),
    inserted: () => i18n.t('reader.inserted'),
    'unreadable-font': () => i18n.t('reader.unreadableFont'),
    'dynamic-form': () => i18n.t('reader.dynamicForm'),
    'no-text': () => i18n.t('reader.noText'),
    'old-word': () => i18n.t('reader.oldWord'),
    'old-excel': () => i18n.t('reader.oldExcel'),
    'no-document': () => i18n.t('reader.noDocument'),
    'fetch-failed': () => i18n.t('library.fetchFailed', [detail || '—']),
    'fetch-page': () => i18n.t('library.fetchPage'),
    'fetch-local': () => i18n.t('library.fetchLocal'),
    'not-kept': () => i18n.t('library.keptFailed'),
    'nothing-pasted': () => i18n.t('reader.nothingPasted'),
  }[code]();
}
