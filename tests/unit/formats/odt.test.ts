import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../lib/formats/open';
import { openUnseen, unseenFormats } from '../../../lib/formats/unseen';
import { linesOf } from './write/read';

const spaces = ['office', 'text', 'table', 'style', 'fo', 'draw', 'xlink']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');

/** A text of OpenDocument; `styles` as they stand in a file of their own. */
const odt = (body: string, styles = '', own = '') =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${spaces}><office:automatic-styles>${own}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(
      `<office:document-styles ${spaces}><office:styles>${styles}</office:styles></office:document-styles>`,
    ),
  });
const open = async (bytes: Uint8Array, name = '方案.odt') =>
  openUnseen({ name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer });
const linesIn = async (...parts: Parameters<typeof odt>) => linesOf((await open(odt(...parts))).html);

const p = (text: string, style = '') => `<text:p${style && ` text:style-name="${style}"`}>${text}</text:p>`;
const item = (inner: string, more = '') => `<text:list-item${more}>${inner}</text:list-item>`;
const list = (inner: string, more = '') => `<text:list text:style-name="L"${more}>${inner}</text:list>`;
const level = (at: number, format: string, prefix: string, suffix: string, more = '') =>
  `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}"${more}/>`;
const levels = `<text:list-style style:name="L">${level(1, '一, 二, 三, ...', '', '、')}${level(2, '1', '（', '）')}</text:list-style>`;

describe('texts of OpenDocument', () => {
  it('are known by what is in them', () => {
    expect(formatFor(unseenFormats, odt(p('甲')), '方案.doc').name).toBe('odt');
  });

  it('with the numbers of their lists, which nest, go on and begin anew', async () => {
    const body =
      list(item(p('清淤') + list(item(p('干流')) + item(p('支流')))) + item(p('巡查') + p('每月一次'))) +
      p('说明') +
      list(item(p('通报') + list(item(p('县内')))), ' text:continue-numbering="true"') +
      list(item(p('另起')) + item(p('跳号'), ' text:start-value="9"'));
    expect(await linesIn(body, levels)).toEqual([
      '一、清淤',
      '（1）干流',
      '（2）支流',
      '二、巡查',
      '每月一次',
      '说明',
      '三、通报',
      '（1）县内',
      '一、另起',
      '九、跳号',
    ]);
  });

  it('with several levels in one number, and numbered headings', async () => {
    const style = `<text:list-style style:name="L">${level(1, '1', '', '.')}${level(2, '1', '', ' ', ' text:display-levels="2"')}</text:list-style>`;
    expect(await linesIn(list(item(p('甲') + list(item(p('子'))))), style)).toEqual(['1.甲', '1.1 子']);
    const outline = `<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:outline-style>`;
    const heads = '<text:h text:outline-level="1">总则</text:h><text:h text:outline-level="1">附则</text:h>';
    expect(await linesIn(heads, outline)).toEqual(['一、总则', '二、附则']);
  });

  it('blanks, breaks, notes, boxes and tables; no comments, changes and hidden text, and what is left out is said', async () => {
    const hidden =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>删去</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      p(
        '县<text:s text:c="2"/>水利局<text:line-break/>负责<office:annotation><text:p>问</text:p></office:annotation><text:span text:style-name="H">藏</text:span>',
      ) +
      p(
        '见注<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>原县水务局。</text:p></text:note-body></text:note>',
      ) +
      p('<draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame>') +
      '<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>任务</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell><table:table-cell><text:p>乙</text:p></table:table-cell></table:table-row></table:table>';
    const { html, warnings } = await open(odt(body, '', hidden));
    expect(linesOf(html)).toEqual(['县  水利局\n负责', '见注', '框内', '任务', '甲', '乙', '1 原县水务局。']);
    expect(html).toContain('<td colspan="2"><p>任务</p></td>');
    expect(warnings).toEqual([
      { code: 'changes-accepted' },
      { code: 'comments-left-out', count: 1 },
      { code: 'hidden-left-out' },
    ]);
  });

  it('without text, or broken, are an error', async () => {
    await expect(open(odt(p('')))).rejects.toMatchObject({ code: 'empty' });
    const bytes = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') });
    await expect(open(bytes)).rejects.toMatchObject({ code: 'damaged' });
  });
});
