import { child, type XmlElement } from '../xml';

/**
 * The colour an object is filled or drawn with, as CSS has it; undefined for black and for what is not known. Values are
 * three numbers of 0 to 255, in hexadecimal where `#` stands before them; other colour spaces are left alone.
 */
export function colourOf(object: XmlElement, kind: 'FillColor' | 'StrokeColor'): string | undefined {
  const colour = child(object, kind);
  const words = (colour?.attributes.Value ?? '').trim().split(/[\s,]+/);
  if (words.length !== 3) return undefined;
  const values = words.map((word) =>
    word.startsWith('#') ? Number.parseInt(word.slice(1), 16) : Number.parseFloat(word),
  );
  if (values.some((value) => !(value >= 0 && value <= 255)) || values.every((value) => value < 40)) return undefined;
  return `rgb(${values.map(Math.round).join(' ')})`;
}

/** Drawn so lightly that what lies under it is read: a low opacity (0 to 255), or a light colour. */
export function isPale(object: XmlElement): boolean {
  const fill = child(object, 'FillColor');
  const opacity = Number(object.attributes.Alpha ?? 255) * (Number(fill?.attributes.Alpha ?? 255) / 255);
  if (opacity < 110) return true;
  const values = colourOf(object, 'FillColor')?.match(/\d+/g) ?? [];
  return values.length === 3 && values.every((value) => Number(value) >= 165);
}
