import { normalise } from '../anchor/normalise';
import type { PolicyDocument } from '../policy/types';
import type { Database } from './database';
import { placeOf } from './place';
import type { SeenDocument } from './port';
import { sameTitle } from './titles';
import type { DocumentHead } from './types';
import { inCommon } from './versions';

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
  // Of several with the same text the one that is called the same.
  const same = heads.filter((head) => head.fingerprint === seen.fingerprint);
  if (same.length) return (same.find((head) => titled(head, seen.policy)) ?? same[0]!).id;
  const likely = heads.filter((head) => titled(head, seen.policy) || sameAddress(head, seen.url));
  const policies = await database.policies.bulkGet(likely.map(({ id }) => id));
  let best = { id: seen.id, alike: 0 };
  likely.forEach((head, at) => {
    const policy = policies[at]?.policy;
    if (!policy) return;
    const alike = likeness(policy, seen.policy, head, seen.url);
    const { issuer, region } = seen.policy;
    const enough = agree(head.issuer, issuer) && agree(head.region, region) ? SAME : SAME_IN_SPITE;
    if (alike >= enough && alike > best.alike) best = { id: head.id, alike };
  });
  return best.id;
}

/** Fewer measures than this are stock sentences as like as not, if the other document has many. */
const FEW = 3;

/** Documents without measures have nothing to compare but what they say of themselves. */
function likeness(known: PolicyDocument, now: PolicyDocument, head: DocumentHead, url: string): number {
  const [fewest, most] = [known.measures.length, now.measures.length].sort((a, b) => a - b) as [number, number];
  if (fewest > 0 && fewest < FEW && most >= FEW * fewest && !titled(head, now)) return 0;
  if (most > 0) return inCommon(known, now);
  return titled(head, now) && sameAddress(head, url) && agree(known.date, now.date) ? SAME_IN_SPITE : 0;
}

const fold = (text: string): string => normalise(text).text.replace(/[^\p{L}\p{N}]/gu, '');

/** Both known and one in the other, or one of them not known. */
function agree(one: string | null, other: string | null): boolean {
  if (!one || !other) return true;
  const [a, b] = [fold(one), fold(other)];
  return a === b || (!/\d/.test(a + b) && (a.includes(b) || b.includes(a)));
}

const titled = (head: DocumentHead, { title, attachmentTitle }: PolicyDocument): boolean =>
  [title, attachmentTitle].some((each) => sameTitle(head.title, each));

const sameAddress = (head: DocumentHead, url: string): boolean =>
  head.urls.some((known) => placeOf(known) === placeOf(url));
