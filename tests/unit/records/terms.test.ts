import { describe, expect, it } from 'vitest';
import { fits, numberTest, termsOf } from '../../../components/records/terms';

describe('the words of a search', () => {
  it('name a number as documents do', () => {
    const named = ['第19', '第19项', '第十九条', '19', '第', '第三批'].map((term) => numberTest(term)?.isOwn('19'));
    expect(named).toEqual([true, true, true, undefined, undefined, undefined]);
  });

  it.each([
    ['第19', '19', true],
    ['第十九', '19', true],
    ['第一百零二', '102', false],
    ['第一百〇二', '102', true],
    ['第二十', '20', true],
    ['第19', '191', false],
    ['第19', '十九', true],
    ['第19', null, false],
  ] as const)('%s finds the record numbered %s: %s', (text, number, found) => {
    expect(fits(termsOf(text), () => '各镇办理窗口', number)).toBe(found);
  });

  it('find a number in the text, and not the beginning of a longer one', () => {
    expect(fits(['第19'], () => '见第19条', null)).toBe(true);
    expect(fits(['第19'], () => '见第190条、第19条', null)).toBe(true);
    expect(fits(['第19'], () => '第190批', null)).toBe(false);
  });

  it('are all found, in the text or by the number', () => {
    const text = () => '设立跨镇办理窗口\n县司法局';
    expect(fits(termsOf('窗口 司法局'), text, '3')).toBe(true);
    expect(fits(termsOf('第3 窗口'), text, '3')).toBe(true);
    expect(fits(termsOf('第4 窗口'), text, '3')).toBe(false);
  });
});
