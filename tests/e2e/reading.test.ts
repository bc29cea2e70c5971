import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { bare, corpusGold, unitsOf } from '../lib/gold';
import { painted, readState, type Stage, stage } from './fixture';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

const sorted = (texts: readonly string[]) => texts.map(bare).sort();

describe('a policy page', () => {
  it('is read and painted: the sample', async () => {
    const page = await at.open('/policy.html');
    expect(await readState(page)).toEqual({ state: 'task-policy', measures: sample.measures.length });
    for (const [name, role] of [
      ['lead', 'lead'],
      ['participant', 'participants'],
      ['responsible', 'responsible'],
    ] as const) {
      const units = sample.measures.flatMap((measure) => measure[role]);
      expect(sorted(await painted(page, `dutymark-${name}`, units.length)), name).toEqual(sorted(units));
    }
    await page.close();
  });

  const real = [
    { name: '000', measures: 66, counts: { lead: 105, participant: 166, responsible: 7 } },
    { name: '004', measures: 36, counts: { lead: 69, participant: 0, responsible: 115 } },
  ];
  const gold = corpusGold('000');
  if (!gold) console.warn('The corpus is not beside the checkout: the real documents are not served.');

  it.runIf(gold).each(real.flatMap((each) => ['br', 'lines', 'pre'].map((as) => ({ ...each, as }))))(
    'is read and painted: document $name set as $as',
    async ({ name, measures, counts, as }) => {
      const page = await at.open(`/corpus/${name}?as=${as}`);
      expect(await readState(page)).toEqual({ state: 'task-policy', measures });
      const roles = { lead: 'lead', participant: 'participants', responsible: 'responsible' } as const;
      for (const [kind, role] of Object.entries(roles)) {
        const count = counts[kind as keyof typeof counts];
        const units = unitsOf(corpusGold(name) as NonNullable<typeof gold>, role);
        expect(units.length).toBe(count);
        expect(sorted(await painted(page, `dutymark-${kind}`, count)), kind).toEqual(sorted(units));
      }
      await page.close();
    },
  );
});
