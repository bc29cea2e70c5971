import type { PolicyDocument } from '../policy/types';
import { RADICALS } from '../text/radicals';
import type { LinearText } from '../text/types';
import { createHash, hash } from './hash';

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
  const steps = identitySteps(policy, text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in small steps. */
export function* identitySteps(policy: PolicyDocument, text: LinearText): Generator<void, DocumentIdentity> {
  const essence = createHash();
  for (const piece of essenceOf(policy, text)) {
    essence.add(`${bare(piece)}\n`);
    yield;
  }
  const fingerprint = essence.value();
  const title = bare(policy.title ?? '');
  const number = bare(policy.docNumber ?? '');
  return { id: title && number ? `doc-${hash(`${number}\n${title}`)}` : `text-${fingerprint}`, fingerprint };
}

function* essenceOf(policy: PolicyDocument, { text, blocks }: LinearText): Generator<string> {
  for (const { heading } of policy.sections) yield heading;
  for (const { span } of policy.measures) yield text.slice(span.start, span.end);
  if (policy.measures.length > 0) return;
  for (const { start, end, furniture } of blocks) {
    if (!furniture && end - start >= MIN_BLOCK) yield text.slice(start, end);
  }
}

/** Signs other than plain Chinese ones and figures, once reduced. A document uses some hundreds. */
const reduced = new Map<string, string>();

function reduce(sign: string): string {
  let known = reduced.get(sign);
  if (known === undefined) {
    known = (RADICALS.get(sign) ?? sign)
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase();
    if (reduced.size > 5000) reduced.clear();
    reduced.set(sign, known);
  }
  return known;
}

/** A text reduced to what it says: letters, figures and signs that distinguish, in one width. */
export function bare(text: string): string {
  let out = '';
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    // Most of a document; taken over in runs.
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39)) {
      at++;
      continue;
    }
    out += text.slice(from, at);
    const sign = code >= 0xd800 && code <= 0xdbff ? text.slice(at, at + 2) : text[at]!;
    out += reduce(sign);
    at += sign.length;
    from = at;
  }
  return out + text.slice(from);
}
