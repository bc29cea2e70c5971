import { isImprint } from '../docx/heads';
import { PageFlow } from '../layout/flow';
import { MOST_NOISE, readableText } from '../layout/readable';
import { unusable, withRecognised } from '../layout/recognised';
import { COVER, suspectPages } from '../layout/scan';
import type { RawItem } from '../layout/types';
import { slicer } from '../slices';
import { type Format, FormatError, type FormatOptions, type FormatWarning, type LocalDocument } from '../types';
import { child, childrenOf, parseXml, textOf, type XmlElement } from '../xml';
import { cleanPath, openZip, relativePath, type ZipParts } from '../zip';
import { type OfdPage, PageDrawing } from './page';
import { Resources } from './resources';

/** More pages than any policy has; keeps a hostile file from holding the machine. */
const mostPages = 3000;

/**
 * OFD (GB/T 33190), the national fixed layout: a zip of XML. No well-kept reader of it exists on the registry. Producers
 * disagree on prefixes, namespaces and how they write paths, so all of these are read leniently.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const wanted = options.pages ? /\.(?:xml|png|jpe?g|bmp|gif)$/i : /\.xml$/i;
  const zip = openZip(bytes, (path) => wanted.test(path) && !/(?:^|\/)(?:Tags|Attachs?)\//i.test(path));
  options.onProgress?.(0.2);
  return { name, format: 'ofd', fields: {}, ...(await readPackage(zip, options)) };
};

type Package = Pick<LocalDocument, 'html' | 'title' | 'warnings' | 'pages' | 'scans' | 'recognised'>;

async function readPackage(zip: ZipParts, options: FormatOptions): Promise<Package> {
  const entry = part(zip, 'OFD.xml');
  if (!entry && !zip.truncated && zip.names.some((name) => /encrypt/i.test(name)))
    throw new FormatError('locked', 'an encrypted OFD');
  if (!entry && !zip.truncated) throw new FormatError('damaged', 'a zip without OFD.xml');
  const none = { count: 0, pictures: 0, shapes: 0, notes: 0, stamps: 0, broken: 0, missing: 0, hidden: 0 };
  const state: Reading = { zip, options, raw: [], warnings: [], ...none };
  const bodies = childrenOf(entry, 'DocBody');
  const roots = bodies.map((body) => textOf(child(body, 'DocRoot')).trim()).filter(Boolean);
  for (const root of roots.length > 0 ? roots : ['Doc_0/Document.xml']) await readDocument(root, state);

  if (state.count === 0) throw new FormatError(zip.truncated ? 'truncated' : 'damaged', 'no page');
  const { scanned, lost, scans, ...flow } = await flowOf(state);
  const known = options.recognised;
  const warnings = [...state.warnings, ...flow.warnings];
  if (zip.truncated) warnings.push({ code: 'truncated' });
  else if (state.broken > 0) warnings.push({ code: 'malformed-part', count: state.broken });
  if (state.pictures > 0 && !known) warnings.push({ code: 'pictures-left-out', count: state.pictures });
  if (state.notes > 0) warnings.push({ code: 'comments-left-out', count: state.notes });
  if (state.stamps > 0) warnings.push({ code: 'stamps-left-out', count: state.stamps });
  if (state.missing > 0) warnings.push({ code: 'objects-left-out', count: state.missing });
  if (state.hidden > 0) warnings.push({ code: 'hidden-left-out', count: state.hidden });
  const attached = zip.names.filter((path) => /(?:^|\/)Attachs?\/.*[^/]$/i.test(path) && !/\.xml$/i.test(path)).length;
  if (attached > 0) warnings.push({ code: 'attached-left-out', count: attached });
  if (bodies.some((body) => child(body, 'Signatures'))) warnings.push({ code: 'seals-not-checked' });
  if (options.pages) warnings.push({ code: 'drawing-approximate' });
  if (lost > 0 && (!known || scans.length > 0)) warnings.push({ code: 'font-unreadable', count: lost });
  if (known) warnings.push({ code: 'recognised', count: state.raw.filter(({ number }) => known.has(number)).length });
  const seen = flow.pages.some((page) => page.pictures);
  if (flow.html === '' && !seen)
    throw new FormatError(state.pictures + state.shapes > 0 ? 'no-text' : 'empty', 'no text on any page');
  if (flow.blank + scanned > 0) warnings.push({ code: 'pages-without-text', count: flow.blank + scanned });
  options.onProgress?.(1);
  const title = textOf(child(child(bodies[0], 'DocInfo'), 'Title')).trim() || null;
  return {
    html: flow.html,
    title,
    warnings,
    pages: options.pages ? flow.pages : undefined,
    ...(scans.length > 0 && { scans }),
    ...(flow.recognised && { recognised: flow.recognised }),
  };
}

/**
 * The pages as running text.
 *
 * @throws FormatError where all there is to read is noise, or stamps on pictures of pages
 */
async function flowOf({ raw, options }: Reading) {
  const { pages, signs, lost } = readableText(withoutTemplates(raw));
  const known = options.recognised;
  if (!known && signs > 0 && lost > signs * MOST_NOISE)
    throw new FormatError('unreadable-font', `${lost} of ${signs} signs`);
  const scans = new Set(suspectPages(pages).filter((index) => pages[index]!.covered >= COVER));
  const pictures = new Set([...pages.keys()].filter((index) => scans.has(index) || isPicture(pages[index]!)));
  const left = unusable(raw, pages, pictures).filter((index) => !known?.has(pages[index]!.number));
  const blank = pages.filter(({ items, turned }) => items.length + (turned?.length ?? 0) === 0).length;
  const all = !known && scans.size > 0 && scans.size + blank >= pages.length;
  if (all && !options.pages) throw new FormatError('no-text', 'pictures of pages');
  const flow = new PageFlow();
  for (const page of withRecognised(pages, known)) flow.add(all ? { ...page, items: [], turned: [] } : page);
  const read = await flow.finish(options.pages ?? false, options.signal);
  const scanned = all ? 0 : left.filter((index) => scans.has(index)).length;
  return { ...read, scanned, lost, scans: left.map((index) => pages[index]!.number) };
}

