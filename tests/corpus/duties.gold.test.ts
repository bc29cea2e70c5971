import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CORPUS, goldDocument } from './gold';
import { type DutyCase, grouped } from './grouped';

describe.skipIf(!CORPUS)(
  'duties of the corpus profiles, units as labelled by hand (skipped without the corpus)',
  () => {
    const cases: DutyCase[] = CORPUS ? JSON.parse(readFileSync(`${CORPUS}/duties.json`, 'utf8')) : [];
    const regions: Record<string, string> = { '000': '信阳市平桥区', '004': '武陟县' };

    for (const { profile, document, duties } of cases) {
      it(`${profile.name} of ${profile.region} in ${document}`, () => {
        const gold = goldDocument(document, regions[document]!);
        expect(grouped(gold, { id: 'me', aliases: [], colour: null, ...profile })).toEqual(duties);
      });
    }
  },
);
