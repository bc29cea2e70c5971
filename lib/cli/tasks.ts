import { localDay } from '../follow/day';
import { printedDeadlines, withDeadlines } from '../follow/deadlines';
import { begun } from '../follow/rounds';
import { factsOfMeasure } from '../page/drafts';
import { documentIdentity } from '../page/identity';
import type { PolicyDocument } from '../policy/types';
import type { DocumentHead, TaskRecord } from '../store/types';
import type { LinearText } from '../text/types';
import type { Duty } from '../units';

/**
 * What `extract --format csv` prints of one file: its head, and a row a measure as a task not yet taken on.
 *
 * @param duties what the unit asked for has to do: then only its measures
 */
export function rowsOf(
  source: string,
  policy: PolicyDocument,
  text: LinearText,
  duties: readonly Duty[] | null,
  now = new Date(),
): { head: DocumentHead; tasks: TaskRecord[] } {
  const { id, fingerprint } = documentIdentity(policy, text);
  const mine = new Map(duties?.map((duty) => [duty.measure, duty]));
  const instant = now.toISOString();
  const today = localDay(now);
  const measures = duties ? policy.measures.filter((m) => mine.has(m.id)) : policy.measures;
  const from = { documentId: id, url: text.meta.url ?? source, policy, duties: duties ?? [], text: text.text };
  const tasks = measures.map((m): TaskRecord => {
    const facts = withDeadlines(factsOfMeasure(from, m), printedDeadlines(m.deadlines));
    // Of a plan that is to come a recurring duty falls due first within its time, here as in the extension.
    const task = policy.begins && policy.begins > today ? begun(facts, today, policy.begins) : facts;
    return { ...task, id: `${id}/${m.id}`, selectors: [], created: instant, updated: instant };
  });
  const { title, docNumber, issuer, date, region } = policy;
  const seen = { urls: [source], fingerprint, firstSeen: instant, lastSeen: instant };
  return { head: { id, title, docNumber, issuer, date, region, ...seen }, tasks };
}
