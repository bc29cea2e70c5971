import type { SetText, Sheet } from './layout';
import { lock } from './lock';

/**
 * A PDF of the sheets, its Chinese font named and not embedded, as small government PDFs have it.
 *
 * @param how `password` to lock it by; `sideways`: all text runs up the page; `picture`: one fills each page; `notes`: the
 *   annotations of the first page, as objects.
 */
export function pdf(
  sheets: readonly Sheet[],
  how: {
    readonly password?: string;
    readonly sideways?: boolean;
    readonly picture?: boolean;
    readonly notes?: readonly string[];
  } = {},
): Uint8Array {
  const locked = how.password === undefined ? null : lock(how.password);
  const place = ({ x, y, turn }: SetText) => {
    if (how.sideways) return `0 1 -1 0 ${y} ${x} Tm`;
    if (!turn) return `${x} ${842 - y} Td`;
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map((part) =>
      part.toFixed(5),
    );
    return `${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${842 - y} Tm`;
  };
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  const font = '3 0 R';
  objects.push(
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
  );
  // A second font, so that the two are not taken for one.
  objects.push(
    objects[2]!.replace('4 0 R', '7 0 R').replace('SimSun', 'SimHei'),
    objects[3]!.replace('[1 95 500', '[1 94 500'),
  );
  objects.push(
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n \nendstream',
  );
  const kids: string[] = [];
  for (const sheet of sheets) {
    const texts = sheet.texts.map(
      (item) =>
        `BT ${item.light ?? 0} g /F${item.font ?? 1} ${item.size} Tf ${place(item)} <${utf16(item.text)}> Tj ET`,
    );
    const rules = sheet.rules.map(({ x1, y1, x2, y2 }) => `${x1} ${842 - y1} m ${x2} ${842 - y2} l S`);
    const content = [...(how.picture ? ['q 595 0 0 842 0 0 cm /P Do Q'] : []), ...rules, ...texts].join('\n');
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F1 ${font} /F2 6 0 R >> /XObject << /P 8 0 R >> >> ${kids.length === 0 && how.notes ? `/Annots [${how.notes.join(' ')}]` : ''} >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${locked?.object(index + 1, object) ?? object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${locked?.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

/** A string of a PDF in UTF-16, as notes and fields hold it. */
export const pdfString = (text: string) => `<feff${utf16(text)}>`;

const utf16 = (text: string) =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('');
