import { describe, expect, it } from 'vitest';
import { placeToOpen } from '../../../lib/store/place';

const page = 'https://www.linlan.gov.cn/41.html';
const mirror = 'https://www.qinghe.gov.cn/mirror/41.html';
const changed = { '一›1': ['reworded'] } as const;
const head = { urls: ['dutymark:sample', mirror, 'file:///41.docx'] };

describe('where a passage is looked up', () => {
  it('is where its measure was seen to have changed, and for the others where they were taken from', () => {
    const now = { ...head, turnedAt: page, changed };
    expect(placeToOpen({ url: mirror, measureId: '一›1' }, now)).toBe(page);
    expect(placeToOpen({ url: mirror, measureId: '一›2' }, now)).toBe(mirror);
    expect(placeToOpen({ url: mirror }, now)).toBe(mirror);
    // Acknowledged.
    expect(placeToOpen({ url: mirror, measureId: '一›1' }, { ...now, changed: null })).toBe(mirror);
  });

  it('is a page of the web rather than a file or the sample, the one with the present text first', () => {
    expect(placeToOpen({ url: 'dutymark:sample' }, head)).toBe(mirror);
    expect(placeToOpen({ url: 'file:///41.docx' }, { ...head, turnedAt: page })).toBe(page);
    expect(placeToOpen({ url: 'file:///41.docx' }, { ...head, turnedAt: 'file:///new.docx', changed })).toBe(mirror);
  });

  it('is where it was taken from when nothing else is known', () => {
    expect(placeToOpen({ url: 'dutymark:sample' }, { urls: ['dutymark:sample'] })).toBe('dutymark:sample');
    expect(placeToOpen({ url: 'file:///41.docx' })).toBe('file:///41.docx');
  });
});
