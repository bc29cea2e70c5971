import { childrenOf, isElement, type XmlElement } from './xml';

const COMPOUND = /[+\-−–×*/÷=＝≤≥<>＋－、，, ]/;
const grouped = (text: string): string => (COMPOUND.test(text) && !/^[（(].*[）)]$/.test(text) ? `(${text})` : text);
const RAISED: Readonly<Record<string, string>> = { '0': '⁰', '1': '¹', '2': '²', '3': '³', n: 'ⁿ' };

/** A formula of MathML as text in a line: a/b, √x, x². Structures beyond those are written one part after the other. */
export function formulaText(element: XmlElement): string {
  const parts = childrenOf(element)
    .filter(({ name }) => !/^annotation/.test(name))
    .map(formulaText);
  const [first = '', second = ''] = parts;
  switch (element.name) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√${grouped(parts.join(''))}`;
    case 'mroot':
      return `${second}√${grouped(first)}`;
    case 'msup':
      return `${grouped(first)}${RAISED[second] ?? `^${grouped(second)}`}`;
    case 'mtr':
      return parts.join('，');
    case 'mtable':
      return parts.join('；');
    default:
      if (parts.length > 0) return parts.join('');
      return element.children.map((node) => (isElement(node) ? '' : node.trim())).join('');
  }
}
