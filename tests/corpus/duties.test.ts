import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dutiesOf, suggest } from '../../lib/units';
import { FOREIGN } from './foreign';
import { CORPUS } from './gold';
import { type DutyCase, grouped } from './grouped';
import { parsedFile, parsedFiles } from './parsed';

/** Papers that are excerpts or name no place of their own are judged apart, until their rules are written down here. */
const PLACELESS = /^[bef]\d/;

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
      if (PLACELESS.test(name)) continue;
      for (const { name: unit, region, kind } of suggest(document)) {
        const me = { id: 'me', name: unit, region, kind, aliases: [], colour: null };
        if (!dutiesOf(document, me).some(({ certainty }) => certainty === 'named'))
          lost.push(`${name}: ${unit} of ${region}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('units of other places have nothing to do in any document or page', () => {
    const wrong: string[] = [];
    for (const [name, document] of parsedFiles(['documents', 'pages'])) {
      if (PLACELESS.test(name)) continue;
      for (const profile of FOREIGN) {
        for (const { why } of dutiesOf(document, profile)) {
          wrong.push(`${name}: ${profile.name} of ${profile.region}: ${why.unit}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
