import { child, childrenOf, parseXml, type XmlElement } from '../xml';
import { relativePath, type ZipParts } from '../zip';

/** The parts of a Word document, packed in a zip or written into one XML file. */
export interface Parts {
  /** A part's root element; null when there is none, or nothing in it. */
  xml(path: string): XmlElement | null;
  /** A part that is no XML. */
  bytes(path: string): Uint8Array | undefined;
  /** The part is malformed; read as far as it goes. */
  malformed(path: string): boolean;
  readonly truncated: boolean;
}

export interface Relation {
  readonly id: string;
  /** Its last word: "styles". */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/**
 * Those of a zip; each part is parsed when it is first asked for.
 *
 * @param more unpacks a part that is not among those unpacked
 */
export function zipParts(zip: ZipParts, more: (path: string) => Uint8Array | undefined = () => undefined): Parts {
  const parsed = new Map<string, ReturnType<typeof parseXml> | null>();
  const read = (path: string) => {
    let found = parsed.get(path);
    if (found === undefined) {
      const bytes = zip.get(path);
      found = bytes ? parseXml(bytes) : null;
      parsed.set(path, found);
    }
    return found;
  };
  return {
    xml: (path) => read(path)?.root ?? null,
    malformed: (path) => read(path)?.malformed ?? false,
    bytes: (path) => zip.get(path) ?? more(path),
    truncated: zip.truncated,
  };
}

/** Those of a package written into one file (`pkg:package`). */
export function flatParts(root: XmlElement, malformed: boolean): Parts {
  const parts = new Map(
    childrenOf(root, 'part').map((part) => [
      (part.attributes.name ?? '').replace(/^\//, '').toLowerCase(),
      childrenOf(child(part, 'xmlData'))[0] ?? null,
    ]),
  );
  return {
    xml: (path) => parts.get(path.toLowerCase()) ?? null,
    malformed: () => malformed,
    bytes: () => undefined,
    truncated: malformed,
  };
}

/** The relations of a part; those of the package itself for ''. */
export function relations(parts: Parts, part: string): Relation[] {
  const name = part.split('/').pop() ?? '';
  const root = parts.xml(relativePath(part, part === '' ? '_rels/.rels' : `_rels/${name}.rels`));
  return childrenOf(root, 'Relationship').map(({ attributes }) => ({
    id: attributes.Id ?? '',
    type: (attributes.Type ?? '').split('/').pop() ?? '',
    target: relativePath(part, attributes.Target ?? ''),
    external: attributes.TargetMode === 'External',
  }));
}
