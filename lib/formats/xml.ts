import { SaxesParser } from 'saxes';

/**
 * An element with prefixes stripped from its name and its attributes: office and OFD producers disagree on prefixes and
 * even on namespaces, never on local names. Where two attributes share a local name the first one counts.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
}
export type XmlNode = XmlElement | string;

export interface XmlDocument {
  readonly root: XmlElement | null;
  /** The part was not well-formed; the tree holds what came through. */
  readonly malformed: boolean;
}

/** Deeper than any real document; keeps recursive readers away from the end of the stack. */
const deepest = 400;

/**
 * Reads XML without a DOM, so that it works in workers and in Node. Entities of a document type are never expanded (an
 * entity bomb stays a few characters) and nothing outside is loaded. Broken XML gives the tree up to and around the
 * fault.
 */
export function parseXml(bytes: Uint8Array): XmlDocument {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [top];
  let malformed = false;
  let beyond = 0;
  parser.on('error', () => {
    malformed = true;
  });
  parser.on('opentag', (tag) => {
    if (open.length > deepest) {
      beyond++;
      malformed = true;
      return;
    }
    const element: XmlElement = {
      name: localName(tag.name),
      attributes: localAttributes(tag.attributes),
      children: [],
    };
    open[open.length - 1]!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (beyond > 0) beyond--;
    else if (open.length > 1) open.pop();
  });
  const text = (data: string) => {
    if (beyond === 0 && open.length > 1) open[open.length - 1]!.children.push(data);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    // What was cut off inside a sign ends with a sign that stands for none.
    parser.write(withoutLoose(decodeXml(bytes))).close();
  } catch {
    malformed = true;
  }
  return { root: top.children.find(isElement) ?? null, malformed };
}

/** XML says its encoding by a byte order mark or in its first line; UTF-8 otherwise. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = String.fromCharCode(...bytes.subarray(0, 100));
  const named = /^[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const none: Readonly<Record<string, string>> = Object.freeze({});

function localAttributes(attributes: Record<string, string>): Readonly<Record<string, string>> {
  let result: Record<string, string> | null = null;
  for (const key in attributes) {
    result ??= Object.create(null) as Record<string, string>;
    const name = localName(key);
    if (!(name in result)) result[name] = attributes[key]!;
  }
  return result ?? none;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** First child element of that name. */
export function child(element: XmlElement | null | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined;
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node;
  return undefined;
}

/** All child elements, of that name if one is given. */
export function childrenOf(element: XmlElement | null | undefined, name?: string): XmlElement[] {
  if (!element) return [];
  return element.children.filter((node): node is XmlElement => isElement(node) && (!name || node.name === name));
}

/** All elements of that name at any depth, in document order; does not look inside a found one. */
export function descendants(element: XmlElement | null | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const collect = (within: XmlElement): void => {
    for (const node of within.children) {
      if (!isElement(node)) continue;
      if (node.name === name) found.push(node);
      else collect(node);
    }
  };
  if (element) collect(element);
  return found;
}

/** All text inside, joined. */
export function textOf(element: XmlElement | null | undefined): string {
  if (!element) return '';
  return element.children.map((node) => (isElement(node) ? textOf(node) : node)).join('');
}

/** A text without the signs that stand for none at its end. */
function withoutLoose(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\ufffd') end--;
  return text.slice(0, end);
}
