import { passage } from '../page/drafts';
import { documentIdentity } from '../page/identity';
import type { PolicyDocument, Role } from '../policy/types';
import type { DocumentHead, TaskRecord } from '../store/types';
import type { LinearText } from '../text/types';
import type { Duty } from '../units';

/** Longest passage quoted in a row. */
const longest = 4000;

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
  const measures = duties ? policy.measures.filter((m) => mine.has(m.id)) : policy.measures;
  const tasks = measures.map((m): TaskRecord => {
    const units = (role: Role): string[] => m.assignments.filter((a) => a.role === role).map((a) => a.unit);
    const own = m.deadlines.find(({ isDefault }) => !isDefault);
    const deadline = own ?? m.deadlines[0] ?? policy.defaultDeadline;
    return {
      id: `${id}/${m.id}`,
      documentId: id,
      origin: 'measure',
      measureId: m.id,
      path: m.path,
      number: m.number,
      title: m.title ?? m.text.split(/[。；\n]/)[0]!.slice(0, 80),
      excerpt: passage(text.text.slice(m.span.start, m.span.end)).slice(0, longest),
      selectors: [],
      url: text.meta.url ?? source,
      role: mine.get(m.id)?.role ?? null,
      certainty: mine.get(m.id)?.certainty ?? null,
      lead: units('lead'),
      participants: units('participant'),
      responsible: units('responsible'),
      deadlineText: deadline?.text ?? null,
      recurrenceText: m.recurrences[0]?.text ?? null,
      dueDate: deadline?.date ?? null,
      ...(deadline && !own ? { dueByDefault: true } : {}),
      status: 'open',
      tags: [],
      note: '',
      created: instant,
      updated: instant,
    };
  });
  const { title, docNumber, issuer, date, region } = policy;
  const seen = { urls: [source], fingerprint, firstSeen: instant, lastSeen: instant };
  return { head: { id, title, docNumber, issuer, date, region, ...seen }, tasks };
}
