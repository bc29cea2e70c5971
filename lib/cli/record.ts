import type { FormatWarning } from '../formats/types';
import type { PolicyDocument } from '../policy/types';
import type { Duty } from '../units/types';
import { warningWords } from './words';

/**
 * What `extract --format json` prints for one file.
 *
 * @param duties what the unit asked for has to do: then only its measures are printed, each with its `duty`
 * @param warnings what was left out of the file or could not be read
 */
export function record(
  source: string,
  policy: PolicyDocument,
  duties: readonly Duty[] | null = null,
  warnings: readonly FormatWarning[] = [],
): object {
  const fallback = policy.defaultDeadline;
  const mine = duties && new Map(duties.map((duty) => [duty.measure, duty]));
  const measures = mine ? policy.measures.filter(({ id }) => mine.has(id)) : policy.measures;
  return {
    source,
    document: {
      class: policy.class,
      certainty: round(policy.certainty),
      kind: policy.kind,
      title: policy.title,
      attachmentTitle: policy.attachmentTitle,
      issuer: policy.issuer,
      docNumber: policy.docNumber,
      date: policy.date,
      region: policy.region,
      addressees: policy.addressees,
      draft: policy.draft,
      defaultDeadline: fallback && { text: fallback.text, date: fallback.date },
      cites: policy.cites,
      rules: policy.rules.map(({ kind, text }) => ({ kind, text })),
      unread: policy.unread.map(({ text, reason }) => ({ text, reason })),
      warnings: warnings.map((warning) => ({ ...warning, text: warningWords(warning, 'zh') })),
    },
    measures: measures.map((m) => ({
      path: m.path,
      number: m.number,
      part: m.part,
      title: m.title,
      text: m.text,
      assignments: m.assignments.map((a) => ({
        role: a.role,
        unit: a.unit,
        form: a.form,
        certainty: round(a.certainty),
        ...(a.recognised !== undefined && { recognised: round(a.recognised) }),
      })),
      deadlines: m.deadlines.map(({ text, date, isDefault }) => ({ text, date, isDefault })),
      recurrences: m.recurrences.map(({ text, period, times }) => ({ text, period, times })),
      certainty: round(m.certainty),
      ...(m.recognised !== undefined && { recognised: round(m.recognised) }),
      ...(mine && { duty: dutyOf(mine.get(m.id)!) }),
    })),
  };
}

const round = (n: number): number => Math.round(n * 100) / 100;

const dutyOf = ({ role, certainty }: Duty): object => ({ role, certainty });
