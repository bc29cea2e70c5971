import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { networksInNode } from '../../../lib/ocr/in-node';
import type { Raster } from '../../../lib/ocr/types';
import { measured, signsWrong } from '../../precision/scans/measure';
import { papers } from '../../precision/scans/papers';
import { createCanvas, printer, STEPS } from '../../precision/scans/print';
import { f1 } from '../../precision/scans/score';
import { atMost, type Row } from '../lib/measure';

/**
 * Twenty invented papers, printed and degraded in seven steps: signs misread, links found, and what reading costs beside the
 * plain calls of the same networks. `SCANS=0,4` takes some of the papers, `SCAN_STEPS=1` some of the steps: all of it
 * takes an hour.
 *
 * Where tesseract.js and its Chinese data are in a folder named by `TESSERACT` (npm i tesseract.js
 * @tesseract.js-data/chi_sim), it reads the same pictures.
 */
export default async function scans(): Promise<Row[]> {
  const reader = await networksInNode();
  const press = await printer();
  const other = process.env.TESSERACT ? await tesseract(process.env.TESSERACT) : null;
  const rows: Row[] = [];
  for (const step of chosen(STEPS, process.env.SCAN_STEPS)) {
    const sum = { edits: 0, signs: 0, cost: 0, networks: 0, others: 0 };
    const links = { hit: 0, found: 0, gold: 0 };
    const some = chosen(papers, process.env.SCANS);
    for (const paper of some) {
      const one = await measured(paper, step, press, reader);
      for (const key of ['edits', 'signs', 'cost', 'networks'] as const) sum[key] += one[key];
      for (const key of ['hit', 'found', 'gold'] as const) links[key] += one.links[key];
      const others = other && signsWrong(await other.read(one.raster), one.gold).edits;
      sum.others += others ?? 0;
      const beside = other ? ` tesseract.js ${others}` : '';
      process.stderr.write(
        `${step.name} ${paper.name} ${one.edits}/${one.signs} ${f1(one.links).toFixed(3)}${beside}\n`,
      );
    }
    const more = {
      pages: some.length,
      f1: Math.round(f1(links) * 10_000) / 10_000,
      secondsOfProcessor: Math.round(sum.cost / some.length / 100) / 10,
      ...(other && { tesseract: sum.others / sum.signs }),
    };
    rows.push(atMost(`signs misread, ${step.name}`, sum.edits / sum.signs, 0.01, more));
    rows.push(atMost(`links missed, ${step.name}`, 1 - f1(links), step.dots < 200 ? 0.07 : 0.03));
    rows.push(atMost(`cost beside the plain calls, ${step.name}`, sum.cost / sum.networks, 1.3));
    if (other) rows.push(atMost(`of what tesseract.js misreads, ${step.name}`, sum.edits / sum.others, 0.5));
  }
  await press.close();
  await other?.close();
  return rows;
}

function chosen<T>(all: readonly T[], which: string | undefined): readonly T[] {
  if (!which) return all;
  return which.split(',').flatMap((at) => all[Number(at)] ?? []);
}

interface Other {
  read(raster: Raster): Promise<string>;
  close(): Promise<unknown>;
}

interface TesseractPackage {
  createWorker(
    language: string,
    mode: number,
    options: object,
  ): Promise<{
    recognize(picture: Buffer): Promise<{ data: { text: string } }>;
    terminate(): Promise<unknown>;
  }>;
}

async function tesseract(folder: string): Promise<Other> {
  const require = createRequire(pathToFileURL(join(folder, 'x.js')));
  const { createWorker } = require('tesseract.js') as TesseractPackage;
  const langPath = join(require.resolve('@tesseract.js-data/chi_sim'), '..', '4.0.0_best_int');
  const worker = await createWorker('chi_sim', 1, { langPath, cacheMethod: 'none', gzip: true });
  return {
    async read(raster) {
      const canvas = createCanvas(raster.width, raster.height);
      canvas.getContext('2d').putImageData(raster, 0, 0);
      return (await worker.recognize(canvas.toBuffer('image/png'))).data.text;
    },
    close: () => worker.terminate(),
  };
}
