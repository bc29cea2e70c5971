import { child, childrenOf, type XmlElement } from '../xml';

/** A paragraph's reference to a list: `numId` "0" takes a paragraph out of the list of its style. */
export interface NumberReference {
  readonly numId?: string;
  readonly level?: number;
}

/** What a style says, everything it inherits included. */
export interface Style {
  readonly id: string;
  readonly name: string;
  readonly number?: NumberReference;
  /** 0 to 8 for a heading. */
  readonly outline?: number;
  readonly align?: string;
  readonly hidden?: boolean;
  readonly bold?: boolean;
  /** The font of Latin letters, which is that of signs. */
  readonly font?: string;
  /** Raised or lowered letters. */
  readonly vertical?: string;
}

export interface Styles {
  /** The style of a paragraph or run; of a paragraph without one the default style. */
  of(id: string | undefined): Style | undefined;
}

/** An on/off property: present without a value is on. Undefined when absent. */
export function toggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(properties, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(found.attributes.val ?? '1');
}

/** The font that a run's properties name for letters and signs. */
export function fontOf(properties: XmlElement | undefined): string | undefined {
  const fonts = child(properties, 'rFonts');
  return fonts?.attributes.ascii ?? fonts?.attributes.hAnsi ?? fonts?.attributes['h-ansi'];
}

/** The list a `w:pPr` names, if any. */
export function numberReference(properties: XmlElement | undefined): NumberReference | undefined {
  const found = child(properties, 'numPr');
  if (!found) return undefined;
  const level = Number.parseInt(child(found, 'ilvl')?.attributes.val ?? '', 10);
  return { numId: child(found, 'numId')?.attributes.val, level: Number.isNaN(level) ? undefined : level };
}

/** `w:outlineLvl` as a number from 0; 9 means body text and counts as none. */
export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const value = Number.parseInt(child(properties, 'outlineLvl')?.attributes.val ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

/** Reads `styles.xml`. */
export function readStyles(root: XmlElement | null): Styles {
  const raw = new Map<string, XmlElement>();
  let defaultId: string | undefined;
  for (const style of childrenOf(root, 'style')) {
    const id = style.attributes.styleId;
    if (id === undefined) continue;
    raw.set(id, style);
    const isDefault = style.attributes.default === '1' || style.attributes.default === 'true';
    if (isDefault && style.attributes.type === 'paragraph') defaultId = id;
  }
  const resolved = new Map<string, Style | undefined>();
  const resolve = (id: string): Style | undefined => {
    if (resolved.has(id)) return resolved.get(id);
    // Set before the parent is asked: a style based on itself ends here.
    resolved.set(id, undefined);
    const element = raw.get(id);
    if (!element) return undefined;
    const basedOn = child(element, 'basedOn')?.attributes.val;
    const style = merge(id, element, basedOn === undefined ? undefined : resolve(basedOn));
    resolved.set(id, style);
    return style;
  };
  return {
    of(id) {
      const known = id !== undefined && raw.has(id) ? id : defaultId;
      return known === undefined ? undefined : resolve(known);
    },
  };
}

function merge(id: string, element: XmlElement, parent: Style | undefined): Style {
  const paragraph = child(element, 'pPr');
  const run = child(element, 'rPr');
  const own = numberReference(paragraph);
  const name = child(element, 'name')?.attributes.val ?? id;
  return {
    id,
    name,
    number: own
      ? { numId: own.numId ?? parent?.number?.numId, level: own.level ?? parent?.number?.level }
      : parent?.number,
    outline: outlineLevel(paragraph) ?? headingOfName(name) ?? parent?.outline,
    align: child(paragraph, 'jc')?.attributes.val ?? parent?.align,
    hidden: toggle(run, 'vanish') ?? parent?.hidden,
    bold: toggle(run, 'b') ?? parent?.bold,
    font: fontOf(run) ?? parent?.font,
    vertical: child(run, 'vertAlign')?.attributes.val ?? parent?.vertical,
  };
}

/** Built-in heading styles are known by name even where they state no outline level. */
function headingOfName(name: string): number | undefined {
  const level = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}
