import { parseHTML } from 'linkedom/worker';
import { PageFlow } from '../../../lib/formats/layout/flow';
import { recognisedPage } from '../../../lib/formats/layout/recognised';
import { wholePage } from '../../../lib/formats/whole-page';
import type { ReadPage } from '../../../lib/ocr/types';
import { parse } from '../../../lib/policy/parse';
import type { PolicyDocument } from '../../../lib/policy/types';
import { read } from '../../../lib/text/read';
import type { Paper } from './papers';

/** A4 in points. */
const SHEET = { number: 1, turn: 0, width: 595.3, height: 841.9, items: [], rules: [] };

/** What the house makes of a page that was read: its HTML, and the document in it. */
export async function understood(page: ReadPage): Promise<{ html: string; policy: PolicyDocument }> {
  const flow = new PageFlow();
  flow.add(recognisedPage(SHEET, page));
  const { html } = await flow.finish(false);
  return { html, policy: policyOf(html) };
}

export const policyOf = (html: string): PolicyDocument =>
  parse(read(parseHTML(wholePage(html)).document as unknown as Document));

export const textOf = (html: string): string =>
  (parseHTML(wholePage(html)).document.body.textContent ?? '').replace(/\s+/g, '');

/** Edits that make one text the other (Levenshtein), two rows at a time. */
export function edits(a: string, b: string): number {
  let before = Uint32Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint32Array(b.length + 1);
    row[0] = i;
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    before = row;
  }
  return before[b.length]!;
}

/**
 * Wrong, missing and superfluous signs of lines against a text, whatever the order in which lines and paragraphs were put:
 * each line at the place of the text that it is most like.
 */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Assignments as triples, and how many of them agree with those of the paper. */
export function links(paper: Paper, policy: PolicyDocument): { hit: number; found: number; gold: number } {
  const gold = new Set<string>();
  for (const [at, { lead, join, all }] of paper.items.entries()) {
    for (const unit of lead) gold.add(`${at} lead ${unit}`);
    for (const unit of join) gold.add(`${at} participant ${unit}`);
    for (const unit of all) gold.add(`${at} responsible ${unit}`);
  }
  const found = new Set<string>();
  for (const measure of policy.measures) {
    const words = bare(`${measure.title ?? ''}${measure.text}`);
    const at = paper.items.findIndex(({ title }) => near(words, title));
    for (const { role, unit } of measure.assignments) found.add(`${at} ${role} ${unit}`);
  }
  const hit = [...found].filter((triple) => gold.has(triple)).length;
  return { hit, found: found.size, gold: gold.size };
}

/** Whether a title begins a measure, with two signs misread at the most. */
const near = (words: string, title: string): boolean => edits(words.slice(0, title.length), title) <= 2;

export const f1 = ({ hit, found, gold }: { hit: number; found: number; gold: number }): number =>
  (2 * hit) / Math.max(1, found + gold);
