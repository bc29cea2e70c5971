const hex = (text: string) =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

/** Operators that show a line at a place, y downwards on A4. @param font F1, or V, which runs down the page. */
export const show = (x: number, y: number, text: string, font: 'F1' | 'V' = 'F1'): string =>
  `BT /${font} 14 Tf 1 0 0 1 ${x} ${842 - y} Tm <${hex(text)}> Tj ET`;

/**
 * A PDF of pages by their operators.
 *
 * @param more further objects by number (20 to 99), and what stands in the dictionaries of pages, resources and the catalogue
 */
export function rawPdf(
  pages: readonly string[],
  {
    objects = {},
    fonts = '',
    resources = '',
    page = '',
    catalog = '',
  }: {
    readonly objects?: Readonly<Record<number, string>>;
    readonly fonts?: string;
    readonly resources?: string;
    readonly page?: string;
    readonly catalog?: string;
  } = {},
): Uint8Array {
  const all = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, `<< /Type /Pages /Kids [${pages.map((_, at) => `${101 + 2 * at} 0 R`).join(' ')}] /Count ${pages.length} >>`],
    [3, '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>'],
    [
      4,
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>',
    ],
    [
      5,
      '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
    ],
    [6, '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-V /DescendantFonts [4 0 R] >>'],
    ...Object.entries(objects).map(([number, text]) => [Number(number), text] as const),
    ...pages.flatMap((content, at): [number, string][] => [
      [100 + 2 * at, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
      [
        101 + 2 * at,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${100 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R /V 6 0 R ${fonts} >> ${resources} >> ${page} >>`,
      ],
    ]),
  ]);
  let file = '%PDF-1.7\n';
  const places = new Map<number, number>();
  for (const [number, text] of all) {
    places.set(number, file.length);
    file += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const size = Math.max(...all.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${size}\n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}
