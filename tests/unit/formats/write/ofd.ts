import { strToU8, zipSync } from 'fflate';
import type { Sheet } from './layout';

const mm = (points: number) => ((points * 25.4) / 72).toFixed(3);
const asXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Pages of an OFD file; `prefix` and `pagePath` as some producer likes them. */
export function ofd(
  sheets: readonly Sheet[],
  { prefix = 'ofd:', folder = 'Pages/Page_', more = {} as Record<string, string> } = {},
): Uint8Array {
  const space = `xmlns${prefix ? `:${prefix.slice(0, -1)}` : ''}="http://www.ofdspec.org/2016"`;
  const tag = (name: string, inner: string, attributes = '') =>
    `<${prefix}${name} ${attributes}>${inner}</${prefix}${name}>`;
  const files: Record<string, Uint8Array> = {};
  const put = (path: string, root: string, inner: string) => {
    files[path] = strToU8(`<?xml version="1.0" encoding="UTF-8"?>${tag(root, inner, space)}`);
  };
  put('OFD.xml', 'OFD', tag('DocBody', tag('DocInfo', tag('DocID', '1')) + tag('DocRoot', 'Doc_0/Document.xml')));
  const area = tag('PageArea', tag('PhysicalBox', '0 0 210 297'));
  const pages = sheets.map((_, index) => `<${prefix}Page ID="${index + 1}" BaseLoc="${folder}${index}/Content.xml"/>`);
  put('Doc_0/Document.xml', 'Document', tag('CommonData', area) + tag('Pages', pages.join('')));
  for (const [index, sheet] of sheets.entries()) {
    const texts = sheet.texts.map(({ x, y, size, text, turn, font = 1, light = 0 }) => {
      const steps = [...text].slice(1).map((_, at) => mm(/[\u0020-\u024f]/.test(text[at]!) ? size / 2 : size));
      const code = tag('TextCode', asXml(text), `X="0" Y="${mm(size)}" DeltaX="${steps.join(' ')}"`);
      const [cos, sin] = [Math.cos(((turn ?? 0) * Math.PI) / 180), Math.sin(((turn ?? 0) * Math.PI) / 180)];
      // Turned about the left end of the base line, which lies a size below the corner.
      const shift = `${mm(-sin * size)} ${mm(size - cos * size)}`;
      const matrix = turn
        ? ` CTM="${cos.toFixed(5)} ${(-sin).toFixed(5)} ${sin.toFixed(5)} ${cos.toFixed(5)} ${shift}"`
        : '';
      const level = Math.round(light * 255);
      return tag(
        'TextObject',
        `${light ? `<${prefix}FillColor Value="${level} ${level} ${level}"/>` : ''}${code}`,
        `Boundary="${mm(x)} ${mm(y - size)} 150 8" Size="${mm(size)}" Font="${font}"${matrix}`,
      );
    });
    const rules = sheet.rules.map(({ x1, y1, x2, y2 }) => {
      const data = tag('AbbreviatedData', `M 0 0 L ${mm(x2 - x1)} ${mm(y2 - y1)}`);
      return tag('PathObject', data, `Boundary="${mm(x1)} ${mm(y1)} 150 1"`);
    });
    const path = folder.startsWith('/') ? folder.slice(1) : `Doc_0/${folder}`;
    put(`${path}${index}/Content.xml`, 'Page', tag('Content', tag('Layer', [...rules, ...texts].join(''))));
  }
  for (const [path, text] of Object.entries(more)) files[path] = strToU8(text);
  return zipSync(files);
}
