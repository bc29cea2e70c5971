import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCollective } from '../../../lib/names/collective';
import { WORDS } from '../../../lib/names/lexicon/classes';
import { parseName } from '../../../lib/names/name';
import { expandShared } from '../../../lib/names/several';
import { dutiesOf, guessKind, normaliseUnit, parseRegion, regionOf, relate, suggest } from '../../../lib/units';
import type { UnitKind } from '../../../lib/units/types';
import { policy, profile } from './fixtures';

const KINDS: UnitKind[] = [
  'party-organ',
  'government-department',
  'vertical-organ',
  'court',
  'township',
  'subdistrict',
  'institution',
  'other',
];
const word = fc.constantFrom(
  ...WORDS.keys(),
  '司法局',
  '财政',
  '公安分局',
  '临澜',
  '清河市',
  '临澜县',
  '人民政府',
  '（',
  '）',
  '、',
  '石桥镇',
  '办公室',
);
/** Strings of the genre's own words in any order, and strings of anything. */
const unit = fc.oneof(
  fc.array(word, { maxLength: 12 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 300 }),
);
const region = fc.constantFrom(
  '云岭省清河市临澜县',
  '临澜县',
  '清河市',
  '云岭省',
  '全国',
  '',
  '鼓楼区',
  '不是地方',
  '云岭省清河市临澜县石桥镇',
);
const name = fc.oneof(unit, fc.constantFrom('县司法局', '石桥镇', '市生态环境局临澜分局', '临澜县人民政府', '县法院'));

describe('any text at all', () => {
  it('is taken apart without a throw, and nothing is lost from a name', () => {
    fc.assert(
      fc.property(unit, (text) => {
        const clean = normaliseUnit(text);
        expect(normaliseUnit(clean)).toBe(clean);
        parseCollective(clean);
        expect(expandShared(clean).length).toBeGreaterThan(0);
        parseName(clean);
        guessKind(text);
        regionOf(text);
        parseRegion(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives duties that point at what exists', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(unit, { maxLength: 4 }), { maxLength: 6 }),
        name,
        region,
        region,
        fc.constantFrom(...KINDS),
        (lines, own, home, place, kind) => {
          const document = policy(
            place || null,
            lines.map((responsible) => ({ responsible })),
          );
          const duties = dutiesOf(document, profile(own, home, kind));
          expect(new Set(duties.map((duty) => duty.measure)).size).toBe(duties.length);
          for (const duty of duties) {
            const measure = document.measures.find(({ id }) => id === duty.measure)!;
            expect(duty.assignments.length).toBeGreaterThan(0);
            expect(measure.assignments[duty.assignments[0]!]!.unit).toBe(duty.why.unit);
          }
          suggest(document);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes time linear in a long name', () => {
    for (const piece of ['各县（市、区）', '清河市', '公安分局', '有关', '一', '委员会', '省自治区']) {
      const start = performance.now();
      dutiesOf(
        policy('临澜县', [{ lead: [piece.repeat(200_000)] }]),
        profile('县司法局', '临澜县', 'government-department'),
      );
      expect(performance.now() - start, piece).toBeLessThan(500);
    }
  });
});

describe('laws', () => {
  const places = fc.constantFrom(
    '云岭省清河市临澜县',
    '临澜县',
    '清河市',
    '云岭省',
    '全国',
    '焦作市',
    '武陟县',
    '鼓楼区',
    '南京市',
    '云岭省清河市远山县',
  );

  it('regions lie to each other as they lie back', () => {
    const back = { same: 'same', apart: 'apart', unknown: 'unknown', inside: 'above', above: 'inside' } as const;
    fc.assert(
      fc.property(places, places, (a, b) => {
        expect(relate(parseRegion(b)!, parseRegion(a)!)).toBe(back[relate(parseRegion(a)!, parseRegion(b)!)]);
      }),
    );
  });

  it('a unit of one county has nothing to do in another, whatever is printed', () => {
    fc.assert(
      fc.property(
        fc.array(
          unit.filter((text) => !/临澜|石桥|清河|各地|国/u.test(text)),
          { maxLength: 8 },
        ),
        fc.constantFrom(...KINDS),
        (units, kind) => {
          const document = policy('云岭省清河市远山县', [{ responsible: units }]);
          expect(dutiesOf(document, profile('县司法局', '云岭省清河市临澜县', kind))).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('white space and width inside a unit change nothing', () => {
    fc.assert(
      fc.property(unit, fc.nat(40), (text, at) => {
        const me = profile('县司法局', '临澜县', 'government-department');
        const judge = (printed: string) =>
          dutiesOf(policy('临澜县', [{ lead: [printed] }]), me).map((duty) => duty.certainty);
        const cut = Math.min(at, text.length);
        // A cut through a surrogate pair is another text.
        fc.pre(!/[\ud800-\udbff]$/u.test(text.slice(0, cut)) && text.length < 100);
        expect(judge(`${text.slice(0, cut)}\n ${text.slice(cut)}`)).toEqual(judge(text));
      }),
      { numRuns: 500 },
    );
  });

  it('有关 or 其他 never makes surer', () => {
    const collective = fc.constantFrom('县政府', '县直', '县级', '');
    const klass = fc.constantFrom('部门', '单位', '机关', '工作部门');
    const rank = { named: 0, collective: 1, possible: 2 } as const;
    fc.assert(
      fc.property(
        collective,
        klass,
        fc.constantFrom('有关', '其他', '其他有关', '相关'),
        fc.constantFrom(...KINDS),
        (scope, what, some, kind) => {
          const me = profile('县司法局', '临澜县', kind);
          const best = (printed: string) =>
            dutiesOf(policy('临澜县', [{ lead: [printed] }]), me).map((duty) => rank[duty.certainty])[0] ?? 3;
          expect(best(`${scope}${some}${what}`)).toBeGreaterThanOrEqual(Math.min(2, best(`${scope}各${what}`)));
        },
      ),
    );
  });
});
