import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dutiesOf, suggest } from '../../lib/units';
import { groundsOf } from '../../lib/units/grounds';
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

  it('whoever picks a unit from the suggestions finds its duties by name', () => {
    const lost: string[] = [];
    for (const [name, document] of parsedFiles(['documents'])) {
      for (const { name: unit, region, kind } of suggest(document)) {
        const me = { id: 'me', name: unit, region, kind, aliases: [], colour: null };
        if (!dutiesOf(document, me).some(({ certainty }) => certainty === 'named'))
          lost.push(`${name}: ${unit} of ${region}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('units of other places have nothing to do; where it cannot be told which place a paper is of, they are asked', () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const [name, document] of parsedFiles(['documents', 'pages'])) {
      // Invented places are on no list: that a county is not one of theirs cannot be known.
      const told = groundsOf(document).some((ground) =>
        ground.chains.some((chain) => chain.official || ground.level === 0),
      );
      for (const profile of FOREIGN) {
        for (const { why, certainty } of dutiesOf(document, profile)) {
          if (certainty === 'possible' && !told) asked++;
          else wrong.push(`${name}: ${profile.name} of ${profile.region}: ${why.unit} ${certainty}`);
        }
      }
    }
    console.info(`foreign units asked where the place of a paper is unknown: ${asked}`);
    expect(wrong).toEqual([]);
  });
});
