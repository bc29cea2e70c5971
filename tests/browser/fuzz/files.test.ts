import { strToU8 } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { openFile } from '../../../lib/formats/registry';
import { FormatError } from '../../../lib/formats/types';
import { docx, p } from '../../unit/formats/write/docx';
import { set } from '../../unit/formats/write/layout';
import { ofd } from '../../unit/formats/write/ofd';
import { hurt, oddPage } from './page';

const env = (import.meta as unknown as { env: Record<string, string | undefined> }).env;
const COUNT = Number(env.VITE_FUZZ_FILES ?? 50);
const SEED = Number(env.VITE_FUZZ_SEED ?? 1);
/** Longest that our page may stand still, in milliseconds: what takes longer has to be in a thread or take rests. */
const HANG = 2000;

afterEach(() => {
  document.body.innerHTML = '';
});

const lines = Array.from({ length: 20 }, (_, at) => `${at + 1}.由县水务局牵头整治河道，六月底前完成。`);
/** A PDF of Latin letters, without a table of its parts: pdf.js looks for them itself. */
const content = `BT /F 12 Tf 50 700 Td ${Array.from({ length: 30 }, (_, at) => `(${at + 1}. The bureau reports each quarter.) Tj 0 -14 Td`).join(' ')} ET`;
const plainPdf = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
  `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
  'trailer<</Root 1 0 R>>',
].join('\n');

const samples: readonly [string, (seed: number) => Uint8Array][] = [
  ['docx', () => docx({ body: lines.map((line) => p(line)).join('') })],
  ['pdf', () => strToU8(plainPdf)],
  ['ofd', () => ofd(set(lines))],
  ['html', (seed) => strToU8(oddPage(seed))],
  ['md', (seed) => strToU8(`# 任务\n\n${oddPage(seed)}`)],
  ['csv', () => strToU8(lines.join(',"县水务局\n",\n'))],
  ['rtf', () => strToU8(`{\\rtf1\\ansi ${lines.map((_, at) => `\\u21439?\\pard ${at}.{\\b x}`).join('\\par ')}}`)],
  ['txt', () => strToU8(lines.join('\n'))],
];

/** The longest pause between two turns of this page while something runs. */
async function stillFor(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let going = true;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (going) port2.postMessage(0);
  };
  port2.postMessage(0);
  await work().finally(() => {
    going = false;
  });
  longest = Math.max(longest, performance.now() - last);
  port1.close();
  return longest;
}

it(`${COUNT} hurt files from seed ${SEED}: read or refused with a code, no script run, no standstill`, {
  timeout: COUNT * 20_000,
}, async () => {
  const uncaught: string[] = [];
  const hear = (event: ErrorEvent | PromiseRejectionEvent) =>
    uncaught.push(String('reason' in event ? event.reason : event.message));
  addEventListener('error', hear);
  addEventListener('unhandledrejection', hear);
  let read = 0;
  for (let seed = SEED; seed < SEED + COUNT; seed++) {
    const [kind, make] = samples[seed % samples.length]!;
    const whole = make(seed);
    // One in ten is left whole: what is only ever refused would prove little.
    const bytes = seed % 10 === 0 ? whole : hurt(whole, seed);
    const still = await stillFor(async () => {
      try {
        const { html } = await openFile(new File([bytes as Uint8Array<ArrayBuffer>], `a.${kind}`));
        document.body.innerHTML = html;
        read++;
      } catch (error) {
        expect(error, `seed ${seed}, ${kind}`).toBeInstanceOf(FormatError);
      }
    });
    expect(still, `seed ${seed}, ${kind}`).toBeLessThan(HANG);
    // A turn for what might have been started by it.
    await new Promise((resolve) => setTimeout(resolve));
    expect('dutymarkFuzz' in globalThis, `seed ${seed}, ${kind}: a script ran`).toBe(false);
    expect(
      document.body.querySelectorAll('script, iframe, object, embed, [onerror], [onload], [href^="javascript"]'),
      `seed ${seed}`,
    ).toHaveLength(0);
  }
  removeEventListener('error', hear);
  removeEventListener('unhandledrejection', hear);
  expect(uncaught).toEqual([]);
  expect(read).toBeGreaterThan(COUNT / 5);
});
