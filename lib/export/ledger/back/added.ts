import type { StatusWord } from '../../../follow/status-words';
import { withoutNow } from '../../limit-words';
import { withoutOpenSign } from '../../open-units';
import { clean } from '../unfit';
import type { AddedRow } from './diff';
import type { ForeignRow } from './foreign-rows';
import { statusIn } from './status-in';

/**
 * A row that a colleague added to a ledger of ours, as a task that nobody has yet; null where it does not say what is to be
 * done. What could not be read of its cells has been said, and is empty here.
 *
 * @param own status words of the office's own
 */
export function rowOfAdded({ place, values, cells }: AddedRow, own: readonly StatusWord[] = []): ForeignRow | null {
  const text = (key: string) => clean(cells.get(key)?.text ?? '').trim() || null;
  const title = (values.title ?? text('text') ?? text('excerpt'))?.replace(/\s+/g, ' ').trim();
  if (!title) return null;
  const units = (key: string) =>
    (text(key) ?? '')
      .split(/[、；;\n]/)
      .map((unit) => withoutOpenSign(unit.trim()))
      .filter(Boolean);
  const { status, word } = values;
  return {
    place,
    number: text('number'),
    title,
    text: text('text') ?? text('excerpt'),
    lead: units('lead'),
    participants: units('participants'),
    responsible: units('responsible'),
    deadlineText: withoutNow(text('deadline') ?? '') || null,
    dueDate: values.dueDate ?? null,
    yearGuessed: false,
    recurrence: text('recurrence'),
    begins: null,
    leaders: values.leaders ?? [],
    offices: values.offices ?? [],
    handlers: values.handlers ?? [],
    latest: values.latest ?? '',
    problem: values.problem ?? '',
    next: values.next ?? '',
    percent: values.percent ?? null,
    doneOn: values.doneOn ?? null,
    evidence: values.evidence ?? [],
    status: (word ? statusIn(word, own) : undefined) ?? status ?? null,
    statusDerived: false,
    tags: values.tags ?? [],
    note: values.note ?? '',
    document: text('document'),
    docNumber: text('docNumber'),
    path: (text('path') ?? '').split(/\s*›\s*/).filter(Boolean),
  };
}
