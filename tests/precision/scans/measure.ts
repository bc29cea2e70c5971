import type { Reader } from '../../../lib/ocr';
import { readPage } from '../../../lib/ocr/read-page';
import type { Networks, Raster, Tensor } from '../../../lib/ocr/types';
import type { Paper } from './papers';
import type { printer, Step } from './print';
import { scanned } from './print';
import { bare, edits, links, textOf, understood } from './score';

/** What came of one paper at one step. */
export interface Measured {
  /** Wrong, missing and superfluous signs, of how many. */
  readonly edits: number;
  readonly signs: number;
  readonly links: ReturnType<typeof links>;
  /** Milliseconds of the processor: all of it, and the networks' part. */
  readonly cost: number;
  readonly networks: number;
}

/** Signs of a text against those of the paper, page numbers aside. */
export function signsWrong(got: string, gold: string): { edits: number; signs: number } {
  const plain = (text: string) => bare(text).replace(/[—-]?\d[—-]?$/, '');
  const wanted = plain(gold);
  return { edits: edits(plain(got), wanted), signs: wanted.length };
}

/** Prints, degrades and reads a paper. */
export async function measured(
  paper: Paper,
  step: Step,
  press: Awaited<ReturnType<typeof printer>>,
  reader: Reader,
): Promise<Measured & { readonly raster: Raster; readonly gold: string }> {
  const raster = await scanned(await press.print(paper, step.dots), step, Number(paper.name.slice(0, 2)) + 1);
  const gold = await press.text(paper);
  const timed = watched(reader.networks);
  const before = process.cpuUsage();
  const page = await readPage(raster, { ...reader, networks: timed.networks });
  const cost = spent(before);
  const { html, policy } = await understood(page);
  return {
    ...signsWrong(textOf(html), gold),
    links: links(paper, policy),
    cost,
    networks: timed.spent(),
    raster,
    gold,
  };
}

const spent = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** The same networks, and what their plain calls cost. */
function watched({ detect, direct, read }: Networks): { networks: Networks; spent(): number } {
  let sum = 0;
  const watch = (call: (input: Tensor) => Promise<Tensor>) => async (input: Tensor) => {
    const before = process.cpuUsage();
    const answer = await call(input);
    sum += spent(before);
    return answer;
  };
  return { networks: { detect: watch(detect), direct: watch(direct), read: watch(read) }, spent: () => sum };
}
