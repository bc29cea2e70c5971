import { isRaisable, raisedSigns } from '../../text/powers';
import { child, childrenOf, isElement, type XmlElement } from '../xml';

/** A part that needs brackets when it stands in a line beside others. */
const COMPOUND = /[+\-−–×*/÷=＝≤≥<>＋－、，, ]/;
const grouped = (text: string): string => (COMPOUND.test(text) && !/^[（(].*[）)]$/.test(text) ? `(${text})` : text);

const raised = (text: string): string => (isRaisable(text) ? raisedSigns(text) : `^${grouped(text)}`);

/** Parts of a structure that say how it looks, not what it says. */
const silent = new Set(['del', 'moveFrom', 'argPr', 'ctrlPr']);

type Write = (part: (name: string) => string, element: XmlElement) => string;

/** A property of a structure ("begChr"), as its attribute has it. */
const property = (element: XmlElement, name: string): string | undefined =>
  child(child(element, `${element.name}Pr`), name)?.attributes.val;

const isOff = (value: string | undefined): boolean => ['0', 'false', 'off'].includes(value ?? '');

/** How each structure of Office Math (ECMA-376 part 1, 22.1) is written in a line. */
const structures: Readonly<Record<string, Write>> = {
  f: (part, element) => {
    const [top, bottom] = [part('num'), part('den')];
    return property(element, 'type') === 'noBar' ? `(${top} ${bottom})` : `${grouped(top)}/${grouped(bottom)}`;
  },
  sSup: (part) => `${grouped(part('e'))}${raised(part('sup'))}`,
  sSub: (part) => `${part('e')}${part('sub')}`,
  sSubSup: (part) => `${part('e')}${part('sub')}${raised(part('sup'))}`,
  sPre: (part) => `${part('sub')}${part('sup')}${part('e')}`,
  rad: (part, element) => {
    const hide = property(element, 'degHide');
    const hidden = hide !== undefined && !isOff(hide);
    return `${hidden ? '' : part('deg')}√${grouped(part('e'))}`;
  },
  nary: (part, element) => {
    const [from, to] = [part('sub'), part('sup')];
    const range = from || to ? `(${[from, to].filter(Boolean).join('…')})` : '';
    return `${property(element, 'chr') ?? '∫'}${range}${part('e')}`;
  },
  d: (_, element) => {
    const inner = childrenOf(element, 'e').map(mathText);
    const begin = property(element, 'begChr') ?? '(';
    return `${begin}${inner.join(property(element, 'sepChr') ?? '|')}${property(element, 'endChr') ?? ')'}`;
  },
  limLow: (part) => `${part('e')}(${part('lim')})`,
  limUpp: (part) => `${part('e')}(${part('lim')})`,
  eqArr: (_, element) => childrenOf(element, 'e').map(mathText).join('；'),
  m: (_, element) =>
    childrenOf(element, 'mr')
      .map((row) => childrenOf(row, 'e').map(mathText).join('，'))
      .join('；'),
};

/** A formula of Office Math as text in a line, as it would be read out: a/b, √x, x². */
export function mathText(element: XmlElement): string {
  const write = structures[element.name];
  if (write) return write((name) => partText(element, name), element);
  return element.children
    .map((node) => {
      if (!isElement(node)) return element.name === 't' ? node : '';
      if (node.name === 'phant' && isOff(property(node, 'show'))) return '';
      return silent.has(node.name) || node.name.endsWith('Pr') ? '' : mathText(node);
    })
    .join('');
}

function partText(element: XmlElement, name: string): string {
  const part = child(element, name);
  return part ? mathText(part) : '';
}