/** A template prints on the first page that has it what belongs to the paper; on others, and at the foot, what returns. */
function withoutTemplates(pages: readonly OfdPage[]): OfdPage[] {
  if (!pages.some(({ items }) => items.some(({ template }) => template === 'again'))) return [...pages];
  return pages.map((page) => {
    const isFoot = ({ y, text }: RawItem) => y > 0.88 * page.height && !isImprint(text);
    const returns = (item: RawItem) => item.template === 'again' || (item.template === 'first' && isFoot(item));
    return { ...page, items: page.items.filter((item) => !returns(item)), running: page.items.filter(returns) };
  });
}
/** Nothing but something to look at. */
const isPicture = ({ items, turned = [], covered }: OfdPage): boolean =>
  items.length + turned.length === 0 && covered > 0;

interface Reading {
  readonly zip: ZipParts;
  readonly options: FormatOptions;
  readonly raw: OfdPage[];
  count: number;
  readonly warnings: FormatWarning[];
  pictures: number;
  shapes: number;
  notes: number;
  stamps: number;
  /** Units that are used and are not there. */
  missing: number;
  /** Pages with text that is there and not drawn. */
  hidden: number;
  /** Pages whose XML ends early or breaks off. */
  broken: number;
}

async function readDocument(root: string, state: Reading): Promise<void> {
  const { zip, options } = state;
  const path = cleanPath(root);
  const document = part(zip, path);
  if (!document) return;
  const common = child(document, 'CommonData');
  const templates = new Map(
    childrenOf(common, 'TemplatePage').map((item) => [item.attributes.ID ?? '', item.attributes.BaseLoc ?? '']),
  );
  const resources = new Resources(zip);
  for (const kind of ['PublicRes', 'DocumentRes']) {
    for (const item of childrenOf(common, kind)) {
      const place = textOf(item).trim();
      resources.add(part(zip, place, path), relativePath(path, place));
    }
  }
  const notes = annotationParts(zip, path, document);
  const pages = childrenOf(child(document, 'Pages'), 'Page');
  if (pages.length > mostPages) state.warnings.push({ code: 'limit-reached', count: mostPages });
  const cache = new Map<string, XmlElement | null>();
  const slice = slicer(options.signal);
  for (const [index, item] of pages.slice(0, mostPages).entries()) {
    await slice();
    state.count++;
    const page = part(zip, item.attributes.BaseLoc ?? '', path, () => state.broken++);
    if (!page) {
      state.warnings.push({ code: 'page-unreadable', page: state.count });
      continue;
    }
    const base = item.attributes.BaseLoc ?? '';
    for (const own of childrenOf(page, 'PageRes')) {
      const place = textOf(own).trim();
      // Beside the page, which is named from the document; some count from the top.
      const at = [relativePath(path, base), base].find((from) => zip.get(relativePath(from, place))) ?? base;
      resources.add(part(zip, place, at), relativePath(at, place));
    }
    const drawing = new PageDrawing(resources);
    for (const use of childrenOf(page, 'Template')) {
      const location = templates.get(use.attributes.TemplateID ?? '');
      if (location === undefined) continue;
      const again = cache.has(location);
      if (!again) cache.set(location, part(zip, location, path));
      drawing.template(cache.get(location), again);
    }
    drawing.content(page);
    const note = notes.get(item.attributes.ID ?? '');
    if (note !== undefined) drawing.annotations(part(zip, note));
    state.notes += drawing.notes;
    state.stamps += drawing.stamps;
    state.pictures += drawing.pictures;
    state.shapes += drawing.shapes;
    state.missing += drawing.missing;
    state.raw.push(drawing.finish(state.count, child(page, 'Area') ?? child(common, 'PageArea')));
    if (drawing.hidden) state.hidden++;
    options.onProgress?.(0.2 + (0.7 * (index + 1)) / pages.length);
  }
}

/** A part's root element, by its path as written in the part `from`; some producers count every path from the top. */
function part(zip: ZipParts, path: string, from?: string, onBroken?: () => void): XmlElement | null {
  if (path === '') return null;
  const places = from === undefined ? [path] : [relativePath(from, path), cleanPath(path)];
  for (const place of places) {
    const bytes = zip.get(place);
    if (!bytes) continue;
    const { root, malformed } = parseXml(bytes);
    if (malformed) onBroken?.();
    return root;
  }
  return null;
}

/** Paths of the annotation parts by page. */
function annotationParts(zip: ZipParts, from: string, document: XmlElement): Map<string, string> {
  const location = textOf(child(document, 'Annotations')).trim();
  const list = part(zip, location, from);
  const base = zip.get(relativePath(from, location)) ? relativePath(from, location) : cleanPath(location);
  return new Map(
    childrenOf(list, 'Page').flatMap((page) => {
      const file = textOf(child(page, 'FileLoc')).trim();
      const path = [relativePath(base, file), relativePath(from, file), cleanPath(file)].find((place) =>
        zip.get(place),
      );
      return path === undefined ? [] : [[page.attributes.PageID ?? '', path] as const];
    }),
  );
}
