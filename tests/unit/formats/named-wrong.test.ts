import CFB from 'cfb';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../lib/formats/encoding';
import { sniff } from '../../../lib/formats/sniff';
import { openUnseen } from '../../../lib/formats/unseen';
import { wholePage } from '../../../lib/formats/whole-page';
import { encodeGb18030 } from '../../lib/gb18030';
import { docx, p } from './write/docx';
import { linesOf } from './write/read';

const open = (name: string, bytes: Uint8Array) =>
  openUnseen({ name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer });

const rows = [
  ['序号', '任务', '牵头单位'],
  ['1', '清淤河道', '县水利局'],
  ['2', '巡查堤防', '县应急管理局'],
];
const tabs = rows.map((row) => row.join('\t')).join('\r\n');
const page = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const utf16 = (text: string) =>
  new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer)]);

describe('files by what is in them', () => {
  it.each([
    ['任务.xls', encodeGb18030(tabs), 'csv'],
    ['任务.xls', utf16(tabs), 'csv'],
    ['任务.et', encodeGb18030(page), 'html'],
    ['任务.doc', strToU8(`<meta charset="utf-8"><div>${page}</div>`), 'html'],
    ['任务.wps', encodeGb18030('一、清淤河道。\r\n牵头单位：县水利局'), 'txt'],
    ['任务', strToU8('一、清淤河道。\n牵头单位：县水利局'), 'txt'],
    ['任务', strToU8(`<!-- 存档 -->${page}`), 'html'],
    ['任务.下载', docx({ body: p('一、清淤河道。牵头单位：县水利局') }), 'docx'],
    ['任务.tmp', strToU8(tabs), 'csv'],
    ['任务.xls', encodeGb18030(tabs.replaceAll('\t', ',')), 'csv'],
    ['任务.et', strToU8(tabs.replaceAll('\t', ';')), 'csv'],
    ['任务.csv', strToU8(page), 'html'],
    ['任务.txt', encodeGb18030(tabs), 'csv'],
    ['任务.csv', strToU8(`sep=;\r\n${tabs.replaceAll('\t', ';')}`), 'csv'],
    ['任务.csv', strToU8(tabs.replaceAll('\t', '，')), 'csv'],
  ])('%s', async (name, bytes, format) => {
    const document = await open(name, bytes);
    expect(document.format).toBe(format);
    expect(document.html).toContain('县水利局');
    if (format === 'csv') expect(document.html.match(/<t[hd]/g)).toHaveLength(9);
    expect(document.html).not.toContain('sep=');
  });

  it('a table of two columns, by commas', async () => {
    const { format, html } = await open(
      '任务.xls',
      strToU8('任务,牵头单位\n清淤河道,县水利局\n巡查堤防,县应急管理局\n'),
    );
    expect([format, html.match(/<t[hd]/g)?.length]).toEqual(['csv', 6]);
    const prose = await open('任务.xls', strToU8('一、清淤河道,汛期前完成。\n二、巡查堤防,每月一次。\n'));
    expect(prose.format).toBe('txt');
  });

  it('a compound file is what stands at its root, whatever lies in its storages', () => {
    const file = (...paths: string[]) => {
      const container = CFB.utils.cfb_new();
      for (const path of paths) CFB.utils.cfb_add(container, path, Buffer.alloc(path === '/Large' ? 3 << 20 : 5000, 1));
      return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array);
    };
    expect(sniff(file('/Workbook', '/MBD01/WordDocument'))).toBe('xls');
    expect(sniff(file('/WordDocument', '/ObjectPool/_1/Workbook', '/ObjectPool/_2/EncryptedPackage'))).toBe('doc');
    expect(sniff(file('/Large', '/WordDocument'))).toBe('doc');
    expect(sniff(file('/EncryptedPackage'))).toBe('locked');
  });

  it('text without a Chinese sign under a strange name stays closed', async () => {
    await expect(open('a.exe', strToU8('MZ one two'))).rejects.toMatchObject({ code: 'unsupported' });
    await expect(open('a', strToU8('one two'))).rejects.toMatchObject({ code: 'unsupported' });
  });
});

