import { i18n } from '#i18n';
import { fileNameOf, PASTED_URL, SAMPLE_URL } from '../lib/formats/address';

/** Where a document was seen, as a person says it: a file by its name, our own sample and pasted text as what they are. */
export function placeWord(url: string): string {
  if (url === SAMPLE_URL) return i18n.t('common.place.sample');
  if (url === PASTED_URL) return i18n.t('common.place.pasted');
  return fileNameOf(url) ?? url;
}

/** Only these are ever opened; what a record says of its address was once a page's to say. */
export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);
