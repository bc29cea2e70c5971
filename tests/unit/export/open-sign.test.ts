import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutOpenSign } from '../../../lib/export/open-units';

/** What the sign of an open list is, said as a pattern: short, and slow where 等 stands many times. */
const pattern = /等(?:[^、；]*(?:部门|单位|机构|组织|团体|企业|乡镇|镇街|科室|股室))?$/u;

it('takes the sign of an open list from a name, as its pattern would', () => {
  const parts = ['等', '等', '、', '；', '部门', '单位', '股室', '有关', '部', '县司法局', '\n', '𠮷'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (said) => {
      const name = said.join('');
      expect(withoutOpenSign(name)).toBe(name.replace(pattern, ''));
    }),
    { numRuns: 2000 },
  );
});
