import type { Resolution } from '../anchor/types';
import type { SeenDocument } from '../store/port';
import type { Kept } from './anchoring';
import type { SessionStore } from './session-types';

/**
 * How long a text that differs from the one kept must stand before the store is told: a page that is still filling, or
 * that was read in the middle of its own changes, is no other version of the document. In milliseconds.
 */
const SETTLED = 1500;

/**
 * Tells the store of a document of which something is kept: where and when it was seen again, what its text is now, and
 * how passages were found that do not stand where they stood. Never rejects: the page is read and painted all the same.
 */
export async function keepSeen(
  store: SessionStore,
  seen: SeenDocument,
  kept: Kept,
  anchors: Readonly<Record<string, Resolution>>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const record = await store.document(seen.id);
    if (!record || signal.aborted) return;
    if (record.fingerprint !== seen.fingerprint) await rest(SETTLED);
    if (signal.aborted) return;
    await store.saveDocument(seen);
    const news = found(kept, anchors);
    if (!signal.aborted && Object.keys(news).length > 0) await store.noteResolutions(news);
  } catch (reason) {
    if (!signal.aborted) console.debug('[dutymark] store:', reason);
  }
}

/** What is known of passages now and was not before. One that always stood in its place is no news. */
function found(
  { annotations, tasks }: Kept,
  anchors: Readonly<Record<string, Resolution>>,
): Record<string, Resolution> {
  const news: Record<string, Resolution> = {};
  for (const { id, resolution } of [...annotations, ...tasks]) {
    const now = anchors[id];
    if (!now || (!resolution && now.method === 'exact')) continue;
    if (now.method !== resolution?.method || now.score !== resolution.score) news[id] = now;
  }
  return news;
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
