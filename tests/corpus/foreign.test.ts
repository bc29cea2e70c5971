import { describe, expect, it } from 'vitest';
import { dutiesOf } from '../../lib/units';
import { FOREIGN } from './foreign';
import { CORPUS, goldDocument } from './gold';

/** Where each labelled document is of; null: the nation's, which its units tell. */
const REGIONS: Readonly<Record<string, string | null>> = {
  '000': '信阳市平桥区',
  '001': '新乡市卫滨区',
  '002': '信阳市平桥区',
  '003': '信阳市',
  '004': '武陟县',
  r001: '达州市',
  r004: '武汉市',
  r009: '重庆市、四川省',
  r012: '广东省',
  r016: '成都市',
  r023: null,
  r027: null,
  r028: '陕西省',
  r030: '安徽省',
  r032: null,
  r034: '广州市',
  r036: '海南省',
  r041: '内蒙古自治区',
};

describe.skipIf(!CORPUS)(
  'units of other places have no duty in any labelled document (skipped without the corpus)',
  () => {
    it('the profiles are at least thirty', () => expect(FOREIGN.length).toBeGreaterThanOrEqual(30));

    for (const [name, region] of Object.entries(REGIONS)) {
      it(`${name} of ${region ?? 'the nation'}`, () => {
        const document = goldDocument(name, region);
        const wrong = FOREIGN.flatMap((profile) =>
          dutiesOf(document, profile).map((duty) => `${profile.name} of ${profile.region}: ${duty.why.unit}`),
        );
        expect(wrong).toEqual([]);
      });
    }
  },
);
