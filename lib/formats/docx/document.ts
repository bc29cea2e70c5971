import { escapeHtml } from '../escape';
import { FormatError, type FormatOptions, type FormatWarning, type LocalDocument } from '../types';
import { child, childrenOf, isElement, textOf, type XmlElement } from '../xml';
import { blocksHtml } from './body';
import { makeContext } from './context';
import { boundValue } from './controls';
import { isPlainPaper } from './grounds';
import {
  commentCount,
  type Head,
  type Heads,
  headsOf,
  isImprint,
  isLetterhead,
  plainText,
  watermarksIn,
} from './heads';
import { readNumbering } from './numbering';
import { type Parts, type Relation, relations } from './parts';
import { readStyles } from './styles';

type Read = Pick<LocalDocument, 'html' | 'title' | 'warnings'>;

/**
 * The document in the parts of a package.
 *
 * @param inner opens a document that was inserted into this one
 * @throws FormatError
 */
export async function readDocument(
  parts: Parts,
  options: FormatOptions,
  inner: (bytes: Uint8Array) => Promise<string>,
): Promise<Read> {
  const main = mainPart(parts);
  const root = parts.xml(main);
  if (!root) {
    if (parts.truncated) throw new FormatError('truncated', 'no main part before the break');
    throw new FormatError('damaged', 'a package without a Word document in it');
  }
  options.onProgress?.(0.5);
  const body = child(root, 'body');
  if (!body) throw new FormatError(parts.truncated ? 'truncated' : 'damaged', 'no body');
  const related = relations(parts, main);
  const chunks = await insertedFiles(parts, related, inner);
  const part = (type: string): XmlElement | null => {
    const target = related.find((relation) => relation.type === type && !relation.external)?.target;
    return (target === undefined ? null : parts.xml(target)) ?? parts.xml(`word/${type}.xml`);
  };
  const context = contextOf({ root, part, data: dataParts(parts, related), chunks }, body, options);
  const { html, watermarks } = printed(body, context, headParts(parts, main, related, headsOf(body)));
  const warnings: FormatWarning[] = [...context.warned].map(([code, count]) => ({ code, count }));
  const comments = commentCount(part('comments'));
  if (comments > 0) warnings.push({ code: 'comments-left-out', count: comments });
  if (watermarks.length > 0) warnings.push({ code: 'watermark-left-out', where: watermarks.join('、') });
  if (parts.truncated) warnings.push({ code: 'truncated' });
  // A whole file may name lists that it has not, and Word prints no number then.
  if (parts.truncated && context.numbering.dangling) warnings.push({ code: 'numbering-missing' });
  if (!parts.truncated && parts.malformed(main)) warnings.push({ code: 'malformed-part' });
  if (context.numbering.approximate) warnings.push({ code: 'numbering-approximate' });
  if (hasExternal(parts, related)) warnings.push({ code: 'external-left-out' });
  if (!/\S/.test(html.replace(/<[^<>]*>/g, ''))) throw nothingIn(context);
  options.onProgress?.(1);
  return { html, title: titleOf(parts), warnings };
}

/** Nothing to read, and why: an inserted file that is not read, pictures, or nothing at all. */
function nothingIn({ warned }: Pick<ReturnType<typeof makeContext>, 'warned'>): FormatError {
  if (warned.has('inserted-left-out')) return new FormatError('inserted', 'an inserted file');
  return new FormatError(warned.has('pictures-left-out') || warned.has('objects-left-out') ? 'no-text' : 'empty');
}

interface Beside {
  readonly root: XmlElement;
  /** Another part of the document, by the type of its relation. */
  readonly part: (type: string) => XmlElement | null;
  /** Parts of data that content controls are bound to. */
  readonly data: () => readonly XmlElement[];
  readonly chunks: ReadonlyMap<string, string>;
}

/** Parsed when the first empty control asks for one. */
const dataParts = (parts: Parts, related: readonly Relation[]) => () =>
  [
    ...related.filter(({ type, external }) => type === 'customXml' && !external).map(({ target }) => target),
    'docProps/core.xml',
    'docProps/app.xml',
  ].flatMap((path) => parts.xml(path) ?? []);

