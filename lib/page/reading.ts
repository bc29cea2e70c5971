import type { TextIndex } from '../anchor/index';
import { buildIndex } from '../anchor/index';
import type { PolicyDocument } from '../policy/types';
import { drain } from '../text/pause';
import { type ReadOptions, read, readSteps } from '../text/read';
import type { DomText, Span } from '../text/types';
import type { Engine } from './engine';
import { type DocumentIdentity, identitySteps } from './identity';
import type { PageErrorCode } from './types';

/** One revision of a page, read. */
export interface PageReading {
  readonly text: DomText;
  readonly policy: PolicyDocument;
  readonly identity: DocumentIdentity;
  readonly index: TextIndex;
}

/** A page that could not be read, for a reason that can be told. */
export class PageError extends Error {
  constructor(
    readonly code: PageErrorCode,
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}

/** What is told of a failure; what nobody foresaw is also said to whoever looks for the fault. */
export function codeOf(reason: unknown): PageErrorCode {
  if (reason instanceof PageError) return reason.code;
  console.debug('[dutymark] read:', reason);
  return 'read-failed';
}

/** Beyond this a page is a database, no document; it would hold the memory of the tab. In UTF-16 units. */
const MAX_TEXT = 20_000_000;

/** Share of the progress that walking the page takes; parsing takes the rest. */
const WALK_SHARE = 0.2;

/** Walks the page. A page that changes under the walk is walked once more, at one go. */
export async function walkPage(root: Element | Document, options: ReadOptions, signal: AbortSignal): Promise<DomText> {
  let text: DomText;
  try {
    text = await drain(readSteps(root, options), { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    text = read(root, options);
  }
  if (text.blocks.length === 0) throw new PageError('empty-page');
  if (text.text.length > MAX_TEXT) throw new PageError('too-large');
  return text;
}

/** Reads the document that a text holds. */
export async function readDocument(
  text: DomText,
  engine: Engine,
  signal: AbortSignal,
  onProgress: (progress: number) => void,
): Promise<PageReading> {
  onProgress(WALK_SHARE);
  const policy = await engine.parse(text, signal, (done) => {
    onProgress(WALK_SHARE + (1 - WALK_SHARE) * Math.min(1, Math.max(0, done)));
  });
  const identity = await drain(identitySteps(policy, text), { signal });
  return { text, policy, identity, index: buildIndex(text, policy) };
}

/** Whether two readings of a page print the same. */
export function sameText(a: DomText, b: DomText): boolean {
  return a.text === b.text && a.blocks.length === b.blocks.length;
}

/** From the first measure to the last: where even a small change counts. */
export function bodyOf({ policy }: PageReading): Span | null {
  const first = policy.measures[0];
  const last = policy.measures[policy.measures.length - 1];
  return first && last ? { start: first.span.start, end: last.span.end } : null;
}

/** The same document in other words around it: under whatever name it is kept, it stays that one. */
export function renamed(next: PageReading, before: PageReading | null): PageReading {
  return before?.identity.fingerprint === next.identity.fingerprint ? { ...next, identity: before.identity } : next;
}
