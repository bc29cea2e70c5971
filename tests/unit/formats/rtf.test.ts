import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/rtf';
import { openUnseen } from '../../../lib/formats/unseen';
import { encodeGb18030 } from '../../lib/gb18030';
import { linesOf } from './write/read';

/** Text as a program of the time wrote it: each byte of the code page by its number. */
const coded = (text: string) =>
  [...encodeGb18030(text)].map((byte) => (byte < 128 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`)).join('');
const unicode = (text: string) =>
  [...text]
    .map((sign) => `\\u${sign.charCodeAt(0) > 32767 ? sign.charCodeAt(0) - 65536 : sign.charCodeAt(0)}?`)
    .join('');
const fonts = '{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Times;}{\\f2\\fcharset2 Wingdings 2;}}';
const file = (body: string, head = '') => strToU8(`{\\rtf1\\ansi\\ansicpg936${fonts}${head}\n${body}}`);
const lines = async (body: string, head = '') => linesOf((await open(file(body, head), 'a.rtf')).html);

describe('rich text', () => {
  it('in its code page, in Unicode with signs to fall back on, and in a font of letters', async () => {
    expect(
      await lines(
        `\\pard\\f0 ${coded('一、清淤河道')}\\par ${unicode('二、巡查堤防')}\\par\\f1 ${coded('县水利局')} 2027\\par`,
      ),
    ).toEqual(['一、清淤河道', '二、巡查堤防', '县水利局 2027']);
    expect(await lines(`\\uc2 ${unicode('县').replace('?', '??')}\\uc1 ${unicode('局')}\\par`)).toEqual(['县局']);
  });

  it('with printed numbers and results of fields, without codes, pictures and what the file says of itself', async () => {
    const body =
      `{\\listtext\\pard (1)\\tab}${coded('清淤')}{\\field{\\*\\fldinst PAGE}{\\fldrslt ${coded('三')}}}{\\pict\\wmetafile8 0102ab}` +
      `{\\*\\unknown ${coded('不见')}}{\\*\\bkmkstart a}\\par`;
    expect(await lines(body, `{\\info{\\title ${coded('题')}}}{\\stylesheet{\\s0 Normal;}}`)).toEqual(['(1) 清淤三']);
  });

  it('after all changes, without hidden text; both are said', async () => {
    const { html, warnings } = await open(
      file(`${coded('完成')}{\\deleted ${coded('六月')}}{\\revised ${coded('九月')}}{\\v ${coded('内部')}}\\par`),
      'a.rtf',
    );
    expect(linesOf(html)).toEqual(['完成九月']);
    expect(warnings?.map(({ code }) => code).sort()).toEqual(['changes-accepted', 'hidden-left-out']);
  });

  it('tables with cells that span, ticks of a font of signs', async () => {
    const row = (definition: string, cells: readonly string[]) =>
      `\\trowd ${definition}\\pard\\intbl ${cells.map((cell) => `${coded(cell)}\\cell `).join('')}\\row `;
    const { html } = await open(
      file(
        row('\\clvmgf\\cellx1000\\cellx2000\\cellx3000', ['甲', '乙', '丙']) +
          row('\\clvmrg\\cellx1000\\cellx3000', ['', '丁']) +
          `\\pard {\\f2 R}${coded('完')}\\par`,
      ),
      'a.rtf',
    );
    expect(html.replace(/\n|<\/?p>/g, '')).toBe(
      '<table><tr><td rowspan="2">甲</td><td>乙</td><td>丙</td></tr><tr><td colspan="2">丁</td></tr></table>☑完',
    );
  });

  it('is known under the name of a .doc; cut off it is read as far as it goes, and said', async () => {
    const bytes = file(`${coded('一、清淤河道。')}\\par ${coded('牵头单位：县水利局')}\\par`);
    const named = (part: Uint8Array) =>
      openUnseen({ name: 'a.doc', size: part.length, arrayBuffer: async () => part.slice().buffer as ArrayBuffer });
    expect(await named(bytes)).toMatchObject({ format: 'rtf', warnings: [] });
    for (let tenth = 5; tenth < 10; tenth++) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * tenth) / 10));
      const found = await named(cut).catch((error: { code: string }) => error.code);
      if (typeof found === 'string') expect(['empty', 'damaged']).toContain(found);
      else expect(found.warnings).toContainEqual({ code: 'truncated' });
    }
  });
});
