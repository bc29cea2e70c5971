import { abstractNum, docx, inList, lvl, num, p, r, tbl, tc, tr } from '../unit/formats/write/docx';

/** A paper as it was written: what a reader of any of its files has to find. */
export interface Paper {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Paragraphs outside tables, with the numbers that are printed before them. */
  readonly paragraphs: readonly string[];
  /** Cells of its tables, row by row; those that are covered by others are not there. */
  readonly cells: readonly string[];
}

/** How a paper is set. Sizes in half points, lengths in twentieths of a point. */
interface Shape {
  readonly name: string;
  readonly size: number;
  readonly margin: number;
  readonly landscape?: boolean;
  readonly columns?: number;
  /** First lines begin at the margin. */
  readonly flush?: boolean;
  readonly heads?: boolean;
  readonly table?: boolean;
  readonly spacing?: number;
  readonly mixed?: boolean;
  readonly levels?: readonly [string, string, string];
}

const SHAPES: readonly Shape[] = [
  { name: 'office', size: 32, margin: 1600 },
  { name: 'office-heads', size: 32, margin: 1500, heads: true },
  { name: 'small', size: 21, margin: 1800, table: true },
  { name: 'wide', size: 24, margin: 900, spacing: 480 },
  { name: 'flush', size: 28, margin: 1500, flush: true },
  { name: 'columns', size: 21, margin: 1100, columns: 2 },
  { name: 'columns-heads', size: 20, margin: 1000, columns: 2, heads: true },
  { name: 'landscape', size: 28, margin: 1400, landscape: true, table: true },
  { name: 'mixed', size: 30, margin: 1500, mixed: true },
  { name: 'mixed-table', size: 24, margin: 1300, mixed: true, table: true, heads: true },
  { name: 'western', size: 28, margin: 1600, levels: ['upperRoman', 'decimal', 'decimalEnclosedCircle'] },
  { name: 'legal', size: 30, margin: 1700, levels: ['chineseLegalSimplified', 'chineseCounting', 'decimal'] },
];

const PLACES = ['清源', '东溪', '石泉', '南塘', '白桥', '柳湾', '松岭', '青滩'];
const WORK = ['疏浚河道', '巡查堤防', '加固闸坝', '整修渠系', '清理滩涂', '排查隐患', '更新泵站', '补植林带'];
const UNITS = [
  '县水利局',
  '县应急管理局',
  '县财政局',
  '县自然资源局',
  '县住房城乡建设局',
  '县农业农村局',
  '县交通运输局',
  '县林业局',
];
const CLAUSES = [
  '对辖区内的河段逐一登记造册，建立问题清单和责任清单',
  '按照轻重缓急安排资金，优先保障群众反映强烈的项目',
  '每月底前向领导小组办公室报送进展，遇有重大情况随时报告',
  '加强与上下游乡镇的沟通衔接，形成联防联控的工作合力',
  '对整改不到位的及时督办，督办情况纳入年度考核',
  '充分听取村组干部和群众代表的意见，接受社会监督',
];
const MIXED = ['GIS平台（V2.0）', '3.5公里', '98.6%的COD指标', 'PPP项目12个', '“一河一策”', '2027—2029年'];

