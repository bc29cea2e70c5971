import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as CFB from 'cfb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFile } from '../../../lib/formats/registry';
import { FormatError } from '../../../lib/formats/types';
import { findOffice } from '../../lib/browsers.mjs';
import { abstractNum, docx, inList, lvl, num, p, r, tbl, tc, tr } from './write/docx';
import { linesOf, measuresOf } from './write/read';

const office = findOffice();
if (!office) console.warn('LibreOffice is not on this machine: round trips through it are not tested.');

const filler = '各级各部门要提高思想认识，强化协同配合，细化任务举措，把各项要求落到实处。';
const tasks = [
  [
    '开展河道整治',
    '县水利局',
    '县自然资源局、县生态环境局、县农业农村局、县住房城乡建设局、县城市管理局、县公安局、县财政局，各乡镇人民政府',
  ],
  ['保护饮用水源', '县生态环境局', '县水利局、县卫生健康委员会、县发展和改革委员会、县市场监督管理局、县交通运输局'],
  ['推进污水处理', '县住房城乡建设局', '县财政局、县发展和改革委员会'],
  ['加强执法监督', '县公安局', '县司法局、县水利局、县生态环境局、县自然资源局、县农业农村局、县市场监督管理局'],
] as const;

const centered = '<w:jc w:val="center"/>';
const body = [
  p('临澜县水环境治理工作方案', centered),
  p('总体要求', inList(1)),
  p(filler),
  p('重点任务', inList(1)),
  ...tasks.flatMap(([title, lead, others]) => [
    p(`${title}。${filler.repeat(4)}`, inList(1, 1)),
    p(`牵头单位：${lead}`),
    p(`参加单位：${others}`),
  ]),
  p('保障措施', inList(1)),
  p(`加强组织领导。${filler}`, inList(1, 1)),
].join('');
const numbering = abstractNum(0, lvl(0, 'chineseCounting', '%1、'), lvl(1, 'chineseCounting', '（%2）')) + num(1, 0);
const numbers = ['（一）', '（二）', '（三）', '（四）'];
/** The same as somebody would have typed it into a page. */
const page = [
  '<p>临澜县水环境治理工作方案</p><p>一、总体要求</p>',
  `<p>${filler}</p><p>二、重点任务</p>`,
  ...tasks.map(
    ([title, lead, others], index) =>
      `<p>${numbers[index]}${title}。${filler.repeat(4)}</p><p>牵头单位：${lead}</p><p>参加单位：${others}</p>`,
  ),
  `<p>三、保障措施</p><p>（一）加强组织领导。${filler}</p>`,
].join('');

const header = tr(...['序号', '工作任务', '牵头单位', '参加单位'].map((text) => tc(text)));
const tableBody =
  p('临澜县水环境治理任务分工表', centered) +
  tbl(
    header,
    ...Array.from({ length: 8 }, () => tasks)
      .flat()
      .map(([title, lead, others], index) => tr(tc(`${index + 1}`), tc(`${title}，${filler}`), tc(lead), tc(others))),
  );

const change = (kind: 'ins' | 'del', inner: string) =>
  `<w:${kind} w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z">${inner}</w:${kind}>`;
/** A cell over two columns. */
const wide = (text: string) => tc(text, '<w:gridSpan w:val="2"/>').replace('w:w="2400"', 'w:w="4800"');
/** What old files keep apart from the text: changes, hidden words, numbers by style, signs, cells that span. */
const odd = [
  p('公务用车管理事项', centered),
  p(
    `${r('清理车辆，2026年')}${change('del', '<w:r><w:delText>6</w:delText></w:r>')}${change('ins', r('9'))}${r('月底前完成。')}`,
    inList(1),
  ),
  p(r('内部意见，不印发。', '<w:vanish/>'), `${inList(1)}<w:rPr><w:vanish/></w:rPr>`),
  p(`${r('核对台账。')}${r('（内部：已核）', '<w:vanish/>')}${r('按月上报。')}`, inList(1)),
  p('车辆编号', inList(1, 1)),
  p('保险日期', inList(1, 1)),
  p('报废更新', inList(1)),
  p(`${r('R', '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>')}${r('已办')}`),
  tbl(
    tr(tc('序号'), wide('事项'), tc('单位')),
    tr(tc('1', '<w:vMerge w:val="restart"/>'), tc('清理'), tc('登记'), tc('县财政局')),
    tr(tc('', '<w:vMerge/>'), wide('核对'), tc('县审计局')),
  ),
  p('以上事项请于年底前办结。'),
].join('');
const oddLines = [
  '公务用车管理事项',
  '一、清理车辆，2026年9月底前完成。',
  '二、核对台账。按月上报。',
  '（一）车辆编号',
  '（二）保险日期',
  '三、报废更新',
  '☑已办',
  ...['序号', '事项', '单位', '1', '清理', '登记', '县财政局', '核对', '县审计局'],
  '以上事项请于年底前办结。',
];

const folder = office ? mkdtempSync(join(tmpdir(), 'dutymark-formats-')) : '';
const sources = {
  text: docx({ body, numbering }),
  table: docx({ body: tableBody }),
  odd: docx({ body: odd, numbering }),
};

const openAt = (name: string, options = {}) => {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  return openFile({ name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer }, options);
};
const openBytes = (bytes: Uint8Array) =>
  openFile({ name: 'a.docx', size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer });

