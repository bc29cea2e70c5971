import { readUnits } from '../names/coordination';
import { isCollective, isOrgan } from '../names/organ';
import { answers } from './directives';
import { isNamed } from './doers';
import { readProse } from './prose';
import type { Reading } from './readings';
import { isClosing } from './sections';
import { asNode } from './unit-nodes';

/** So many paragraphs are asked for the line of addressees. */
const opening = 12;
/** Longest line of addressees. */
const longestAddress = 160;
/** A notice asks several: with fewer named doers its sentences may as well report. */
const fewest = 3;
/** Sure enough that a sentence asks: 请, 责成, 由 or a word of duty; not 要 alone. */
const asks = 0.6;

/**
 * A notice without numbers whose running sentences ask its addressees, each for something of its own (请县公安局…；请县市场监管局…): its
 * paragraphs that ask become items. Only where nothing is numbered and nothing else divides the work, and where it is addressed to
 * somebody. `asked` says whether that is so. Cost: linear.
 */
export function withAsked(readings: Reading[]): { readonly readings: Reading[]; readonly asked: boolean } {
  const at = addressAt(readings);
  if (at < 0 || !readings.every(isPlain)) return { readings, asked: false };
  const paragraphs = readings.flatMap((reading, i) => (i > at && isBody(reading) ? [i] : []));
  const told = paragraphs.map((i) => readProse(readings[i]!.paragraph.strand, 0, [], { onlyBy: false, weak: true }));
  const named = told.flat().filter(({ name }) => !isCollective(name) && isNamed(name));
  const sure = new Set(named.filter(({ certainty }) => certainty >= asks).map(({ name }) => name));
  if (sure.size < fewest) return { readings, asked: false };
  const out = [...readings];
  paragraphs.forEach((i, k) => {
    if (told[k]!.length) out[i] = asNode(out[i]!, i, []);
  });
  return { readings: out, asked: true };
}

/** Not numbered, no cell, and divides nothing itself. */
const isPlain = ({ kind, pieces, paragraph }: Reading): boolean =>
  kind === 'text' && !paragraph.cell && pieces.every((p) => !p.drafts.length);

/** A sentence of the notice: no footer, signature or closing word. */
const isBody = ({ paragraph: { furniture, align, strand } }: Reading): boolean =>
  !furniture && align !== 'right' && strand.length >= 12 && !isClosing(strand.text);

/** Where the line of addressees stands, of a paper that answers nobody; -1 where there is none. */
function addressAt(readings: readonly Reading[]): number {
  const at = readings.slice(0, opening).findIndex(isAddress);
  return readings.slice(0, Math.max(0, at)).some(({ paragraph }) => answers.test(paragraph.strand.text)) ? -1 : at;
}

/** 各乡镇人民政府，县直有关单位：a line of units and nothing else. */
function isAddress({ kind, paragraph: { strand, furniture } }: Reading): boolean {
  if (kind !== 'text' || furniture || strand.length > longestAddress || !/[：:]$/.test(strand.text)) return false;
  // 县教育局有关负责人介绍：names one and addresses nobody.
  const { units } = readUnits(strand, 0, strand.length - 1);
  return units.length > 0 && units.every(({ name }) => isCollective(name) || isOrgan(name));
}