function contextOf({ root, part, data, chunks }: Beside, body: XmlElement, options: FormatOptions) {
  const styles = readStyles(part('styles'));
  const blocks = Math.max(1, body.children.length);
  let done = 0;
  let plain: boolean | null = null;
  return makeContext({
    styles,
    numbering: readNumbering(part('numbering'), (styleId) => styles.of(styleId)?.number?.numId),
    notes: { footnote: notes(part('footnotes')), endnote: notes(part('endnotes')) },
    chunks,
    onPlainPaper: () => {
      plain ??= isPlainPaper(root, part('styles'));
      return plain;
    },
    bound: (path) => boundValue(data(), path),
    step() {
      options.signal?.throwIfAborted();
      done++;
      if (done % 64 === 0) options.onProgress?.(Math.min(0.99, 0.5 + (0.5 * done) / (blocks + done / 4)));
    },
  });
}

interface HeadParts {
  readonly head: XmlElement | null;
  readonly foot: XmlElement | null;
  /** Every head there is, for watermarks. */
  readonly all: readonly XmlElement[];
}

/** The head and the foot that belong to the paper, among those of all its pages. */
function headParts(parts: Parts, main: string, related: readonly Relation[], { heads, feet }: Heads): HeadParts {
  const find = (candidates: readonly Head[], belongs: (text: string, own: boolean) => boolean) => {
    for (const { id, own } of candidates) {
      const target = related.find((relation) => relation.id === id && !relation.external)?.target;
      const root = target === undefined || target === main ? null : parts.xml(target);
      if (root && belongs(plainText(root), own)) return root;
    }
    return null;
  };
  const all = related.filter(({ type, external }) => type === 'header' && !external);
  return {
    head: find(heads, isLetterhead),
    foot: find(feet, isImprint),
    all: all.flatMap(({ target }) => parts.xml(target) ?? []),
  };
}

/** The text as it is printed: the letterhead, the body, the imprint, and the notes at the end. */
function printed(
  body: XmlElement,
  context: ReturnType<typeof makeContext>,
  { head, foot, all }: HeadParts,
): { html: string; watermarks: string[] } {
  let html = (head ? blocksHtml(head, context) : '') + blocksHtml(body, context);
  if (foot) html += blocksHtml(foot, context);
  for (let index = 0; index < context.noted.length; index++) {
    const note = context.noted[index]!;
    html += `<aside><p>${escapeHtml(note.mark)}</p>${blocksHtml(note.element, context)}</aside>\n`;
  }
  // Of the head that is printed the words drawn in it were told apart.
  const others = all.filter((root) => root !== head).flatMap(watermarksIn);
  return { html, watermarks: [...new Set([...others, ...context.watermarks])] };
}

/** Files inserted into the document, by their relation. Their readers are loaded when there is one. */
async function insertedFiles(
  parts: Parts,
  related: readonly Relation[],
  inner: (bytes: Uint8Array) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { id, type, target, external } of related) {
    const bytes = type === 'aFChunk' && !external ? parts.bytes(target) : undefined;
    if (!bytes) continue;
    const { chunkHtml } = await import('./chunks');
    const html = await chunkHtml(bytes, inner);
    if (html !== null) found.set(id, html);
  }
  return found;
}

function mainPart(parts: Parts): string {
  const named = relations(parts, '').find(({ type, external }) => type === 'officeDocument' && !external)?.target;
  return named !== undefined && parts.xml(named) ? named : 'word/document.xml';
}

/** Footnotes or endnotes by id; the separators between text and notes are none. */
function notes(root: XmlElement | null): ReadonlyMap<string, XmlElement> {
  const real = childrenOf(root).filter((note) => !/separator/i.test(note.attributes.type ?? ''));
  return new Map(real.map((note) => [note.attributes.id ?? '', note]));
}

/** Templates, pictures and linked parts outside the file: named so that the reader knows; never asked for. */
function hasExternal(parts: Parts, related: readonly Relation[]): boolean {
  const settings = relations(parts, 'word/settings.xml');
  return [...related, ...settings].some((relation) => relation.external && relation.type !== 'hyperlink');
}

/** The title in the file's properties, unless it is one that Word or WPS filled in by itself. */
function titleOf(parts: Parts): string | null {
  const element = parts
    .xml('docProps/core.xml')
    ?.children.filter(isElement)
    .find(({ name }) => name === 'title');
  const text = textOf(element).trim();
  return text === '' || /^(?:word 文档|microsoft word|untitled|normal)/i.test(text) ? null : text;
}