/** @returns whether it did: a LibreOffice without Writer reads no Word file. */
async function convert(to: string, into: string, names: readonly string[]): Promise<boolean> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile').replaceAll('\\', '/')}`;
  const args = [
    profile,
    '--headless',
    '--convert-to',
    to,
    '--outdir',
    into,
    ...names.map((name) => join(folder, name)),
  ];
  await promisify(execFile)(office!, args, { timeout: 100_000 });
  return names.every((name) => existsSync(join(into, name.replace(/\w+$/, to.split(':')[0]!))));
}

for (const [name, bytes] of Object.entries(sources)) if (office) writeFileSync(join(folder, `${name}.docx`), bytes);
const writer = office ? await convert('pdf', folder, ['text.docx', 'table.docx']) : false;
if (office && !writer) console.warn('LibreOffice Writer is not on this machine: round trips are not tested.');

describe.runIf(writer)('through LibreOffice', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    // A second Word file, written by another program than the first.
    expect(await convert('odt', folder, ['text.docx', 'table.docx'])).toBe(true);
    expect(await convert('docx', join(folder, 'again'), ['text.odt', 'table.odt'])).toBe(true);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('automatic numbers are those that it prints', async () => {
    const printed = linesOf((await openAt('text.pdf')).html);
    expect(linesOf((await openBytes(sources.text)).html)).toEqual(linesOf(page));
    expect(printed.map((line) => line.replace(/\s/g, ''))).toEqual(linesOf(page));
  });

  it('pdf and docx give the measures and units of the page, over page breaks inside an assignment', async () => {
    const wanted = measuresOf(page);
    expect(wanted.length).toBeGreaterThanOrEqual(4);
    for (const name of ['text.pdf', 'text.docx', 'again/text.docx'])
      expect(measuresOf((await openAt(name)).html), name).toEqual(wanted);
  });

  it('an assignment table over several pages stays one table with the same measures', async () => {
    const wanted = measuresOf((await openBytes(sources.table)).html);
    expect(wanted).toHaveLength(32);
    for (const name of ['table.pdf', 'again/table.docx']) {
      const { html } = await openAt(name);
      expect(html.match(/<table/g), name).toHaveLength(1);
      expect(measuresOf(html), name).toEqual(wanted);
    }
  });

  it('an old Word file gives its text, tables and numbers', {
    timeout: 120_000,
  }, async () => {
    expect(await convert('doc', folder, ['text.docx', 'table.docx', 'odd.docx'])).toBe(true);
    const table = await openAt('table.doc');
    expect(table).toMatchObject({ format: 'doc', warnings: [] });
    expect(measuresOf(table.html)).toEqual(measuresOf((await openBytes(sources.table)).html));
    const text = await openAt('text.doc');
    expect(text.warnings).toEqual([]);
    expect(linesOf(text.html)).toEqual(linesOf(page));

    const odd = await openAt('odd.doc');
    expect(linesOf(odd.html)).toEqual(oddLines);
    expect(linesOf((await openBytes(sources.odd)).html)).toEqual(oddLines);
    expect(odd.warnings?.map(({ code }) => code).sort()).toEqual(['changes-accepted', 'hidden-left-out']);
    const cells = (html: string) => html.replace(/\n|<\/?(?:p|strong)[^>]*>/g, '').match(/<table>.*<\/table>/)?.[0];
    expect(cells(odd.html)).toBe(cells((await openBytes(sources.odd)).html));

    // Another document inside it is not the document, wherever the container lists its streams.
    const container = CFB.read(readFileSync(join(folder, 'text.doc')), { type: 'buffer' });
    const inner = CFB.read(readFileSync(join(folder, 'table.doc')), { type: 'buffer' });
    for (const name of ['WordDocument', '1Table', '0Table']) {
      const content = CFB.find(inner, `/${name}`)?.content;
      if (content) CFB.utils.cfb_add(container, `/ObjectPool/_100/${name}`, content as never);
    }
    writeFileSync(join(folder, 'holder.doc'), CFB.write(container, { type: 'buffer' }) as Uint8Array);
    const holder = await openAt('holder.doc');
    expect(holder.html).toBe(text.html);
    expect(holder.warnings).toEqual([{ code: 'objects-left-out', count: 1 }]);

    const whole = readFileSync(join(folder, 'text.doc'));
    for (let tenth = 0; tenth < 10; tenth++) {
      const bytes = new Uint8Array(whole.subarray(0, Math.floor((whole.length * tenth) / 10) + 1));
      const cut = { name: 'a.doc', size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer };
      const found = await openFile(cut).catch((error: unknown) => error);
      if (found instanceof Error) expect(found, `${tenth}/10`).toBeInstanceOf(FormatError);
    }
  });

  it('an encrypted pdf asks for its password', async () => {
    const option = (value: string, type = 'string') => ({ type, value });
    const how = { EncryptFile: option('true', 'boolean'), DocumentOpenPassword: option('qinghe') };
    expect(await convert(`pdf:writer_pdf_Export:${JSON.stringify(how)}`, join(folder, 'locked'), ['text.docx'])).toBe(
      true,
    );
    await expect(openAt('locked/text.pdf')).rejects.toMatchObject({ code: 'encrypted' });
    await expect(openAt('locked/text.pdf', { password: 'x' })).rejects.toMatchObject({ code: 'wrong-password' });
    expect(measuresOf((await openAt('locked/text.pdf', { password: 'qinghe' })).html)).toEqual(measuresOf(page));
  });
});
