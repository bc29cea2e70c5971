import mammoth from 'mammoth';
import { open as openDocx } from '../../../lib/formats/docx';
import { open as openPdf } from '../../../lib/formats/pdf';
import { loadEngine } from '../../../lib/formats/pdf/engine';
import { abstractNum, docx, inList, lvl, num, p, tbl, tc, tr } from '../../unit/formats/write/docx';
import { set } from '../../unit/formats/write/layout';
import { pdf } from '../../unit/formats/write/pdf';
import { atMost, type Row } from '../lib/measure';

/** Processor time of a call in milliseconds: other programs on the machine do not count. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times the plain call's cost ours is, at the best of several rounds of both in turn. */
async function row(what: string, ours: () => Promise<unknown>, plain: () => Promise<unknown>): Promise<Row> {
  await plain();
  await ours();
  const best = { ours: Number.POSITIVE_INFINITY, plain: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 9; round++) {
    best.plain = Math.min(best.plain, await cost(plain));
    best.ours = Math.min(best.ours, await cost(ours));
  }
  return atMost(what, best.ours / best.plain, 1.5, { oursMs: best.ours, plainMs: best.plain });
}

const sentence = '推进河道整治工作，按季度通报进展，落实各项要求并加强监督检查，';

function docxRow(): Promise<Row> {
  const bytes = docx({
    body:
      Array.from({ length: 800 }, (_, index) => p(sentence.repeat(3), inList(1, index % 3))).join('') +
      tbl(...Array.from({ length: 200 }, () => tr(tc('任务'), tc('县水利局')))),
    numbering:
      abstractNum(0, lvl(0, 'chineseCounting', '%1、'), lvl(1, 'chineseCounting', '（%2）'), lvl(2, 'decimal', '%3.')) +
      num(1, 0),
  });
  const buffer = Buffer.from(bytes);
  const plain = () => mammoth.extractRawText({ buffer });
  return row('docx / raw text by mammoth', () => openDocx(bytes, 'a.docx'), plain);
}

async function pdfRow(): Promise<Row> {
  const bytes = pdf(set(Array.from({ length: 150 }, (_, index) => `${index + 1}．${sentence.repeat(6)}`)));
  const { pdfjs, cMapUrl } = await loadEngine();
  const plain = async () => {
    const task = pdfjs.getDocument({ data: bytes.slice(), cMapUrl, cMapPacked: true, verbosity: 0 });
    const document = await task.promise;
    for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getTextContent();
    await task.destroy();
  };
  return row('pdf / text of all pages by pdf.js', () => openPdf(bytes, 'a.pdf'), plain);
}

/** What reading a file costs beside the plain call of the library that knows its format. */
export default async function bench(): Promise<Row[]> {
  return [await docxRow(), await pdfRow()];
}
