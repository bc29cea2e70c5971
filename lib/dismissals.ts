import { storage } from '@wxt-dev/storage';

/**
 * Where the reader told the pill to go away. One storage key a site and a page: adding and removing never rewrites
 * what another tab has just written. Pages are forgotten when the browser starts (`forgetPages`), sites are not.
 */
const sitePrefix = 'dismissedSite:';
const pagePrefix = 'dismissedPage:';

/** The site an address belongs to: its host, without `www.`; '' for an address that has none (`file:`). */
export function siteOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
}

/** An address without its fragment: the page that is meant. */
function pageOf(url: string): string {
  return url.replace(/#.*$/s, '').slice(0, 2000);
}

/** Whether the pill stays away from this page, for the page's or the site's sake. */
export async function isDismissed(url: string): Promise<boolean> {
  const [site, page] = await storage.getItems([
    `local:${sitePrefix}${siteOf(url)}`,
    `local:${pagePrefix}${pageOf(url)}`,
  ]);
  return Boolean(site?.value || page?.value);
}

/** Calls whenever the pill may have been sent away from this page or called back. @returns Stops it. */
export function watchDismissed(url: string, listener: () => void): () => void {
  const offs = [
    storage.watch(`local:${sitePrefix}${siteOf(url)}`, listener),
    storage.watch(`local:${pagePrefix}${pageOf(url)}`, listener),
  ];
  return () => {
    for (const off of offs) off();
  };
}

/** Until the browser is started anew. */
export function dismissPage(url: string): Promise<void> {
  return storage.setItem(`local:${pagePrefix}${pageOf(url)}`, true);
}

/** For good, or until `restoreSite`. An address without a site is dismissed as a page. */
export function dismissSite(url: string): Promise<void> {
  if (!siteOf(url)) return dismissPage(url);
  return storage.setItem(`local:${sitePrefix}${siteOf(url)}`, true);
}

/** Takes back both, for the page at this address. */
export function restorePill(url: string): Promise<void> {
  return storage.removeItems([`local:${sitePrefix}${siteOf(url)}`, `local:${pagePrefix}${pageOf(url)}`]);
}

/** All sites dismissed, in alphabetical order. */
export async function dismissedSites(): Promise<string[]> {
  const keys = Object.keys(await storage.snapshot('local'));
  return keys.flatMap((key) => (key.startsWith(sitePrefix) ? [key.slice(sitePrefix.length)] : [])).sort();
}

/** @param site As `dismissedSites` names it. */
export function restoreSite(site: string): Promise<void> {
  return storage.removeItem(`local:${sitePrefix}${site}`);
}

/** For the background, when the browser starts. */
export async function forgetPages(): Promise<void> {
  const keys = Object.keys(await storage.snapshot('local'));
  await storage.removeItems(keys.filter((key) => key.startsWith(pagePrefix)).map((key) => `local:${key}` as const));
}
