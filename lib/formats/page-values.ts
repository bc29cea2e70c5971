import type { StyleRule } from '../text/css';
import { matching } from '../text/generated';
import { formulaText } from './formula';
import { signsOf, signTable } from './symbols';
import type { XmlElement } from './xml';

/**
 * What a page shows and does not hold as text: values of its form fields, formulas, letters of fonts of signs. Put in their
 * places as text. Changes the document.
 */
export function valuesAsText(document: Document, rules: readonly StyleRule[]): void {
  for (const field of document.querySelectorAll('input, select, textarea')) {
    const value = fieldValue(field);
    if (value) field.replaceWith(document.createTextNode(value));
  }
  for (const formula of document.querySelectorAll('math'))
    formula.replaceWith(
      document.createTextNode(isDeep(formula) ? (formula.textContent ?? '') : formulaText(asXml(formula))),
    );
  signsAsSeen(document, rules);
}

/** Fractions in fractions of a formula, at most: what goes deeper is no formula, and stays its words. */
const DEEPEST = 100;

function isDeep(formula: Element): boolean {
  let level: Element[] = [formula];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((element) => [...element.children]);
  }
  return false;
}

/** Fields to search with are furniture. */
const SEARCH = /search|keyword|query|搜索|检索/i;

function fieldValue(field: Element): string {
  const attribute = (name: string) => field.getAttribute(name) ?? '';
  if (SEARCH.test(`${attribute('name')} ${attribute('id')} ${attribute('class')} ${attribute('type')}`)) return '';
  if (field.closest('[hidden]') || /(?:^|;)\s*display\s*:\s*none/i.test(attribute('style'))) return '';
  if (field.localName === 'textarea') return han(field.textContent ?? '');
  if (field.localName === 'select') {
    const options = [...field.querySelectorAll('option')];
    // The first of a list that nobody chose from is mostly a prompt.
    return han(options.find((option) => option.hasAttribute('selected'))?.textContent ?? '');
  }
  const type = attribute('type').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return opens(field) ? '' : field.hasAttribute('checked') ? '☑' : '□';
  return /^(?:text|)$/.test(type) ? han(attribute('value')) : '';
}

const han = (text: string): string => (/[\p{Script=Han}\d]/u.test(text) ? text.trim() : '');

/** Boxes that fold and unfold a page by its style sheet are hidden, or only their label is to be pressed. */
const opens = (box: Element): boolean =>
  /none|hidden|-\d{3,}px/.test(box.getAttribute('style') ?? '') ||
  box.hasAttribute('hidden') ||
  /展开|收起|更多|全文/.test(
    box.parentElement?.querySelector(`label[for="${box.id.replace(/["\\]/g, '')}"]`)?.textContent ?? '',
  );

function asXml(element: Element): XmlElement {
  const children = [...element.childNodes].flatMap((node): (XmlElement | string)[] => {
    if (node.nodeType === 3) return [node.nodeValue ?? ''];
    return node.nodeType === 1 ? [asXml(node as Element)] : [];
  });
  return { name: element.localName, attributes: {}, children };
}

const FAMILY = /(?:^|;)\s*font(?:-family)?\s*:\s*([^;]*)/i;

/** The first font that a style names. */
const firstFace = (family: string | null | undefined): string | undefined =>
  family
    ?.split(',')[0]
    ?.replace(/^.*\d(?:px|pt|em|%)\s+/, '')
    .replace(/["']/g, '')
    .trim();

/** Letters of Wingdings and its like as the signs they are seen as; inside, another font that is named ends that. */
function signsAsSeen(document: Document, rules: readonly StyleRule[]): void {
  const faces = new Map<Element, string>();
  for (const { selector, pseudo, declarations } of rules) {
    const face = firstFace(declarations.get('font-family'));
    if (pseudo || face === undefined) continue;
    for (const element of matching(document, selector)) faces.set(element, face);
  }
  for (const element of document.querySelectorAll('[style*="font"], font[face]')) {
    const own = FAMILY.exec(element.getAttribute('style') ?? '')?.[1];
    const face = firstFace(element.getAttribute('face') ?? own);
    if (face) faces.set(element, face);
  }
  for (const [element, face] of faces) {
    const table = signTable(face);
    if (table) replaceIn(element, (text) => signsOf(text, table), faces);
  }
}

function replaceIn(element: Element, write: (text: string) => string, faces: ReadonlyMap<Element, string>): void {
  for (const node of element.childNodes) {
    if (node.nodeType === 3) node.nodeValue = write(node.nodeValue ?? '');
    else if (node.nodeType === 1 && !faces.has(node as Element)) replaceIn(node as Element, write, faces);
  }
}
