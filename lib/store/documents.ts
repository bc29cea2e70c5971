import type { Database } from './database';
import { limits } from './limits';
import type { SeenDocument } from './port';
import type { DocumentHead, DocumentRecord } from './types';

/** What a seen document makes of the head that is stored, or of none. Pure. */
export function headOf(seen: SeenDocument, known: DocumentHead | undefined, now: Date): DocumentHead {
  const { title, docNumber, issuer, date, region } = seen.policy;
  const urls = [seen.url, ...(known?.urls ?? []).filter((url) => url !== seen.url)];
  return {
    id: seen.id,
    title: title ?? known?.title ?? null,
    docNumber: docNumber ?? known?.docNumber ?? null,
    issuer: issuer ?? known?.issuer ?? null,
    date: date ?? known?.date ?? null,
    region: region ?? known?.region ?? null,
    urls: urls.slice(0, limits.urls),
    fingerprint: seen.fingerprint,
    firstSeen: known?.firstSeen ?? now.toISOString(),
    lastSeen: now.toISOString(),
  };
}

/** Makes or refreshes the record; to be called inside a transaction over `documents` and `policies`. */
export async function putSeen(database: Database, seen: SeenDocument, now: Date): Promise<DocumentRecord> {
  const head = headOf(seen, await database.documents.get(seen.id), now);
  await database.documents.put(head);
  await database.policies.put({ id: seen.id, policy: seen.policy });
  return { ...head, policy: seen.policy };
}

/** Heads with their policies; a head whose policy is missing is left out. */
export async function withPolicies(database: Database, heads: readonly DocumentHead[]): Promise<DocumentRecord[]> {
  const rows = await database.policies.bulkGet(heads.map((head) => head.id));
  return heads.flatMap((head, at) => {
    const row = rows[at];
    return row ? [{ ...head, policy: row.policy }] : [];
  });
}
