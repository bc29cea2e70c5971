import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, fileUrl, readerRequest } from '../../../lib/formats/address';

describe('addresses of local documents', () => {
  it('keep the name of a file', () => {
    expect(fileUrl('方案 1.html')).toBe('file:///%E6%96%B9%E6%A1%88%201.html');
    expect(fileNameOf('file:///C:/docs/%E6%96%B9%E6%A1%88.html')).toBe('方案.html');
    expect(fileNameOf('file:///100%.txt')).toBe('100%.txt');
    expect(fileNameOf('https://www.linlan.gov.cn/a.html')).toBeNull();
  });

  it('keep any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(fileNameOf(fileUrl(name))).toBe(name);
      }),
    );
  });
});

describe('what the reader is asked to show', () => {
  it.each([
    ['', { show: 'nothing' }],
    ['?sample', { show: 'sample' }],
    ['?document=abc', { show: 'document', document: 'abc' }],
    ['?document=', { show: 'nothing' }],
  ])('%s', (search, request) => {
    expect(readerRequest(search)).toEqual(request);
  });
});
