import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../lib/policy/types';
import { dutiesOf } from '../../lib/units';
import type { Profile, UnitKind } from '../../lib/units/types';
import { CORPUS, goldDocument, label } from './gold';

interface Expected {
  readonly profile: { name: string; region: string; kind: UnitKind };
  readonly document: string;
  readonly duties: Record<'lead' | 'participant' | 'responsible' | 'collective' | 'possible', string[]>;
}

export function grouped(document: PolicyDocument, profile: Profile): Expected['duties'] {
  const groups: Expected['duties'] = { lead: [], participant: [], responsible: [], collective: [], possible: [] };
  const byId = new Map(document.measures.map((measure) => [measure.id, measure]));
  for (const duty of dutiesOf(document, profile)) {
    groups[duty.certainty === 'named' ? duty.role : duty.certainty].push(label(byId.get(duty.measure)!));
  }
  return groups;
}

describe.skipIf(!CORPUS)(
  'duties of the corpus profiles, units as labelled by hand (skipped without the corpus)',
  () => {
    const expected: Expected[] = CORPUS ? JSON.parse(readFileSync(`${CORPUS}/duties.json`, 'utf8')) : [];
    const regions: Record<string, string> = { '000': '信阳市平桥区', '004': '武陟县' };

    for (const { profile, document, duties } of expected) {
      it(`${profile.name} of ${profile.region} in ${document}`, () => {
        const gold = goldDocument(document, regions[document]!);
        const full: Profile = { id: 'p', aliases: [], colour: null, ...profile };
        expect(grouped(gold, full)).toEqual(duties);
      });
    }
  },
);
