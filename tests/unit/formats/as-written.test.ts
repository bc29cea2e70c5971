// @vitest-environment happy-dom
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open as openCsv } from '../../../lib/formats/csv';
import { open as openPage } from '../../../lib/formats/html';
import { open as openText } from '../../../lib/formats/txt';
import { openUnseen } from '../../../lib/formats/unseen';
import { linesOf, measuresOf } from './write/read';

const file = (name: string, text: string) => {
  const bytes = strToU8(text);
  return { name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer };
};

describe('signs by name that a program left in a plain text', () => {
  it('are the signs: no unit is called nbsp', async () => {
    const text =
      '一、疏浚明沟。\n牵头单位：县水利局&nbsp;&nbsp;配合单位：县财政局&amp;nbsp;\n&ldquo;一河一策&rdquo;按&#x33;&#48;%推进。';
    const { html } = await openText(strToU8(text), 'a.txt');
    expect(linesOf(html).at(-1)).toBe('“一河一策”按30%推进。');
    expect(measuresOf(html)).toEqual(['一||lead:县水利局,participant:县财政局']);
  });

  it('in a table of text as well; other words with such a sign stay', async () => {
    const { html } = await openCsv(
      strToU8('工作任务,牵头单位\n疏浚&lt;一&gt;号沟,县水利局&nbsp;\nR&D;投入&cd;,县科技局\n'),
      'a.csv',
    );
    expect(linesOf(html)).toEqual(['工作任务', '牵头单位', '疏浚<一>号沟', '县水利局', 'R&D;投入&cd;', '县科技局']);
  });
});

describe('a page written as XML', () => {
  const page =
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/><style />' +
    '</head><body><p>一、疏浚明沟。</p><iframe src="b.html"/><textarea/><p>牵头单位：县水利局</p></body></html>';
  it('ends its elements where it says so: an empty title does not swallow the page', async () => {
    expect(measuresOf((await openPage(strToU8(page), 'a.html')).html)).toEqual(['一||lead:县水利局']);
    expect(measuresOf((await openUnseen(file('a.xhtml', page))).html)).toEqual(['一||lead:县水利局']);
  });
});
