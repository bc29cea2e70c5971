import { describe, expect, it } from 'vitest';
import { fetchableUrl, fetchedUrl, fileNameOf, readerRequest } from '../../../lib/formats/address';
import { attachmentKinds, attachmentPatterns, isAttachment } from '../../../lib/formats/attachments';
import { nameSaid } from '../../../lib/formats/download';
import { formatOf, formats } from '../../../lib/formats/registry';

describe('a file behind an address', () => {
  it.each([
    ["attachment; filename*=UTF-8''%E6%96%B9%E6%A1%88.docx", '方案.docx'],
    ['attachment; filename="%E6%96%B9%E6%A1%88.docx"', '方案.docx'],
    [`attachment; filename="${String.fromCharCode(0xe6, 0x96, 0xb9)}.pdf"`, '方.pdf'],
    [`attachment; filename=${String.fromCharCode(0xb7, 0xbd, 0xb0, 0xb8)}.doc`, '方案.doc'],
    ['attachment; filename="a b.ofd"; size=3', 'a b.ofd'],
    ['inline', null],
    ['attachment; filename=""', null],
  ])('is called what the site says: %s', (header, name) => {
    expect(nameSaid(header)).toBe(name);
  });

  it.each([
    ['https://www.linlan.gov.cn/files/%E6%96%B9%E6%A1%88.PDF', true],
    ['https://www.linlan.gov.cn/download?name=a.ofd', true],
    ['file:///C:/a.docx', true],
    ['https://www.linlan.gov.cn/policy.html', false],
    ['https://www.linlan.gov.cn/pdf', false],
    ['chrome://extensions/a.pdf', false],
    ['', false],
  ])('is told by its address: %s', (url, is) => {
    expect(isAttachment(url)).toBe(is);
  });

  it('is of a kind that the reader opens, and all kinds but pages and pictures are offered', () => {
    expect(attachmentKinds.filter((kind) => formatOf(`a.${kind}`) === null)).toEqual([]);
    const offered = new Set<string>(attachmentKinds);
    const missing = formats.filter(
      ({ name, extensions }) =>
        name !== 'html' &&
        name !== 'picture' &&
        extensions.length > 0 &&
        !extensions.some((extension) => offered.has(extension)),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(attachmentPatterns).toContain('*://*/*.PDF?*');
  });

  it('is known by an address that leads to the reader and back to the file', () => {
    const url = 'https://www.linlan.gov.cn/a.pdf?x=1#page=2';
    const known = fetchedUrl(url);
    expect(fetchableUrl(known)).toBe('https://www.linlan.gov.cn/a.pdf?x=1');
    expect(fetchableUrl(url)).toBeNull();
    expect(fileNameOf(fetchedUrl('file:///C:/b/%E6%96%B9%E6%A1%88.docx'))).toBe('方案.docx');
    expect(readerRequest(`?url=${encodeURIComponent(url)}`)).toEqual({ show: 'address', url });
    expect(readerRequest('?url=javascript%3Aalert(1)')).toEqual({ show: 'nothing' });
    expect(readerRequest('?library')).toEqual({ show: 'library' });
  });
});