/** A run of numbers that is the same each time: papers are invented once. */
function dice(seed: number): (below: number) => number {
  let state = seed * 7919 + 17;
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

const pick = <T>(list: readonly T[], roll: (below: number) => number): T => list[roll(list.length)] as T;

function sentence(roll: (below: number) => number, mixed: boolean): string {
  const count = 1 + roll(4);
  const clauses = Array.from({ length: count }, () => pick(CLAUSES, roll));
  if (mixed) clauses.splice(roll(count + 1), 0, `用好${pick(MIXED, roll)}等成果`);
  return `${clauses.join('，')}。`;
}

/** One paper: a title, chapters, items with units, a table where the shape has one, an ending. */
export function papers(): Paper[] {
  return SHAPES.map((shape, index) => paper(shape, dice(index + 1)));
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八'];
const LEGAL = ['壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌'];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** What the three levels of each kind of list print. */
function numbersOf(levels: Shape['levels']): ((at: number) => string)[] {
  if (!levels) return [(at) => `${CHINESE[at]}、`, (at) => `（${CHINESE[at]}）`, (at) => `${at + 1}.`];
  const write: Readonly<Record<string, (at: number) => string>> = {
    upperRoman: (at) => ROMAN[at]!,
    decimal: (at) => `${at + 1}`,
    decimalEnclosedCircle: (at) => String.fromCharCode(0x2460 + at),
    chineseLegalSimplified: (at) => LEGAL[at]!,
    chineseCounting: (at) => CHINESE[at]!,
  };
  const [first, second, third] = levels.map((level) => write[level]!) as [
    (at: number) => string,
    (at: number) => string,
    (at: number) => string,
  ];
  return [(at) => `${first(at)}、`, (at) => `（${second(at)}）`, (at) => `${third(at)}．`];
}

function paper(shape: Shape, roll: (below: number) => number): Paper {
  const out: string[] = [];
  const paragraphs: string[] = [];
  const cells: string[] = [];
  const numbers = numbersOf(shape.levels);
  const face = `<w:rFonts w:ascii="Noto Serif CJK SC" w:hAnsi="Noto Serif CJK SC" w:eastAsia="Noto Serif CJK SC"/><w:sz w:val="${shape.size}"/>`;
  const indent = shape.flush ? '' : `<w:ind w:firstLine="${shape.size * 20}"/>`;
  const line = shape.spacing ? `<w:spacing w:line="${shape.spacing}" w:lineRule="exact"/>` : '';
  const add = (text: string, level: number | null, at: number, own = indent) => {
    const list = level === null ? '' : inList(1, level);
    out.push(p(r(text, face), `${list}${line}${own}`));
    paragraphs.push(level === null ? text : numbers[level]!(at) + text);
  };
  const place = pick(PLACES, roll);
  out.push(
    p(
      r(`${place}县河道管护工作方案`, `<w:b/>${face.replace(/w:val="\d+"/, `w:val="${shape.size + 8}"`)}`),
      '<w:jc w:val="center"/>',
    ),
  );
  paragraphs.push(`${place}县河道管护工作方案`);
  add(`为做好${place}县河道管护工作，${sentence(roll, shape.mixed ?? false)}`, null, 0);
  for (let chapter = 0; chapter < 3; chapter++) {
    add(['总体要求', '重点任务', '保障措施'][chapter]!, 0, chapter);
    for (let item = 0; item < 3 + roll(3); item++) {
      add(`${pick(WORK, roll)}。${sentence(roll, shape.mixed ?? false)}`, 1, item);
      for (let part = 0; part < roll(3); part++) add(sentence(roll, shape.mixed ?? false), 2, part);
      add(`牵头单位：${pick(UNITS, roll)}`, null, 0);
      add(`配合单位：${Array.from({ length: 2 + roll(5) }, () => pick(UNITS, roll)).join('、')}`, null, 0);
    }
  }
  if (shape.table) out.push(table(roll, face, cells));
  add('本方案自印发之日起施行。', null, 0);
  return { name: shape.name, bytes: file(shape, out.join(''), place), paragraphs, cells };
}

function table(roll: (below: number) => number, face: string, cells: string[]): string {
  const cell = (text: string, width: number, more = '') => {
    cells.push(text);
    return tc(p(r(text, face)), more).replace('w:w="2400"', `w:w="${width}"`);
  };
  const widths = [900, 3600, 1900, 1700];
  const rows = [tr(...['序号', '工作任务', '责任单位', '完成时限'].map((text, at) => cell(text, widths[at]!)))];
  for (let row = 0; row < 12; row++)
    rows.push(
      tr(
        cell(`${row + 1}`, 900),
        cell(`${pick(WORK, roll)}，${pick(CLAUSES, roll)}`, 3600),
        cell(pick(UNITS, roll), 1900),
        cell(`2027年${1 + roll(12)}月底前`, 1700),
      ),
    );
  return tbl(...rows).replace(
    '</w:tblPr>',
    `</w:tblPr><w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>`,
  );
}

function file(shape: Shape, body: string, place: string): Uint8Array {
  const [first, second, third] = shape.levels ?? ['chineseCounting', 'chineseCounting', 'decimal'];
  const mark = shape.levels ? '．' : '.';
  const nothing = '<w:suff w:val="nothing"/>';
  const numbering =
    abstractNum(
      0,
      lvl(0, first, '%1、', nothing),
      lvl(1, second, '（%2）', nothing),
      lvl(2, third, `%3${mark}`, nothing),
    ) + num(1, 0);
  const [width, height] = shape.landscape ? [16838, 11906] : [11906, 16838];
  const section = `<w:sectPr>${shape.heads ? '<w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/>' : ''}<w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="1440" w:right="${shape.margin}" w:bottom="1440" w:left="${shape.margin}" w:header="700" w:footer="700"/>${shape.columns ? `<w:cols w:num="${shape.columns}" w:space="600"/>` : ''}</w:sectPr>`;
  const space =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const field = (code: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return docx({
    body: body + section,
    numbering,
    ...(shape.heads && {
      more: {
        'word/h.xml': `<w:hdr ${space}>${p(`${place}县河道管护文件汇编`)}</w:hdr>`,
        'word/f.xml': `<w:ftr ${space}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field('PAGE')}</w:p></w:ftr>`,
      },
      relations: `<Relationship Id="h" Type="${type}/header" Target="h.xml"/><Relationship Id="f" Type="${type}/footer" Target="f.xml"/>`,
    }),
  });
}
