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
