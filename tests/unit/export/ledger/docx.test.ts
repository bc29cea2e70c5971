import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { ledgerDocx } from '../../../../lib/export/ledger/docx';
import { type LedgerOptions, ledgerOf } from '../../../../lib/export/ledger/ledger';
import type { LedgerRow } from '../../../../lib/export/ledger/types';
import { openZip } from '../../../../lib/formats/zip';
import { duties, row } from './rows';

async function bytes(rows: readonly LedgerRow[], options: LedgerOptions = {}): Promise<Uint8Array> {
  return new Uint8Array(await (await ledgerDocx(ledgerOf(rows, options))).arrayBuffer());
}

/** The document as another library reads it. */
async function read(rows: readonly LedgerRow[], options: LedgerOptions = {}): Promise<string> {
  return (await mammoth.convertToHtml({ buffer: Buffer.from(await bytes(rows, options)) })).value;
}

const xml = async (rows: readonly LedgerRow[], options: LedgerOptions = {}): Promise<string> =>
  new TextDecoder().decode(openZip(await bytes(rows, options), () => true).get('word/document.xml'));

const columns = [{ key: 'index' }, { key: 'title' }, { key: 'participants' }, { key: 'note' }, { key: 'url' }];

describe('a ledger as a document of Word’s', () => {
  it('is a table under its title, with the lines of each cell', async () => {
    const html = await read([row({ note: '第一行\n第二行 <b>&' })], { columns, now: new Date(2026, 2, 9) });
    expect(html).toBe(
      '<p>工作台账</p><p>《临澜县政务服务提升实施方案》　临政办〔2026〕12号　临澜县人民政府办公室　2026年3月2日　共 1 项　2026年3月9日填制</p>' +
        '<table><thead><tr><th><p>序号</p></th><th><p>举措</p></th><th><p>参加单位</p></th><th><p>备注</p></th><th><p>原文链接</p></th></tr></thead>' +
        '<tbody><tr><td><p>1</p></td><td><p>设立跨镇办理窗口</p></td><td><p>各乡镇人民政府、县司法局</p></td>' +
        '<td><p>第一行</p><p>第二行 &lt;b&gt;&amp;</p></td>' +
        '<td><p><a href="https://www.linlan.gov.cn/zfxxgk/2026/12.html">原文</a></p></td></tr></tbody></table>',
    );
  });

  it('lies across the page, its head on each, columns as wide as chosen', async () => {
    const text = await xml(duties(2), {
      columns: [
        { key: 'index', width: 10 },
        { key: 'title', width: 30 },
      ],
    });
    expect(text).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const [first, second] = [...text.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map((match) => Number(match[1]));
    expect(second! / first!).toBeCloseTo(3, 1);
  });

  it('begins a page for each document, on A3 where asked for', async () => {
    const text = await xml([...duties(2), row({ documentId: 'doc-2' })], { grouping: 'document', paper: 'A3' });
    expect(text).toContain('w:w="23811" w:h="16838"');
    expect(text.match(/<w:br w:type="page"\/>/g)).toHaveLength(1);
    expect(text.match(/<w:tbl>/g)).toHaveLength(2);
  });

  it('holds no sign that XML forbids, and nothing hidden', async () => {
    const text = await xml([row({ note: 'a\u0000b\ud800c\uffff' })], { columns, returnable: true });
    expect(text).toContain('>abc<');
    expect(text).not.toContain('task-1');
  });
});
