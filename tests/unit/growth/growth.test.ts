import { describe, expect, it } from 'vitest';
import { finder } from '../../../lib/anchor/find';
import { fold, normalise } from '../../../lib/anchor/normalise';
import { readBackup } from '../../../lib/export/backup';
import { toCsv } from '../../../lib/export/csv';
import { unguarded } from '../../../lib/export/guard';
import { copyName } from '../../../lib/export/name';
import { mayLookOtherwise } from '../../../lib/formats/as-seen';
import { open as openCsv } from '../../../lib/formats/csv';
import { fieldStack } from '../../../lib/formats/docx/field-stack';
import { drawnField } from '../../../lib/formats/docx/fields';
import { isImprint, isLetterhead } from '../../../lib/formats/docx/heads';
import { declaredEncoding, decode } from '../../../lib/formats/encoding';
import { escapeHtml } from '../../../lib/formats/escape';
import { blockHtml } from '../../../lib/formats/markup';
import { isCut } from '../../../lib/formats/mhtml-page';
import { isNoise } from '../../../lib/formats/plausible';
import { open as openRtf } from '../../../lib/formats/rtf';
import { isPage, sniff, textKind } from '../../../lib/formats/sniff';
import { wholePage } from '../../../lib/formats/whole-page';
import { joined, passage } from '../../../lib/page/drafts';
import { hash } from '../../../lib/page/hash';
import { bare } from '../../../lib/page/identity';
import { cleanTag } from '../../../lib/store/limits';
import { rulesOf } from '../../../lib/text/css';
import { fromPlain } from '../../../lib/text/plain';
import { pieces, repeated } from './strings';

const bytes = (text: string) => new TextEncoder().encode(text);
const quietly = (work: () => unknown) => {
  try {
    return work();
  } catch {
    return null;
  }
};

/** Enough to tell, where each sign costs much. */
const some = (text: string) => text.slice(0, 16_000);

/** What meets texts that anybody may have written, outside of the rooms that read the documents themselves. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'formats/sniff': (text) => quietly(() => sniff(bytes(text))),
  'formats/sniff, behind a first line': (text) => quietly(() => sniff(bytes(`a: b\r\n${text}`))),
  'formats/encoding': (text) => decode(bytes(text), declaredEncoding(bytes(text))),
  'formats/mhtml isCut': (text) => isCut(bytes(text)),
  'formats/escape': escapeHtml,
  'formats/csv': (text) => openCsv(bytes(text), 'a.csv').catch(() => null),
  'formats/sniff of a text': (text) => [isPage(bytes(text)), textKind(bytes(`县${text}`))],
  'formats/rtf': (text) => openRtf(bytes(`{\\rtf1 ${some(text)}`), 'a.rtf').catch(() => null),
  'formats/whole-page': wholePage,
  'formats/as-seen': mayLookOtherwise,
  'formats/plausible': (text) => isNoise(some(text)),
  'formats/docx fields': (text) => [
    drawnField(`EQ ${some(text)}`),
    drawnField(`SYMBOL ${text}`),
    drawnField(`QUOTE ${text}`),
  ],
  'formats/docx heads': (text) => [isLetterhead(text, false), isImprint(text)],
  'formats/docx fields in fields': (text) => {
    const stack = fieldStack(() => undefined);
    for (const sign of some(text)) {
      stack.field('begin');
      if (sign === '1') stack.field('separate');
      if (!stack.inFieldCode) stack.printed();
    }
  },
  'text/css': rulesOf,
  'formats/markup': (text) => blockHtml('p', text),
  'export/csv': (text) => toCsv([{ head: text, cell: (row: string) => row }], [text, `=${text}`]),
  'export/guard': unguarded,
  'export/name': (text) => copyName(text),
  'export/backup': (text) => quietly(() => readBackup(`{"format":"${text.replace(/["\\\p{Cc}]/gu, '')}"}`)),
  'anchor/normalise': normalise,
  'anchor/fold': fold,
  'anchor/find, one sign': (text) => finder(fromPlain(text))(text.slice(0, 1), { loose: true }),
  'anchor/find, many signs': (text) => finder(fromPlain(text))(`${text.slice(0, 5000)}终`, { loose: true }),
  'anchor/find, as printed': (text) => finder(fromPlain(text))(text.slice(0, 900), { loose: false }),
  'page/identity': bare,
  'page/drafts joined': joined,
  'page/drafts passage': passage,
  'page/hash': hash,
  'store/limits': (text) => quietly(() => cleanTag(text)),
};

/** Twice as much may take so much longer: 2 and some noise. */
const RATIO = 2.6;
/** Times below this are all noise, in milliseconds. */
const FLOOR = 12;

/** The least of several runs: what else the machine does makes a run longer, never shorter. */
async function least(work: () => unknown, runs: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    await work();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

/** Null where it grows as it should; else the times for a length and for twice as much. */
async function grows(read: (text: string) => unknown, piece: string): Promise<string | null> {
  // From few signs on: what grows without bounds would not come back from many.
  for (let length = 64; length <= 256_000; length *= 2) {
    const [one, two] = [repeated(piece, length), repeated(piece, 2 * length)];
    let long = await least(() => read(two), 1);
    if (long < FLOOR) continue;
    let short = await least(() => read(one), 3);
    long = Math.min(long, await least(() => read(two), 2));
    for (let again = 0; again < 8 && long / short > RATIO; again++) {
      short = Math.max(short, await least(() => read(one), 1));
      long = Math.min(long, await least(() => read(two), 2));
    }
    if (long >= FLOOR && long / short > RATIO) return `${length}: ${short.toFixed(1)} → ${long.toFixed(1)} ms`;
    // Long enough to tell; more would only take longer.
    if (long > 20) return null;
  }
  return null;
}

describe('no text takes longer than its length explains', () => {
  it('is asked of a hundred texts and more', () => {
    expect(new Set(pieces).size).toBeGreaterThanOrEqual(100);
  });

  it.each(Object.keys(readers))('%s', { timeout: 120_000 }, async (name) => {
    const read = readers[name]!;
    await read(repeated('暖', 2000));
    const bad: string[] = [];
    for (const piece of pieces) {
      const said = await grows(read, piece);
      if (said) bad.push(`${JSON.stringify(piece)} ${said}`);
    }
    expect(bad).toEqual([]);
  });
});
