import { parseHTML } from 'linkedom/worker';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnseen } from '../../lib/formats/unseen';
import { wholePage } from '../../lib/formats/whole-page';
import { read } from '../../lib/text/read';
import { findOffice } from '../lib/browsers.mjs';
import { Workshop } from './office';
import { type Paper, papers } from './papers';
import { sheets } from './sheets';

const office = findOffice();
if (!office) console.warn('LibreOffice is not on this machine: precision beside it is not measured.');

const bare = (text: string) => text.replace(/[\s\ufeff]+/g, '');

interface Blocks {
  readonly paragraphs: readonly string[];
  readonly cells: readonly string[];
}

/** What we make of a file. */
async function ours(bytes: Uint8Array, name: string): Promise<Blocks> {
  const { html } = await openUnseen({
    name,
    size: bytes.length,
    arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
  });
  const { document } = parseHTML(wholePage(html));
  const text = read(document as unknown as Document);
  return {
    paragraphs: text.blocks.filter(({ cell }) => !cell).map(({ start, end }) => bare(text.text.slice(start, end))),
    cells: [...document.querySelectorAll('td, th')].map((cell) => bare(cell.textContent ?? '')),
  };
}

/** How many of what is wanted are there, each to be found once. */
function found(wanted: readonly string[], there: readonly string[]): number {
  const left = new Map<string, number>();
  for (const text of there) left.set(text, (left.get(text) ?? 0) + 1);
  return wanted.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  }).length;
}

/** Figures and the numbers before items, in order of their signs. */
const numbersIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [
    ...(/^(?:[一二三四五六七八壹贰叁肆伍陆柒捌IV]+、|（[一二三四五六七八\d]+）|\d+[.．]|[①-⑳][.．]?)/
      .exec(text)
      ?.slice(0, 1) ?? []),
    ...(text.match(/\d+(?:\.\d+)?%?/g) ?? []),
  ]);

interface Score {
  paragraphs: [number, number];
  numbers: [number, number];
  cells: [number, number];
}
const share = ([hits, all]: readonly [number, number]): number => (all === 0 ? 1 : hits / all);

function add(score: Score, paper: Paper, blocks: Blocks): string[] {
  const paragraphs = paper.paragraphs.map(bare);
  const cells = paper.cells.map(bare);
  const lines = [...blocks.paragraphs, ...blocks.cells];
  const hits = found(paragraphs, blocks.paragraphs);
  score.paragraphs[0] += hits;
  score.paragraphs[1] += paragraphs.length;
  const wanted = numbersIn([...paragraphs, ...cells]);
  score.numbers[0] += found(wanted, numbersIn(lines));
  score.numbers[1] += wanted.length;
  score.cells[0] += found(cells, blocks.cells);
  score.cells[1] += cells.length;
  return paragraphs.filter((text) => !blocks.paragraphs.includes(text));
}

describe.runIf(office)('precision beside LibreOffice', { timeout: 240_000 }, () => {
  let workshop: Workshop;
  const written = papers();
  const books = sheets();

  beforeAll(async () => {
    workshop = new Workshop();
    for (const { name, bytes } of written) workshop.put(`${name}.docx`, bytes);
    for (const { name, bytes } of books) workshop.put(`${name}.xlsx`, bytes);
    const names = written.map(({ name }) => `${name}.docx`);
    await workshop.convert('pdf', 'pdf', '.', names);
    await workshop.convert('doc', 'doc', '.', names);
    await workshop.convert('rtf', 'rtf', '.', names);
    // By way of its own format, so that nothing of the file we wrote is left in it.
    await workshop.convert('odt', 'odt', '.', names);
    await workshop.convert(
      'docx',
      'docx',
      'odt',
      written.map(({ name }) => `${name}.odt`),
    );
    await workshop.convert('txt:Text (encoded):UTF8', 'txt', '.', names);
    const tables = books.map(({ name }) => `${name}.xlsx`);
    await workshop.convert('ods', 'ods', '.', tables);
    await workshop.convert(
      'xlsx',
      'xlsx',
      'ods',
      books.map(({ name }) => `${name}.ods`),
    );
    await workshop.convert('xls', 'xls', '.', tables);
    // Cells as they are shown.
    await workshop.convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false', 'csv', '.', tables);
  }, 240_000);
  afterAll(() => workshop?.close());

  it('the papers are what LibreOffice reads in them, too', () => {
    for (const { name, paragraphs } of written) {
      const text = new TextDecoder().decode(workshop.read('txt', `${name}.txt`));
      const lines = text.split(/\r?\n/).map(bare).filter(Boolean);
      expect(found(paragraphs.map(bare), lines), name).toBe(paragraphs.length);
    }
  });

  it.each([
    ['docx', 0.99],
    ['doc', 0.99],
    ['rtf', 0.99],
    ['odt', 0.99],
    ['pdf', 0.97],
  ] as const)('%s: paragraphs whole, numbers printed, cells', async (kind, least) => {
    const score: Score = { paragraphs: [0, 0], numbers: [0, 0], cells: [0, 0] };
    const missed: string[] = [];
    for (const paper of written) {
      const blocks = await ours(workshop.read(kind, `${paper.name}.${kind}`), `${paper.name}.${kind}`);
      missed.push(...add(score, paper, blocks).map((text) => `${paper.name}: ${text.slice(0, 40)}`));
    }
    const report = { paragraphs: share(score.paragraphs), numbers: share(score.numbers), cells: share(score.cells) };
    console.info(`${kind}: ${JSON.stringify(report)}`);
    expect(report.paragraphs, missed.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(least);
    expect(report.numbers).toBeGreaterThanOrEqual(0.995);
    expect(report.cells).toBeGreaterThanOrEqual(0.995);
  });

  it.each(['xlsx', 'xls', 'ods'])('%s: cells as they are shown', async (kind) => {
    let hits = 0;
    let all = 0;
    const missed: string[] = [];
    for (const { name } of books) {
      const { data } = Papa.parse<string[]>(new TextDecoder().decode(workshop.read('csv', `${name}.csv`)), {
        skipEmptyLines: true,
      });
      const wanted = data.flat().map(bare).filter(Boolean);
      const { cells } = await ours(workshop.read(kind, `${name}.${kind}`), `${name}.${kind}`);
      hits += found(wanted, cells);
      all += wanted.length;
      missed.push(...wanted.filter((text) => !cells.includes(text)).map((text) => `${name}: ${text}`));
    }
    console.info(`${kind}: ${hits} of ${all} cells`);
    expect(hits / all, missed.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.995);
  });
});
