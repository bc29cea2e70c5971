import { readDocument } from './docx/document';
import { flatParts } from './docx/parts';
import { type Format, FormatError } from './types';
import { parseXml, type XmlElement } from './xml';

/**
 * Word documents written as one XML file, mostly under the name of a .doc: the package of today (`pkg:package`) and the form
 * of 2003 (`w:wordDocument`), in which a number stands as it was printed.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const { root, malformed } = parseXml(bytes);
  if (!root) throw new FormatError('damaged', 'no XML');
  const parts = root.name === 'package' ? flatParts(root, malformed) : flatParts(asPackage(root), malformed);
  const read = await readDocument(parts, options, () => Promise.reject(new FormatError('unsupported')));
  return { name, format: 'wordxml', fields: {}, ...read };
};

/** The form of 2003 as parts of a package: its body and its styles go by the same names inside. */
function asPackage(root: XmlElement): XmlElement {
  const part = (name: string, inner: XmlElement): XmlElement => ({
    name: 'part',
    attributes: { name },
    children: [{ name: 'xmlData', attributes: {}, children: [inner] }],
  });
  const styles = root.children.find((node): node is XmlElement => typeof node !== 'string' && node.name === 'styles');
  return {
    name: 'package',
    attributes: {},
    children: [part('word/document.xml', root), ...(styles ? [part('word/styles.xml', styles)] : [])],
  };
}
