import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/docx';
import { open as openOfd } from '../../../lib/formats/ofd';
import { abstractNum, docx, inList, lvl, num, p, r } from './write/docx';
import { ofd } from './write/ofd';
import { linesOf } from './write/read';

const parts = {
  body: p(r('临澜县排水防涝工作方案')) + p(r('疏浚城区明沟。牵头单位：县水利局'), inList(1)),
  numbering: abstractNum(0, lvl(0, 'chineseCounting', '%1、')) + num(1, 0),
};

/** The same file, its parts stored as they are: where it is cut is where its text is cut. Its numbers stand last, as Word puts them. */
function plain(): Uint8Array {
  const { 'word/numbering.xml': numbering, ...others } = unzipSync(docx(parts));
  return zipSync({ ...others, 'word/numbering.xml': numbering! }, { level: 0 });
}

const find = (bytes: Uint8Array, text: string): number => Buffer.from(bytes).indexOf(text);

describe('a Word file that was cut off', () => {
  it('shows nothing for the sign in which it was cut', async () => {
    const whole = plain();
    const { html, warnings } = await open(whole.subarray(0, find(whole, '明沟') + 4), '方案.docx');
    expect(linesOf(html)).toEqual(['临澜县排水防涝工作方案', '疏浚城区明']);
    expect(warnings).toContainEqual({ code: 'truncated' });
  });

  it('says that its numbers lay in what was cut off', async () => {
    const whole = plain();
    expect(linesOf((await open(whole, '方案.docx')).html)[1]).toBe('一、疏浚城区明沟。牵头单位：县水利局');
    const { html, warnings } = await open(whole.subarray(0, find(whole, '<w:numbering')), '方案.docx');
    expect(linesOf(html)[1]).toBe('疏浚城区明沟。牵头单位：县水利局');
    expect(warnings).toContainEqual({ code: 'numbering-missing' });
  });
});

describe('a page of an OFD that ends early', () => {
  it('is read as far as it goes, and that is said', async () => {
    const page = (text: string) => ({
      rules: [],
      texts: [
        { x: 90, y: 100, size: 12, text },
        { x: 90, y: 140, size: 12, text: '牵头单位：县水利局' },
      ],
    });
    const whole = unzipSync(ofd([page('一、疏浚明沟。'), page('二、检修泵站。')]));
    const last = 'Doc_0/Pages/Page_1/Content.xml';
    const cut = { ...whole, [last]: whole[last]!.subarray(0, find(whole[last]!, '牵头')) };
    expect((await openOfd(zipSync(whole), 'a.ofd')).warnings).toEqual([]);
    const { html, warnings } = await openOfd(zipSync(cut), 'a.ofd');
    expect(linesOf(html).join()).toContain('二、检修泵站。');
    expect(warnings).toContainEqual({ code: 'malformed-part', count: 1 });
  });
});
