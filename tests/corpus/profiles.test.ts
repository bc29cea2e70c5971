import { describe, expect, it } from 'vitest';
import { dutiesOf, type Profile } from '../../lib/units';
import { CORPUS, goldDocument } from './gold';
import { EXPECTED } from './profiles';

describe.skipIf(!CORPUS)(
  'which printed units are whose, over the labelled documents (skipped without the corpus)',
  () => {
    for (const { document, in: region, unit, mine } of EXPECTED) {
      const [name, home, kind] = unit;
      it(`${name} of ${home} in ${document}`, () => {
        const gold = goldDocument(document, region);
        // One measure for each distinct unit, so that each gets a verdict of its own.
        const distinct = new Map(
          gold.measures.flatMap((m) => m.assignments.map((one) => [one.unit, { ...m, assignments: [one] }])),
        );
        const measures = [...distinct.values()].map((measure, index) => ({ ...measure, id: `${index}`, index }));
        const me: Profile = { id: 'me', name, region: home, kind, aliases: [], colour: null };
        const found = Object.fromEntries(
          dutiesOf({ ...gold, measures }, me).map((duty) => [duty.why.unit, duty.certainty]),
        );
        expect(found).toEqual(mine);
      });
    }
  },
);
