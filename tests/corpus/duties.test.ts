import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dutiesOf } from '../../lib/units';
import { FOREIGN } from './foreign';
import { CORPUS } from './gold';
import { type DutyCase, grouped } from './grouped';
import { parsedFile, parsedFiles } from './parsed';

describe.skipIf(!CORPUS)('duties over the engine (skipped without the corpus)', () => {
  const cases: DutyCase[] = CORPUS ? JSON.parse(readFileSync(`${CORPUS}/duties.json`, 'utf8')) : [];

  for (const { profile, document, duties } of cases) {
    it(`${profile.name} of ${profile.region} in ${document}`, () => {
      const full = { id: 'me', aliases: [], colour: null, ...profile };
      expect(grouped(parsedFile(`documents/${document}.txt`), full)).toEqual(duties);
    });
  }

  it('units of other places have nothing to do in any document or page', () => {
    const wrong: string[] = [];
    for (const [name, document] of parsedFiles(['documents', 'pages'])) {
      for (const profile of FOREIGN) {
        for (const { why } of dutiesOf(document, profile)) {
          wrong.push(`${name}: ${profile.name} of ${profile.region}: ${why.unit}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
