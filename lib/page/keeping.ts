import type { Resolution } from '../anchor/types';
import type { SeenDocument } from '../store/port';
import type { Kept } from './anchoring';
import type { SessionStore } from './session-types';

/**
 * How long a text that differs from the one kept must stand before the store is told: a page that is still filling, or
 * that was read in the middle of its own changes, is no other version of the document. In milliseconds.
 */
const SETTLED = 1500;

/** Tells the store what a page shows. Never rejects: the page is read and painted all the same. */
export type Keep = (
  seen: SeenDocument,
  kept: Kept,
  anchors: Readonly<Record<string, Resolution>>,
  signal: AbortSignal,
) => Promise<void>;

/**
 * Tells the store of a document of which something is kept: where and when it was seen again, what its text is now, and
 * how passages were found that do not stand where they stood. One for each page: of a tab that shows the same text still
 * while another place has shown the store a later one, the store hears nothing more.
 */
export function keeping(store: SessionStore): Keep {
  /** What the page showed when the store was last told, or had nothing to be told. */
  let shown = '';
  const keep: Keep = async (seen, kept, anchors, signal) => {
    const shows = `${seen.id} ${seen.fingerprint}`;
    const record = await store.document(seen.id);
    if (signal.aborted) return;
    if (record && record.fingerprint !== seen.fingerprint) {
      if (shown === shows) return;
      await rest(SETTLED);
      if (signal.aborted) return;
    }
    const { fingerprint } = record ? await store.saveDocument(seen) : seen;
    shown = shows;
    if (!record) return;
    // Where passages stand in an older copy says nothing about the present text.
    if (signal.aborted || fingerprint !== seen.fingerprint) return;
    const news = found(kept, anchors);
    if (Object.keys(news).length > 0) await store.noteResolutions(news);
  };
  return (seen, kept, anchors, signal) =>
    keep(seen, kept, anchors, signal).catch((reason: unknown) => {
      if (!signal.aborted) console.debug('[dutymark] store:', reason);
    });
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
