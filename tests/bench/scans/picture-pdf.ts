/** A page of a scanner: a JPEG, of so many dots at 200 an inch. */
export interface PicturePage {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A PDF of nothing but pictures, as scanners write them. */
export function pdfOfPictures(pages: readonly PicturePage[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const starts: number[] = [];
  let length = 0;
  const add = (part: Uint8Array | string) => {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (head: string, stream?: Uint8Array | string) => {
    starts.push(length);
    add(`${starts.length} 0 obj\n${head}`);
    if (stream !== undefined) {
      add('\nstream\n');
      add(stream);
      add('\nendstream');
    }
    add('\nendobj\n');
  };
  add('%PDF-1.4\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  // Each page is three objects: itself, what it shows, its picture.
  const kids = pages.map((_, at) => `${3 + 3 * at} 0 R`).join(' ');
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  for (const [at, { jpeg, width, height }] of pages.entries()) {
    const [wide, high] = [width, height].map((dots) => ((dots * 72) / 200).toFixed(2));
    const shown = `${wide} 0 0 ${high} 0 0 cm /P Do`;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${4 + 3 * at} 0 R /Resources << /XObject << /P ${5 + 3 * at} 0 R >> >> >>`,
    );
    object(`<< /Length ${shown.length} >>`, shown);
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    );
  }
  const table = length;
  const places = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${places}`);
  add(`trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
