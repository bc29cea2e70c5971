import { browser } from './browser';

/**
 * What the administrator of the computer has set, by the browser's policy for extensions (`storage.managed`). Each field
 * is null, or empty, where nothing is set: then the reader's own choice counts. The names are those of
 * `public/managed-schema.json`.
 */
export interface Managed {
  readonly unit: string | null;
  readonly region: string;
  readonly aliases: readonly string[];
  /** Sites that the house reads beside the government's own: hosts, or IP addresses. The browser still asks the reader. */
  readonly sites: readonly string[];
  readonly keepFiles: 'yes' | 'no' | null;
  readonly pill: 'shown' | 'hidden' | null;
  /** Whether pictures of text may be recognised. */
  readonly ocr: boolean | null;
}

/** Nothing is set. */
export const unmanaged: Managed = {
  unit: null,
  region: '',
  aliases: [],
  sites: [],
  keepFiles: null,
  pill: null,
  ocr: null,
};

/** What the browser hands over, checked field by field: a wrong one counts as not set, the others stay. Never throws. */
export function readManaged(raw: unknown): Managed {
  const set = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  const unit = textOf(set.unit);
  return {
    unit: unit.length >= 2 ? unit : null,
    region: textOf(set.region),
    aliases: listOf(set.aliases).map(textOf).filter(Boolean).slice(0, 30),
    sites: [...new Set(listOf(set.sites).flatMap((site) => siteIn(site) ?? []))].slice(0, 200),
    keepFiles: oneOf(set.keepFiles, ['yes', 'no']),
    pill: oneOf(set.pill, ['shown', 'hidden']),
    ocr: typeof set.ocr === 'boolean' ? set.ocr : null,
  };
}

/** What is set now; nothing where the browser has no policies, or Firefox none for us (it rejects then). */
export async function managed(): Promise<Managed> {
  try {
    return readManaged(await browser.storage.managed.get(null));
  } catch {
    return unmanaged;
  }
}

/** Calls whenever a policy has changed. @returns Stops it. */
export function watchManaged(listener: () => void): () => void {
  const heard = (_: unknown, area: string) => {
    if (area === 'managed') listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

/** Names are compared without white space; longer ones than a form takes are cut. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/gu, '').slice(0, 60) : '');
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word | null {
  return words.find((word) => word === value) ?? null;
}

/** The host of a site as an administrator may write it: `oa.example.cn`, `http://10.1.2.3:8080/oa`. */
function siteIn(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  try {
    const { hostname } = new URL(/^https?:\/\//i.test(value) ? value : `http://${value}`);
    return hostname && !/[*%]/.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}
