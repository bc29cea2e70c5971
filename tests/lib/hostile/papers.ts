import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { docx, p, tbl, tc } from '../../unit/formats/write/docx';
import { ofd } from '../../unit/formats/write/ofd';
import { rawPdf, show } from '../../unit/formats/write/raw-pdf';
import { tiff } from '../../unit/formats/write/tiff';
import { each, type Make, times } from './texts';

const sentence = '由县水利局牵头，年底前完成。';
const styles = (inner: string) => `<w:style w:type="paragraph" w:styleId="s0"/>${inner}`;

/** A workbook of one sheet. */
const xlsx = (sheet: string, strings = ''): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet>${sheet}</worksheet>`),
    ...(strings && { 'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`) }),
  });

const ods = (rows: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  });

/** A PDF whose page draws from operators that are packed. */
const packedPdf = (operators: string): Uint8Array => {
  const packed = [...deflateSync(strToU8(operators))].map((byte) => String.fromCharCode(byte)).join('');
  const bytes = rawPdf([''], {
    objects: { 20: `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream` },
    page: '/Contents 20 0 R',
  });
  return Uint8Array.from(
    new TextDecoder('latin1').decode(bytes).replace(/\/Contents 100 0 R/, ' '.repeat(17)),
    (sign) => sign.charCodeAt(0),
  );
};

/** Each draws the next so many times. */
const doubled = (deep: number, often: number, pages = 1): Uint8Array =>
  rawPdf(
    Array.from({ length: pages }, () => `${show(90, 100, sentence)} /X20 Do`),
    {
      resources: '/XObject << /X20 20 0 R >>',
      objects: Object.fromEntries(
        Array.from({ length: deep }, (_, at) => {
          const inner = at === deep - 1 ? show(90, 130, sentence) : times(`/X${21 + at} Do `, often);
          const own = at === deep - 1 ? '/Font << /F1 3 0 R >>' : `/XObject << /X${21 + at} ${21 + at} 0 R >>`;
          return [
            20 + at,
            `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${own} >> /Length ${inner.length} >>\nstream\n${inner}\nendstream`,
          ];
        }),
      ),
    },
  );

const ascii = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

/** Many names in the directory of a zip for one and the same part. */
function overlapping(count: number): Uint8Array {
  const one = docx({ body: p(sentence) });
  const view = new DataView(one.buffer, one.byteOffset, one.length);
  const end = one.length - 22;
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const directory = one.subarray(start, start + size);
  const out = new Uint8Array(start + size * count + 22);
  out.set(one.subarray(0, start));
  for (let at = 0; at < count; at++) out.set(directory, start + at * size);
  out.set(one.subarray(end), start + size * count);
  new DataView(out.buffer).setUint32(start + size * count + 12, size * count, true);
  return out;
}

