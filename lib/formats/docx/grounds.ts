import { child, childrenOf, isElement, type XmlElement } from '../xml';

/** What may lie behind words: shading, a table in a style of its own, a shape, a picture. */
const GROUNDS = new Set(['shd', 'highlight', 'tblStyle', 'drawing', 'pict', 'object']);

/** Says that there is no colour. */
const isNone = ({ name, attributes: { val, fill } }: XmlElement): boolean =>
  (name === 'shd' && /^(?:nil|clear)?$/i.test(val ?? '') && /^(?:auto|ffffff)?$/i.test(fill ?? '')) ||
  (name === 'highlight' && /^(?:none|white)$/i.test(val ?? ''));

/**
 * Whether a document is printed on plain paper, so that white words are not seen. What lies behind a single word is not asked:
 * where anything in the document is coloured, white words stay.
 */
export function isPlainPaper(root: XmlElement, styles: XmlElement | null): boolean {
  if (child(root, 'background')) return false;
  const shaded = childrenOf(styles, 'style').filter(({ attributes }) => attributes.type !== 'table');
  return ![root, ...shaded].some(holdsGround);
}

const holdsGround = (element: XmlElement): boolean =>
  element.children.some((node) => isElement(node) && ((GROUNDS.has(node.name) && !isNone(node)) || holdsGround(node)));
