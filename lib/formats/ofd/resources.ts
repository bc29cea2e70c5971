import { type SignTable, signTable } from '../symbols';
import type { FixedFamily } from '../types';
import { childrenOf, textOf, type XmlElement } from '../xml';
import { cleanPath, relativePath, type ZipParts } from '../zip';

export interface OfdFont {
  readonly family: FixedFamily;
  readonly bold: boolean;
  /** Of a font of signs: what its letters are seen as. */
  readonly signs?: SignTable | null;
}

/** What pages refer to by number: fonts, units that are drawn again and again, and the files of pictures. */
export class Resources {
  private readonly fonts = new Map<string, OfdFont>();
  private readonly media = new Map<string, string>();
  private readonly units = new Map<string, XmlElement>();

  constructor(private readonly zip: ZipParts) {}

  /** @param path Of the part whose root element is given; files in it are named from its base location. */
  add(root: XmlElement | null, path: string): void {
    const base = root?.attributes.BaseLoc ?? '';
    for (const font of childrenOf(childOf(root, 'Fonts'), 'Font')) {
      const name = `${font.attributes.FontName ?? ''} ${font.attributes.FamilyName ?? ''}`;
      this.fonts.set(font.attributes.ID ?? '', {
        family: familyOf(name),
        bold: font.attributes.Bold === 'true' || /标宋|bold/i.test(name),
        signs: signTable(font.attributes.FontName) ?? signTable(font.attributes.FamilyName),
      });
    }
    for (const unit of childrenOf(childOf(root, 'CompositeGraphicUnits'), 'CompositeGraphicUnit'))
      this.units.set(unit.attributes.ID ?? '', unit);
    for (const item of childrenOf(childOf(root, 'MultiMedias'), 'MultiMedia')) {
      const file = textOf(childOf(item, 'MediaFile')).trim();
      const places = [relativePath(path, `${base}/${file}`), relativePath(path, file), cleanPath(file)];
      const found = places.find((place) => this.zip.get(place));
      if (file !== '' && found) this.media.set(item.attributes.ID ?? '', found);
    }
  }

  font(id: string | undefined): OfdFont {
    return this.fonts.get(id ?? '') ?? { family: 'song', bold: false };
  }

  /** What a composite object draws; null for what is not there. */
  unit(id: string | undefined): XmlElement | null {
    return this.units.get(id ?? '') ?? null;
  }

  /** A picture a browser can show; null for what is missing or of another kind. */
  picture(id: string | undefined): Blob | null {
    const path = this.media.get(id ?? '');
    const bytes = path === undefined ? undefined : this.zip.get(path);
    const type = bytes && typeOf(bytes);
    return bytes && type ? new Blob([bytes as Uint8Array<ArrayBuffer>], { type }) : null;
  }
}

const childOf = (parent: XmlElement | null, name: string) => childrenOf(parent, name)[0] ?? null;

/** The four faces of official documents, by what fonts of them are called. */
function familyOf(name: string): FixedFamily {
  if (/仿|fang/i.test(name)) return 'fang';
  if (/楷|kai/i.test(name)) return 'kai';
  if (/黑|hei|arial|helvetica|sans/i.test(name)) return 'hei';
  return 'song';
}

/** By their first bytes: names and stated formats are often wrong. */
function typeOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg';
  if (bytes[0] === 0x42 && bytes[1] === 0x4d) return 'image/bmp';
  if (bytes[0] === 0x47 && bytes[1] === 0x49) return 'image/gif';
  return null;
}
