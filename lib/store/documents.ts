import { compare } from '../anchor/compare';
import type { PolicyDocument } from '../policy/types';
import { changesByMeasure } from './changed';
import type { Database } from './database';
import { limits } from './limits';
import { isWeb, placeOf } from './place';
import type { Baseline, SeenDocument } from './port';
import { betterTitle } from './titles';
import type { DocumentHead, DocumentRecord } from './types';
import { followMeasures, isVersion } from './versions';

/** What a seen document makes of the head that is stored, or of none. Pure. */
export function headOf(seen: SeenDocument, known: DocumentHead | undefined, now: Date): DocumentHead {
  const { title, docNumber, issuer, date, region } = seen.policy;
  return {
    id: seen.id,
    title: betterTitle(known?.title ?? null, title, known?.fingerprint === seen.fingerprint),
    docNumber: docNumber ?? known?.docNumber ?? null,
    issuer: issuer ?? known?.issuer ?? null,
    date: date ?? known?.date ?? null,
    region: region ?? known?.region ?? null,
    urls: urlsOf(seen, known),
    fingerprint: seen.fingerprint,
    ...(known?.changed && { changed: known.changed }),
    ...versionsOf(known),
    firstSeen: known?.firstSeen ?? now.toISOString(),
    lastSeen: now.toISOString(),
  };
}

const urlsOf = (seen: SeenDocument, known: DocumentHead | undefined): string[] =>
  [seen.url, ...(known?.urls ?? []).filter((url) => url !== seen.url)].slice(0, limits.urls);

/** What is known of a document's earlier texts. */
export const versionsOf = (known: DocumentHead | undefined): Pick<DocumentHead, 'turnedAt' | 'superseded'> => ({
  ...(known?.turnedAt && { turnedAt: known.turnedAt }),
  ...(known?.superseded && { superseded: known.superseded }),
});

/**
 * Makes or refreshes the record. A text that differs from the one kept becomes the present version, unless it is an
 * older copy (`isOlder`); the one that the reader knows stays as the baseline until `acknowledge`. To be called inside
 * a transaction over `seenTables`.
 *
 * @param loaded The place was opened just now and shows this: it may bring an earlier text back. Not so where something
 *   is only taken from a page, which may be a tab that has been open since before the text changed.
 */
export function putSeen(database: Database, seen: SeenDocument, now: Date, loaded: boolean): Promise<DocumentRecord> {
  return putVersion(database, seen, (known) => headOf(seen, known, now), loaded);
}

/**
 * Makes or refreshes the record of a document that was seen now, or that a backup brings.
 *
 * @param become The head that the document has from now on, if what was seen is a version of it.
 * @param loaded As in `putSeen`.
 */
export async function putVersion(
  database: Database,
  seen: SeenDocument,
  become: (known: DocumentHead | undefined) => DocumentHead,
  loaded = false,
): Promise<DocumentRecord> {
  const known = await database.documents.get(seen.id);
  const next = become(known);
  const stored = known && known.fingerprint !== seen.fingerprint ? await database.policies.get(seen.id) : undefined;
  if (known && stored && !isVersion(stored.policy, seen.policy)) {
    // Another part of it: what is kept of the first stays.
    const head = { ...known, urls: urlsOf(seen, known), lastSeen: next.lastSeen };
    await database.documents.put(head);
    return { ...head, policy: stored.policy };
  }
  const baseline = stored && (await database.baselines.get(seen.id));
  if (known && stored && isOlder(seen, known, baseline, loaded)) {
    const urls = [...new Set([...known.urls, seen.url])].slice(0, limits.urls);
    const head = { ...known, urls, lastSeen: next.lastSeen };
    await database.documents.put(head);
    return { ...head, policy: stored.policy };
  }
  let head = next;
  if (known && stored) {
    const turn = turned(known, baseline, stored.policy, seen);
    await followMeasures(database, seen.id, stored.policy, seen.policy);
    if (turn.baseline) await database.baselines.put(turn.baseline);
    else await database.baselines.delete(seen.id);
    const earlier = [known.fingerprint, ...(known.superseded ?? [])].filter((each) => each !== seen.fingerprint);
    const superseded = [...new Set(earlier)].slice(0, limits.versions);
    head = { ...head, changed: turn.changed, turnedAt: seen.url, superseded };
  }
  await database.documents.put(head);
  await database.policies.put({ id: seen.id, policy: seen.policy });
  return { ...head, policy: seen.policy };
}

/**
 * A text that a later one took the place of is an older copy wherever else it is met: the present version stays, and what
 * is said to have changed. It is back only where its successor was seen, when that very place is loaded and shows it
 * again (a page half loaded, an amendment withdrawn); and on any page of the web if its successor was seen in a file,
 * whose age nobody knows.
 */
function isOlder(seen: SeenDocument, known: DocumentHead, baseline: Baseline | undefined, loaded: boolean): boolean {
  const earlier = baseline?.fingerprint === seen.fingerprint || known.superseded?.includes(seen.fingerprint);
  if (!earlier) return false;
  const turnedAt = known.turnedAt ?? known.urls[0] ?? '';
  const back = placeOf(seen.url) === placeOf(turnedAt) || (isWeb(seen.url) && !isWeb(turnedAt));
  return !(loaded && back);
}

/** What becomes of a document when another text takes the place of its present one. */
interface Turn {
  /** null when the reader's own version is back. */
  readonly baseline: Baseline | null;
  readonly changed: DocumentHead['changed'];
}

/** Keeps the version the reader knows, and says what is different now. Pure. */
function turned(known: DocumentHead, earlier: Baseline | undefined, stored: PolicyDocument, seen: SeenDocument): Turn {
  if (earlier?.fingerprint === seen.fingerprint) return { baseline: null, changed: null };
  const { id, fingerprint, lastSeen } = known;
  const baseline = earlier ?? { id, policy: stored, fingerprint, lastSeen };
  return { baseline, changed: changesByMeasure(compare(baseline.policy, seen.policy)) };
}

/** The reader has seen what changed: the present version is the one they know. @returns Whether there was anything. */
export async function acknowledge(database: Database, id: string): Promise<boolean> {
  const head = await database.documents.get(id);
  const there = (await database.baselines.get(id)) !== undefined;
  await database.baselines.delete(id);
  if (head?.changed) await database.documents.put({ ...head, changed: null });
  return there || Boolean(head?.changed);
}

/** Heads with their policies; a head whose policy is missing is left out. */
export async function withPolicies(database: Database, heads: readonly DocumentHead[]): Promise<DocumentRecord[]> {
  const rows = await database.policies.bulkGet(heads.map((head) => head.id));
  return heads.flatMap((head, at) => {
    const row = rows[at];
    return row ? [{ ...head, policy: row.policy }] : [];
  });
}
