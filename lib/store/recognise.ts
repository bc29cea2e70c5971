import { normalise } from '../anchor/normalise';
import type { PolicyDocument } from '../policy/types';
import type { Database } from './database';
import { placeOf } from './place';
import type { SeenDocument } from './port';
import type { DocumentHead } from './types';
import { inCommon } from './versions';

/** Shorter titles (实施方案) are names of a kind, not of a document. */
const MIN_TITLE = 8;
/** Share of the measures that makes two readings one document; and where they name different issuers. */
const SAME = 0.5;
const SAME_IN_SPITE = 0.9;

/**
 * The id under which a document is kept already, though it says less of itself here (a file without the number, a reprint
 * with another title, a text without number that was changed since); its own id where it is new.
 *
 * One that is kept under this very id is it. Different numbers are different documents, whatever else is alike. The same
 * text is the same document; otherwise title or address must agree and most measures must be alike: neither a stock title
 * nor an address that holds another policy today makes two one.
 */
export async function recognise(database: Database, seen: SeenDocument): Promise<string> {
  if (await database.documents.get(seen.id)) return seen.id;
  const heads = (await database.documents.toArray()).filter((head) => agree(head.docNumber, seen.policy.docNumber));
  const same = heads.find((head) => head.fingerprint === seen.fingerprint);
  if (same) return same.id;
  const likely = heads.filter((head) => sameTitle(head, seen.policy) || sameAddress(head, seen.url));
  const policies = await database.policies.bulkGet(likely.map(({ id }) => id));
  let best = { id: seen.id, alike: 0 };
  likely.forEach((head, at) => {
    const policy = policies[at]?.policy;
    if (!policy) return;
    const alike = likeness(policy, seen.policy, head, seen.url);
    const enough = agree(head.issuer, seen.policy.issuer) ? SAME : SAME_IN_SPITE;
    if (alike >= enough && alike > best.alike) best = { id: head.id, alike };
  });
  return best.id;
}

/** Documents without measures have nothing to compare but what they say of themselves. */
function likeness(known: PolicyDocument, now: PolicyDocument, head: DocumentHead, url: string): number {
  if (known.measures.length + now.measures.length > 0) return inCommon(known, now);
  return sameTitle(head, now) && sameAddress(head, url) && agree(known.date, now.date) ? SAME_IN_SPITE : 0;
}

const fold = (text: string): string => normalise(text).text.replace(/[^\p{L}\p{N}]/gu, '');

/** Both known and one in the other, or one of them not known. */
function agree(one: string | null, other: string | null): boolean {
  if (!one || !other) return true;
  const [a, b] = [fold(one), fold(other)];
  return a === b || (!/\d/.test(a + b) && (a.includes(b) || b.includes(a)));
}

/** A notice names the plan that it issues; the file holds the plan alone. */
function sameTitle(head: DocumentHead, { title, attachmentTitle }: PolicyDocument): boolean {
  const known = fold(head.title ?? '');
  return [title, attachmentTitle].some((each) => {
    const one = fold(each ?? '');
    if (Math.min(one.length, known.length) < MIN_TITLE) return false;
    return known.includes(one) || one.includes(known);
  });
}

const sameAddress = (head: DocumentHead, url: string): boolean =>
  head.urls.some((known) => placeOf(known) === placeOf(url));
