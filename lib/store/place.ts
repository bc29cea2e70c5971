import type { DocumentHead } from './types';

/** The same place, by whatever scheme and with or without www. */
export const placeOf = (url: string): string =>
  url
    .replace(/#.*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');

/** Where else a document was seen, each place once. */
export function otherPlaces(urls: readonly string[], here: string): string[] {
  const known = new Set([placeOf(here)]);
  return urls.filter((url) => {
    const place = placeOf(url);
    return !known.has(place) && known.add(place);
  });
}

/** A page of the web, which says what stands now; a file or the sample stays as old as it is. */
export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

/** What of a document says where it was seen. */
type Seen = Pick<DocumentHead, 'urls' | 'turnedAt' | 'changed'>;

/**
 * The address at which a passage is best looked up: where its measure was seen to have changed; else where it was taken
 * from, if that is a page of the web; else the newest page of the web that has the document; else where it was taken from.
 *
 * @param record A task or an annotation, which has no measure.
 */
export function placeToOpen(record: { readonly url: string; readonly measureId?: string | null }, head?: Seen): string {
  const turnedAt = head?.turnedAt ?? '';
  if (isWeb(turnedAt) && head?.changed?.[record.measureId ?? '']) return turnedAt;
  if (isWeb(record.url)) return record.url;
  return [turnedAt, ...(head?.urls ?? [])].find(isWeb) ?? record.url;
}
