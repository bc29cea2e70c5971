import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';
import { generatePolicy } from '../../fixtures/generate';

describe('generated policies', () => {
  for (const form of ['lines', 'brackets', 'words', 'mixed'] as const) {
    it(`reads every measure, unit and date of 120 measures (${form})`, () => {
      const made = generatePolicy(120, { form, seed: 11 });
      const policy = parse(fromPlain(made.text));
      expect(policy.class).toBe('task-policy');
      expect(policy.docNumber).toBe('临政办〔2031〕6号');
      const names = (role: string, k: number) =>
        policy.measures[k]!.assignments.filter((a) => a.role === role).map((a) => a.unit);
      expect(
        policy.measures.map((m, k) => ({
          number: m.number,
          title: m.title,
          lead: names('lead', k),
          participants: names('participant', k),
          responsible: names('responsible', k),
          deadline: m.deadlines.find((d) => !d.isDefault)?.date ?? null,
        })),
      ).toEqual(made.measures);
    });
  }
});
