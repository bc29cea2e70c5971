import { escapeHtml } from '../escape';
import { type Format, FormatError, type FormatOptions, type FormatWarning, type LocalDocument } from '../types';
import { child, childrenOf, isElement, parseXml, textOf, type XmlElement } from '../xml';
import { openZip, relativePath, type ZipParts } from '../zip';
import { blocksHtml } from './body';
import { makeContext } from './context';
import { readNumbering } from './numbering';
import { readStyles } from './styles';

/**
 * Word documents (.docx), read from their XML. mammoth was weighed and left: it drops automatic numbers, and its document
 * model has no place to put them back.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const zip = openZip(bytes, (path) => /\.(?:xml|rels)$/i.test(path) && !/(?:^|\/)(?:theme|media)\//i.test(path));
  options.onProgress?.(0.2);
  return { name, format: 'docx', fields: {}, ...readPackage(zip, options) };
};

function readPackage(zip: ZipParts, options: FormatOptions): Pick<LocalDocument, 'html' | 'title' | 'warnings'> {
  const main = mainPart(zip);
  const bytes = zip.get(main);
  if (!bytes) {
    if (zip.truncated) throw new FormatError('truncated', 'no main part before the break');
    throw new FormatError('damaged', 'a zip without a Word document in it');
  }
  const document = parseXml(bytes);
  options.onProgress?.(0.5);
  const body = child(document.root, 'body');
  if (!body) throw new FormatError(zip.truncated ? 'truncated' : 'damaged', 'no body');

  const related = relations(zip, main);
  const part = (type: string): XmlElement | null => {
    const target = related.find((relation) => relation.type === type && !relation.external)?.target;
    const found = target === undefined ? undefined : zip.get(target);
    return found ? parseXml(found).root : null;
  };
  const styles = readStyles(part('styles') ?? fallback(zip, 'word/styles.xml'));
  const numbering = readNumbering(
    part('numbering') ?? fallback(zip, 'word/numbering.xml'),
    (styleId) => styles.of(styleId)?.number?.numId,
  );
  const blocks = Math.max(1, body.children.length);
  let done = 0;
  const context = makeContext({
    styles,
    numbering,
    notes: { footnote: notes(part('footnotes')), endnote: notes(part('endnotes')) },
    step() {
      options.signal?.throwIfAborted();
      done++;
      if (done % 64 === 0) options.onProgress?.(Math.min(0.99, 0.5 + (0.5 * done) / (blocks + done / 4)));
    },
  });

  let html = blocksHtml(body, context);
  for (let index = 0; index < context.noted.length; index++) {
    const note = context.noted[index]!;
    html += `<aside><p>${escapeHtml(note.mark)}</p>${blocksHtml(note.element, context)}</aside>\n`;
  }
  const warnings: FormatWarning[] = [...context.warned].map(([code, count]) => ({ code, count }));
  if (zip.truncated) warnings.push({ code: 'truncated' });
  else if (document.malformed) warnings.push({ code: 'malformed-part' });
  if (numbering.approximate) warnings.push({ code: 'numbering-approximate' });
  if (hasExternal(zip, related)) warnings.push({ code: 'external-left-out' });
  if (!/\S/.test(html.replace(/<[^<>]*>/g, ''))) throw new FormatError('no-text', 'no text in the body');
  options.onProgress?.(1);
  return { html, title: title(zip), warnings };
}

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** The relations of a part; their type is shortened to its last word ("styles"). */
function relations(zip: ZipParts, part: string): Relation[] {
  const name = part.split('/').pop() ?? '';
  const bytes = zip.get(relativePath(part, part === '' ? '_rels/.rels' : `_rels/${name}.rels`));
  if (!bytes) return [];
  return childrenOf(parseXml(bytes).root, 'Relationship').map(({ attributes }) => ({
    type: (attributes.Type ?? '').split('/').pop() ?? '',
    target: relativePath(part, attributes.Target ?? ''),
    external: attributes.TargetMode === 'External',
  }));
}

function mainPart(zip: ZipParts): string {
  const named = relations(zip, '').find((relation) => relation.type === 'officeDocument' && !relation.external)?.target;
  return named !== undefined && zip.get(named) ? named : 'word/document.xml';
}

const fallback = (zip: ZipParts, path: string) => {
  const bytes = zip.get(path);
  return bytes ? parseXml(bytes).root : null;
};

/** Footnotes or endnotes by id; the separators between text and notes are none. */
function notes(root: XmlElement | null): ReadonlyMap<string, XmlElement> {
  const real = childrenOf(root).filter((note) => !/separator/i.test(note.attributes.type ?? ''));
  return new Map(real.map((note) => [note.attributes.id ?? '', note]));
}

/** Templates, pictures and linked parts outside the file: named so that the reader knows; never asked for. */
function hasExternal(zip: ZipParts, related: readonly Relation[]): boolean {
  const settings = relations(zip, 'word/settings.xml');
  return [...related, ...settings].some((relation) => relation.external && relation.type !== 'hyperlink');
}

/** The title in the file's properties, unless it is one that Word or WPS filled in by itself. */
function title(zip: ZipParts): string | null {
  const bytes = zip.get('docProps/core.xml');
  if (!bytes) return null;
  const root = parseXml(bytes).root;
  const element = root?.children.filter(isElement).find((node) => node.name === 'title');
  const text = textOf(element).trim();
  return text === '' || /^(?:word 文档|microsoft word|untitled|normal)/i.test(text) ? null : text;
}
