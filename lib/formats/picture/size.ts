/** Kinds of pictures that can be opened. */
export type PictureKind = 'png' | 'jpeg' | 'webp' | 'bmp' | 'gif';

export interface PictureSize {
  readonly kind: PictureKind;
  /** In pixels, as it is shown: a photograph may say that it is to be turned. */
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a picture by its first bytes, before anything of it is unpacked: a small file may hold a picture that fills
 * the memory of any machine. Null for what is no picture that we know, or says no size.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 26) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = png(view) ?? jpeg(view) ?? webp(view) ?? bmp(view) ?? gif(view);
  return found && found.width > 0 && found.height > 0 ? found : null;
}

const latin = (view: DataView, at: number, length: number): string =>
  String.fromCharCode(
    ...Array.from({ length }, (_, index) => (at + index < view.byteLength ? view.getUint8(at + index) : 0)),
  );

function png(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x89504e47 || latin(view, 12, 4) !== 'IHDR') return null;
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): PictureSize | null {
  if (!/^GIF8[79]a$/.test(latin(view, 0, 6))) return null;
  return { kind: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function bmp(view: DataView): PictureSize | null {
  if (latin(view, 0, 2) !== 'BM' || view.getUint32(14, true) < 40) return null;
  return { kind: 'bmp', width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

/** Its three forms: one of a video's key frame, one without loss, one with parts. */
function webp(view: DataView): PictureSize | null {
  if (latin(view, 0, 4) !== 'RIFF' || latin(view, 8, 4) !== 'WEBP' || view.byteLength < 30) return null;
  const form = latin(view, 12, 4);
  if (form === 'VP8 ')
    return { kind: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return form === 'VP8X' ? { kind: 'webp', width: three(24), height: three(27) } : null;
}

/** Its segments up to the one that begins the picture; on the way what the camera says of its stand (Exif). */
function jpeg(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let turned = false;
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xe1) turned ||= isTurned(view, at + 4, length - 2);
    // Frames: all of C0 to CF but tables (C4), extensions (C8) and arithmetic conditions (CC).
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { kind: 'jpeg', ...(turned ? { width: height, height: width } : { width, height }) };
    }
    at += 2 + Math.max(2, length);
  }
  return null;
}

/** Whether Exif says that the picture lies on its side (tag 0x0112, values 5 to 8). */
function isTurned(view: DataView, at: number, length: number): boolean {
  const end = Math.min(view.byteLength, at + length);
  if (end - at < 20 || latin(view, at, 4) !== 'Exif') return false;
  const start = at + 6;
  const little = latin(view, start, 2) === 'II';
  const table = start + view.getUint32(start + 4, little);
  if (table < start || table + 2 > end) return false;
  const count = view.getUint16(table, little);
  for (let entry = 0; entry < count; entry++) {
    const place = table + 2 + 12 * entry;
    if (place + 12 > end) return false;
    if (view.getUint16(place, little) === 0x0112) return view.getUint16(place + 8, little) >= 5;
  }
  return false;
}

/** Pixels a picture may have: an A3 sheet at 600 dots an inch, 280 MB unpacked. */
const MOST_PIXELS = 72_000_000;
/** Browsers draw nothing that is longer on a side. */
const MOST_SIDE = 16_384;

export const isTooLarge = ({ width, height }: Pick<PictureSize, 'width' | 'height'>): boolean =>
  width * height > MOST_PIXELS || Math.max(width, height) > MOST_SIDE;