/** Files that are packed or laid out. */
export const paperFiles: Readonly<Record<string, Make>> = {
  '只存不取.pdf': (much) => rawPdf([`${show(90, 100, sentence)} ${times('q ', 2_000_000 * much)}`]),
  '压缩的q.pdf': (much) => packedPdf(`${show(90, 100, sentence)} ${times('q ', 20_000_000 * much)}`),
  '存取交替.pdf': (much) => rawPdf([`${show(90, 100, sentence)} ${times('q Q ', 1_000_000 * much)}`]),
  '表中直线.pdf': (much) =>
    rawPdf([
      `${show(90, 100, '任务')} ${show(300, 100, '单位')} ${show(90, 130, '甲')} ${show(300, 130, '乙')} ${each(150_000 * much, (at) => `${at % 500} ${at % 700} m ${(at * 7) % 500} ${(at * 13) % 700} l S `)}`,
    ]),
  '字字重叠.pdf': (much) => rawPdf([each(30_000 * much, () => `${show(90, 100, '重')} `)]),
  '字字散落.pdf': (much) => rawPdf([each(60_000 * much, (at) => `${show((at * 37) % 595, (at * 91) % 842, '散')} `)]),
  '表单套表单.pdf': (much) => doubled(Math.max(2, Math.round(24 * much)), 2),
  '页页表单.pdf': (much) => doubled(14, 2, Math.max(2, Math.round(300 * much))),
  '自画自.pdf': () =>
    rawPdf([`${show(90, 100, sentence)} /X Do`], {
      resources: '/XObject << /X 20 0 R >>',
      objects: {
        20: '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 20 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream',
      },
    }),
  '页树成环.pdf': () =>
    ascii(
      latin(rawPdf([show(90, 100, sentence)])).replace(
        '/Kids [101 0 R] /Count 1',
        '/Kids [2 0 R 2 0 R] /Count 9999999',
      ),
    ),
  '交叉表成环.pdf': () => {
    const whole = latin(rawPdf([show(90, 100, sentence)]));
    const at = /startxref\n(\d+)/.exec(whole)![1]!;
    return ascii(whole.replace('/Root 1 0 R >>', `/Root 1 0 R /Prev ${at} /XRefStm ${at} >>`));
  },
  '万页.pdf': (much) => rawPdf(Array.from({ length: Math.round(10_000 * much) }, () => show(90, 100, '页'))),
  '嵌套表.docx': (much) => {
    let inner = p(sentence);
    for (let at = 0; at < 120; at++) inner = tbl(`<w:tr>${tc(inner + p(''))}</w:tr>`);
    return docx({ body: times(inner, 60 * much) });
  },
  '十万层.docx': (much) => docx({ body: p(sentence) + times('<w:sdt><w:sdtContent>', 200_000 * much) }),
  '巨大跨列.docx': (much) =>
    docx({
      body: tbl(times(`<w:tr>${times(tc('任务', '<w:gridSpan w:val="65534"/><w:vMerge/>'), 3)}</w:tr>`, 1500 * much)),
    }),
  '样式成环.docx': (much) =>
    docx({
      body: times(p('甲', '<w:pStyle w:val="s9"/>'), 30_000 * much),
      styles: styles(
        each(
          20_000 * much,
          (at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`,
        ),
      ),
    }),
  '炸弹.docx': (much) => zipSync({ 'word/document.xml': new Uint8Array(Math.round(400_000_000 * much)) }, { level: 6 }),
  '目录重名.docx': (much) => overlapping(Math.max(2, Math.round(10_000 * much))),
  '九十万段.docx': (much) => docx({ body: times('<w:p><w:r><w:t>一</w:t></w:r></w:p>', 900_000 * much) }),
  '域套域.docx': (much) =>
    docx({
      body: `<w:p>${times('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ a</w:instrText></w:r>', 100_000 * much)}</w:p>`,
    }),
  '最后一格.xlsx': () =>
    xlsx(
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>任务</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    ),
  '合并万次.xlsx': (much) =>
    xlsx(
      `<sheetData>${each(3000, (at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`)}</sheetData><mergeCells>${times('<mergeCell ref="A1:XFD1048576"/>', 20_000 * much)}</mergeCells>`,
    ),
  '一串百万次.xlsx': (much) =>
    xlsx(
      `<sheetData>${each(20_000 * much, (at) => `<row r="${at + 1}"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`)}</sheetData>`,
      `<si><t>${times(sentence, 2300)}</t></si>`,
    ),
  '重复无尽.ods': () =>
    ods(
      times(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>任务</text:p></table:table-cell></table:table-row>',
        50,
      ),
    ),
  '字距无尽.ofd': (much) => {
    const sheet = { texts: [{ x: 90, y: 100, size: 10, text: sentence }], rules: [] };
    const whole = ofd([sheet]);
    return whole.length
      ? ofd([sheet], { more: { 'Doc_0/Pages/Page_0/Content.xml': content(times(spaced, 3000 * much)) } })
      : whole;
  },
  '层层页块.ofd': (much) =>
    ofd([{ texts: [], rules: [] }], {
      more: { 'Doc_0/Pages/Page_0/Content.xml': content(times('<ofd:PageBlock>', 200_000 * much) + spaced) },
    }),
  '字字散落.ofd': (much) =>
    ofd([
      {
        texts: Array.from({ length: Math.round(60_000 * much) }, (_, at) => ({
          x: (at * 37) % 595,
          y: (at * 91) % 842,
          size: 10,
          text: '散',
        })),
        rules: [],
      },
    ]),
  '目录成环.tif': () => {
    const pages = Array.from({ length: 3 }, () => ({ height: 8, data: Uint8Array.of(0x26, 0xa1, 0x80) }));
    return tiff(pages, 40);
  },
  '笑一亿次.doc': (much) =>
    strToU8(
      `<?xml version="1.0"?><?mso-application progid="Word.Document"?><!DOCTYPE d [${each(9, (at) => `<!ENTITY e${at + 1} "${times(`&e${at};`, 10)}">`)}]><w:wordDocument xmlns:w="w"><w:body>${times(`<w:p><w:r><w:t>&e9;${sentence}</w:t></w:r></w:p>`, 20_000 * much)}</w:body></w:wordDocument>`,
    ),
};

const spaced =
  '<ofd:TextObject Boundary="10 10 100 10" Size="4" Font="1"><ofd:TextCode X="0" Y="4" DeltaX="g 99999999 1 g 99999999 2">由县水利局牵头</ofd:TextCode></ofd:TextObject>';
const content = (inner: string) =>
  `<?xml version="1.0"?><ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>${inner}</ofd:Layer></ofd:Content></ofd:Page>`;
