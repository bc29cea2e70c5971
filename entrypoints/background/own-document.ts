import { browser } from '../../lib/browser';
import type { PolicyDocument } from '../../lib/policy/types';
import { placeOf as addressOf } from '../../lib/store/place';
import type { SeenDocument, Store } from '../../lib/store/port';
import type { DocumentRecord } from '../../lib/store/types';
import type { Place } from './senders';
import { recall, remember } from './session';

/** Which documents a page may call its own. */
export interface Ownership {
  /** Of a document that is kept. */
  has(record: DocumentRecord): Promise<boolean>;
  /** Of one that its agent says it shows, kept or not. */
  shows(seen: SeenDocument): Promise<boolean>;
}

/** Of what a document says, how much a page must print to be taken for a copy of it. */
const SHARE = 0.6;
/** Measures looked for: enough to tell one document from another. */
const MEASURES = 40;
/** Signs of a measure that are looked for. */
const SIGNS = 24;

/**
 * A page's own documents: those that were seen at its address, which the browser tells; and those that stand in it, which
 * the background sees for itself. What the page's agent claims counts for nothing.
 */
export function ownershipOf(store: Pick<Store, 'document'>, place: Place): Ownership {
  const keyOf = (id: string) => `own:${place.tabId}:${place.frameId}:${place.documentId ?? place.url}:${id}`;
  const printed = async (id: string, policy: PolicyDocument): Promise<boolean> => {
    if (await recall<boolean>(keyOf(id))) return true;
    if (!(await prints(place, needlesOf(policy)))) return false;
    await remember(keyOf(id), true);
    return true;
  };
  const has = async (record: DocumentRecord): Promise<boolean> =>
    record.urls.some((url) => addressOf(url) === addressOf(place.url)) || printed(record.id, record.policy);
  return {
    has,
    async shows({ id, url, policy }) {
      if (!sameSite(url, place.url)) return false;
      const record = await store.document(id);
      return record ? has(record) : printed(id, policy);
    },
  };
}

function sameSite(a: string, b: string): boolean {
  try {
    const [one, other] = [new URL(a), new URL(b)];
    return one.host === other.host && (one.host !== '' || one.protocol === other.protocol);
  } catch {
    return false;
  }
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Pieces of a document by which its text is told: its title, and how its measures begin. */
function needlesOf({ title, measures }: PolicyDocument): string[] {
  const every = Math.max(1, Math.floor(measures.length / MEASURES));
  const begins = measures.filter((_, at) => at % every === 0).map((measure) => measure.title ?? measure.text);
  return [title ?? '', ...begins].map((text) => bare(text).slice(0, SIGNS)).filter((text) => text.length > 3);
}

/** Whether a page prints most of these. A document without title and measures is known by its whole text alone. */
async function prints({ tabId, frameId, documentId }: Place, needles: readonly string[]): Promise<boolean> {
  if (needles.length === 0) return true;
  const target = documentId ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [frameId] };
  const found = await browser.scripting
    .executeScript({ target, func: countIn, args: [needles] })
    .then(([first]) => first?.result ?? 0)
    .catch(() => 0);
  return found / needles.length >= SHARE;
}

/** Runs in the page. */
function countIn(needles: readonly string[]): number {
  const text = (document.body ?? document.documentElement).textContent?.normalize('NFKC').replace(/\s+/g, '') ?? '';
  return needles.filter((needle) => text.includes(needle)).length;
}
