import { strToU8, zipSync } from 'fflate';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const asXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A run of text. */
export const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${asXml(text)}</w:t></w:r>`;

/** A paragraph; `content` is text, or runs. */
export const p = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`;

/** Properties of a paragraph in a list. */
export const inList = (numId: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

export const tc = (content: string, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: string[]) => {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = edges.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:color="000000"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr>${rows.join('')}</w:tbl>`;
};

/** One level of a list. */
export const lvl = (level: number, format: string, text: string, more = '', start = 1) =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
export const abstractNum = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
export const num = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  /** Further parts by path, and further relations of the document. */
  readonly more?: Record<string, string>;
  readonly relations?: string;
}

/** A Word file of the parts given. */
export function docx(parts: DocxParts): Uint8Array {
  const related: string[] = [];
  const files: Record<string, Uint8Array> = {};
  const overrides: string[] = [];
  const add = (name: string, root: string, inner: string | undefined) => {
    if (inner === undefined) return;
    files[`word/${name}.xml`] = strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${w}>${inner}</w:${root}>`);
    related.push(`<Relationship Id="r${name}" Type="${relations}/${name}" Target="${name}.xml"/>`);
    overrides.push(
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`,
    );
  };
  files['[Content_Types].xml'] = new Uint8Array();
  files['_rels/.rels'] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  files['word/document.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><w:document ${w} xmlns:r="${relations}"><w:body>${parts.body}</w:body></w:document>`,
  );
  add('numbering', 'numbering', parts.numbering);
  add('styles', 'styles', parts.styles);
  add('footnotes', 'footnotes', parts.footnotes);
  for (const [path, text] of Object.entries(parts.more ?? {})) files[path] = strToU8(text);
  files['word/_rels/document.xml.rels'] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}${parts.relations ?? ''}</Relationships>`,
  );
  files['[Content_Types].xml'] = strToU8(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${overrides.join('')}</Types>`,
  );
  return zipSync(files);
}
