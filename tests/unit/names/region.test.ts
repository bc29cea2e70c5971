import { describe, expect, it } from 'vitest';
import { parseRegion, relate, splitRegion } from '../../../lib/names/region';
import { regionOf } from '../../../lib/units';

const between = (a: string, b: string): string => relate(parseRegion(a)!, parseRegion(b)!);

describe('regions from words and from the official list', () => {
  it.each([
    ['云岭省清河市临澜县', ['云岭省', '清河市', '临澜县']],
    ['云岭自治区白草盟青原旗', ['云岭自治区', '白草盟', '青原旗']],
    ['清河市市中区', ['清河市', '市中区']],
    ['河南省郑州市新郑市', ['河南省', '郑州市', '新郑市']],
    ['云岭省清河市临澜县石桥镇', ['云岭省', '清河市', '临澜县', '石桥镇']],
  ])('%s falls into its parts', (text, parts) => expect(splitRegion(text)).toEqual(parts));

  it.each([
    ['云岭省清河市临澜县', '云岭省清河市临澜县', 'same'],
    ['临澜县', '云岭省清河市临澜县', 'same'],
    ['云岭省清河市临澜县', '清河市', 'inside'],
    ['清河市', '云岭省清河市临澜县', 'above'],
    ['云岭省清河市临澜县', '云岭省清河市远山县', 'apart'],
    ['临澜县', '远山县', 'apart'],
    // An invented county says nothing of its city: careful.
    ['临澜县', '清河市', 'unknown'],
    // The list knows the parents of a county that is named alone, and that an unlisted one is not there.
    ['武陟县', '焦作市', 'inside'],
    ['武陟县', '河南省', 'inside'],
    ['武陟县', '信阳市', 'apart'],
    ['临澜县', '焦作市', 'apart'],
    // One name, several places.
    ['鼓楼区', '南京市', 'unknown'],
    ['南京市鼓楼区', '南京市', 'inside'],
    ['南京市鼓楼区', '徐州市', 'apart'],
    ['鼓楼区', '鼓楼区', 'unknown'],
    ['信阳', '信阳市平桥区', 'above'],
    ['全国', '河南省', 'above'],
    ['恩施州', '湖北省', 'inside'],
    // A zone may be missing from the list.
    ['清河高新区', '焦作市', 'unknown'],
  ])('%s to %s: %s', (a, b, relation) => expect(between(a, b)).toBe(relation));

  it('words that are no place are none', () => {
    for (const text of ['', '   ', '我们单位', '……', 'abc']) expect(parseRegion(text)).toBeNull();
  });
});

describe('the region a name tells', () => {
  it.each([
    ['信阳市平桥区司法局', null, '信阳市平桥区'],
    ['临澜县司法局', null, '临澜县'],
    ['临澜县司法局', '云岭省清河市临澜县', '云岭省清河市临澜县'],
    ['县司法局', '云岭省清河市临澜县', '云岭省清河市临澜县'],
    ['市司法局', '云岭省清河市临澜县', '云岭省清河市'],
    ['省司法厅', '临澜县', null],
    ['司法局', '临澜县', '临澜县'],
    ['县司法局', null, null],
    ['城市管理局', null, null],
    ['县城市管理局', '临澜县', '临澜县'],
    ['市场监督管理局', null, null],
  ])('%s in a document of %s: %s', (name, region, expected) => expect(regionOf(name, region)).toBe(expected));
});