describe('an encoding under a wrong label', () => {
  const text = '各乡镇人民政府、县政府各部门：牵头单位为县水利局，2027年6月底前完成。';
  it.each(['iso-8859-1', 'windows-1252', 'us-ascii', 'big5', 'euc-kr', 'shift_jis', 'utf-8', 'utf-16'])(
    'GBK that says %s',
    (label) => expect(decode(encodeGb18030(text), label)).toMatchObject({ text, encoding: 'gb18030' }),
  );

  it.each(['iso-8859-1', 'us-ascii', 'utf-8', 'big5', null])('of a page in a mail: %s', async (label) => {
    const type = `text/html${label ? `;\n charset="${label}"` : ''}`;
    const mail = (boundary: string) =>
      boundary
        ? `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="${boundary}"\n\n--${boundary}\nContent-Type: ${type}\n\n<p>一、清淤河道。</p><p>牵头单位：县水利局</p>\n--${boundary}--\n`
        : `MIME-Version: 1.0\nContent-Type: ${type}\n\n<p>一、清淤河道。</p><p>牵头单位：县水利局</p>\n`;
    for (const text of [mail(''), mail('b')])
      for (const bytes of [encodeGb18030(text), strToU8(text)])
        expect(linesOf((await open('a.mht', bytes)).html)).toEqual(['一、清淤河道。', '牵头单位：县水利局']);
  });

  it('UTF-16 without its mark, of Chinese signs alone or with few line ends', () => {
    const wide = (order: boolean, what: string) =>
      Uint8Array.from(
        [...what].flatMap((sign) => {
          const code = sign.charCodeAt(0);
          return order ? [code & 255, code >> 8] : [code >> 8, code & 255];
        }),
      );
    for (const what of [
      '各乡镇人民政府：关于清淤的通知，一律按期完成。',
      '关于清淤的通知\r\n一、牵头单位：县水利局\r\n',
    ])
      for (const order of [true, false])
        expect(decode(wide(order, what))).toMatchObject({ text: what, encoding: order ? 'utf-16le' : 'utf-16be' });
  });

  it('tags and scripts of a long page do not drown its few words', () => {
    const tags = '<div class="nav"><a href="/a/b/c.html">x</a></div>\n'.repeat(900);
    const bytes = new Uint8Array([...strToU8(tags), ...encodeGb18030(text)]);
    expect(decode(bytes, 'iso-8859-1').text).toBe(tags + text);
  });

  it('Latin text under a Latin label stays what it is', () => {
    const bytes = Uint8Array.from('Caf\u00e9 \u00e0 la carte, tr\u00e8s bient\u00f4t', (sign) => sign.charCodeAt(0));
    expect(decode(bytes, 'iso-8859-1').text).toBe('Café à la carte, très bientôt');
  });
});

describe('lines in another encoding than their file', () => {
  const first = '一、清淤河道。牵头单位：县水利局\n';
  const second = '二、巡查堤防。牵头单位：县应急管理局\n';
  it('a GBK line in UTF-8, and the other way round', () => {
    for (const [main, other, encoding] of [
      [strToU8, encodeGb18030, 'utf-8'],
      [encodeGb18030, strToU8, 'gb18030'],
    ] as const) {
      const bytes = new Uint8Array([...main(first.repeat(3)), ...other(second), ...main(first)]);
      expect(decode(bytes)).toEqual({
        text: first.repeat(3) + second + first,
        encoding,
        warnings: [{ code: 'encoding-mixed', count: 1 }],
      });
    }
  });

  it('a line that is broken and no ordinary text in any encoding stays broken', () => {
    const broken = new Uint8Array([...strToU8(first.repeat(3)), 0xff, 0xfe, 0xfd, 0x0a, ...strToU8(second)]);
    expect(decode(broken)).toMatchObject({ encoding: 'utf-8', warnings: [] });
  });
});

describe('pages with something before their frame', () => {
  const body = '<p>一、清淤河道。</p><p>牵头单位：县水利局</p>';
  it.each([
    `<script>var a = '<body>';</script><html><head><title>x</title></head><body>${body}</body></html>`,
    `<!-- saved --><div></div><html><head></head><body>${body}</body></html>`,
    `<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"><body class="a">${body}</body></html>`,
    `<?xml version="1.0"?><html xmlns="x"><head/><body>${body}</body></html>`,
    `${body}<html></html>`,
    `<html><div><head></head></div>${body}</html>`,
    `<html><body><p>一、清淤河道。</p></body></html><html><body><p>牵头单位：县水利局</p></body></html>`,
  ])('%s', (html) => {
    expect(linesOf(wholePage(html))).toEqual(['一、清淤河道。', '牵头单位：县水利局']);
  });
});
