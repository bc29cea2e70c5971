import { RADICALS } from '../anchor/radicals';
import type { PolicyDocument } from '../policy/types';
import type { LinearText } from '../text/types';
import { hash } from './hash';

/** What a document is known by, wherever it is seen. */
export interface DocumentIdentity {
  /** Of the document: the same at http and https, on a mirror, in a reprint and in the downloaded file. */
  readonly id: string;
  /** Of what it says: changes when its text does. */
  readonly fingerprint: string;
}

/** Blocks shorter than this are buttons, dates and crumbs more often than text. */
const MIN_BLOCK = 16;

/**
 * A document is known by what it says: its number and title where it prints both, else its text. The fingerprint is
 * taken over its measures and headings (over all longer blocks where it has none), without white space, punctuation
 * variants, widths and PDF radicals, so that the site's frame around it, line breaks and the file format do not matter.
 */
export function documentIdentity(policy: PolicyDocument, text: LinearText): DocumentIdentity {
  const fingerprint = hash(essence(policy, text));
  const title = bare(policy.title ?? '');
  const number = bare(policy.docNumber ?? '');
  return { id: title && number ? `doc-${hash(`${number}\n${title}`)}` : `text-${fingerprint}`, fingerprint };
}

function essence(policy: PolicyDocument, { text, blocks }: LinearText): string {
  if (policy.measures.length > 0) {
    const sections = policy.sections.map((section) => bare(section.heading));
    const measures = policy.measures.map(({ span }) => bare(text.slice(span.start, span.end)));
    return [...sections, ...measures].join('\n');
  }
  return blocks
    .filter((block) => !block.furniture && block.end - block.start >= MIN_BLOCK)
    .map((block) => bare(text.slice(block.start, block.end)))
    .join('\n');
}

const RADICAL = /[\u2e80-\u2ef3]/g;

/** A text reduced to what it says: letters, figures and signs that distinguish, in one width. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(RADICAL, (sign) => RADICALS.get(sign) ?? sign)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
