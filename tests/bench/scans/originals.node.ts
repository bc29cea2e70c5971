import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { load } from '../../../lib/cli/load';
import { record } from '../../../lib/cli/record';
import { openPictures } from '../../../lib/formats/pdf/drawing';
import { weighed } from '../../../lib/page/recognised';
import { parse } from '../../../lib/policy/parse';
import { createCanvas } from '../../precision/scans/print';
import { atMost, type Row } from '../lib/measure';
import { pdfOfPictures } from './picture-pdf';

const CORPUS = process.env.DUTYMARK_CORPUS ?? resolve(import.meta.dirname, '../../../../shared/corpus');
const NAMES = (process.env.ORIGINALS ?? 'r001,r004,r009,r012,r016').split(',');

/**
 * Five real PDFs whose text was taken away, each page drawn as a picture at 200 dpi: links found, beside what is found in
 * their own text. Fifty pages of reading take a quarter of an hour; `ORIGINALS=r001` takes one.
 */
export default async function originals(): Promise<Row[]> {
  if (!existsSync(join(CORPUS, 'originals'))) return [{ what: 'no originals beside the checkout' }];
  const folder = mkdtempSync(join(tmpdir(), 'dutymark-originals-'));
  const rows: Row[] = [];
  try {
    for (const name of NAMES) {
      const path = join(CORPUS, 'originals', `${name}.pdf`);
      const drawn = join(folder, `${name}.pdf`);
      writeFileSync(drawn, await pictured(readFileSync(path)));
      const own = await linksOf(path, folder);
      const read = await linksOf(drawn, folder);
      rows.push(atMost(`links F1 that a scan loses, ${name}`, own - read, 0.03, { text: own, scan: read }));
      process.stderr.write(`${JSON.stringify(rows.at(-1))}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return rows;
}

/** The same pages as pictures: what a scanner would hand over. */
async function pictured(bytes: Uint8Array): Promise<Uint8Array> {
  const pages = await openPictures(new Uint8Array(bytes), undefined, createCanvas as never);
  const pictures: { jpeg: Uint8Array; width: number; height: number }[] = [];
  for (let number = 1; number <= pages.count; number++) {
    const canvas = (await pages.draw(number)) as unknown as ReturnType<typeof createCanvas>;
    pictures.push({ jpeg: canvas.toBuffer('image/jpeg', 90), width: canvas.width, height: canvas.height });
  }
  pages.close();
  return pdfOfPictures(pictures);
}

/** Links F1 of a file against the gold, by the corpus's own scorer. */
async function linksOf(path: string, folder: string): Promise<number> {
  const { text, recognised } = await load(path, { ocr: true });
  const predicted = join(folder, 'predicted.jsonl');
  writeFileSync(predicted, JSON.stringify(record(basename(path), weighed(parse(text), text, recognised))));
  const scorer = [
    join(CORPUS, 'score.mjs'),
    '--gold',
    join(CORPUS, 'gold'),
    '--only',
    basename(path, '.pdf'),
    predicted,
  ];
  const said = execFileSync(process.execPath, scorer, { encoding: 'utf8' });
  return Number(/ALL links:.*?F1 ([\d.]+)/.exec(said)?.[1] ?? Number.NaN);
}
