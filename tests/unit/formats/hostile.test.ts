import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formats, openFile } from '../../../lib/formats/registry';
import { FormatError, type LocalDocument } from '../../../lib/formats/types';
import { docx, p, tbl, tc, tr } from './write/docx';
import { set } from './write/layout';
import { ofd } from './write/ofd';
import { pdf } from './write/pdf';

const file = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
});
const open = (name: string, bytes: Uint8Array) => openFile(file(name, bytes));

/** What became of a file: a document, or a coded refusal. Anything else fails the test. */
async function outcome(name: string, bytes: Uint8Array): Promise<LocalDocument | FormatError> {
  try {
    return await open(name, bytes);
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
}

const text = Array.from(
  { length: 60 },
  (_, index) => `第${index + 1}项：由县水利局牵头推进河道整治工作，按季度通报进展。`,
);
const samples: Record<string, Uint8Array> = {
  docx: docx({ body: text.map((line) => p(line)).join('') + tbl(tr(tc('任务'), tc('县水利局'))) }),
  ofd: ofd(set(text)),
  pdf: pdf(set(text)),
  xlsx: zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a"/></sheets></workbook>'),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet><sheetData>${text.map((line) => `<row><c t="inlineStr"><is><t>${line}</t></is></c><c><v>1</v></c></row>`).join('')}</sheetData></worksheet>`,
    ),
  }),
  csv: strToU8(text.join(',\n')),
  md: strToU8(text.join('\n\n')),
  txt: strToU8(text.join('\n')),
};

describe('cut off at ten places', () => {
  it.each(Object.keys(samples))('%s: a partial read or a coded refusal', async (kind) => {
    const whole = samples[kind]!;
    const full = (await open(`a.${kind}`, whole)).html.length;
    expect(full).toBeGreaterThan(1000);
    for (let tenth = 0; tenth < 10; tenth++) {
      const cut = whole.subarray(0, Math.floor((whole.length * tenth) / 10) + 1);
      const found = await outcome(`a.${kind}`, cut);
      if (found instanceof FormatError) expect(['truncated', 'damaged', 'empty', 'no-text']).toContain(found.code);
      else if (kind.length === 4 || kind === 'pdf' || kind === 'ofd') {
        // A part of a packed file must say that it is one.
        expect(
          found.warnings?.map(({ code }) => code),
          `${tenth}/10`,
        ).toContain('truncated');
      }
    }
  });

  it('saves what stands before the break', async () => {
    const cut = samples.docx!.subarray(0, Math.floor(samples.docx!.length * 0.9));
    const found = await open('a.docx', cut);
    expect(found.html).toContain('第1项：');
  });
});

describe('packed files', () => {
  it('a bomb is refused before it is unpacked', async () => {
    const bomb = docx({ body: p('x'), more: { 'word/document.xml': '' } });
    expect((await outcome('a.docx', bomb)) instanceof FormatError).toBe(true);
    const huge = zipSync({ 'word/document.xml': new Uint8Array(60 << 20).fill(32) }, { level: 9 });
    const before = process.memoryUsage().arrayBuffers;
    await expect(open('a.docx', huge)).rejects.toMatchObject({ code: 'too-large' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 << 20);
  });

  it('a bomb without a directory is refused while it is salvaged', async () => {
    const huge = zipSync({ 'word/document.xml': new Uint8Array(120 << 20).fill(32) }, { level: 9 });
    await expect(open('a.docx', huge.subarray(0, huge.length - 40))).rejects.toMatchObject({ code: 'too-large' });
  });

  it('paths that climb reach nothing', async () => {
    const bytes = docx({
      body: p('正文'),
      more: { '../../etc/passwd': 'root', '/word/styles.xml': '<w:styles xmlns:w="w"/>' },
      relations: '<Relationship Id="x" Type="t/numbering" Target="../../../etc/passwd"/>',
    });
    expect((await open('a.docx', bytes)).html).toBe('<p>正文</p>\n');
  });

  it('entities of a document type are not expanded, outside ones not loaded', async () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
    const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "lol">${entities}<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>前&e9;&f;后</w:t></w:r></w:p></w:body></w:document>`;
    const found = await outcome('a.docx', zipSync({ 'word/document.xml': strToU8(xml) }));
    const html = found instanceof FormatError ? '' : found.html;
    expect(html.length).toBeLessThan(200);
    expect(html).not.toContain('root');
  });

  it('elements nested a hundred thousand deep', async () => {
    const deep = `${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}`;
    const found = await outcome('a.docx', docx({ body: p('正文') + deep }));
    expect(found instanceof FormatError ? found.code : found.html).toContain('正文');
  });

  it('a template outside is named and not asked for', async () => {
    const settings = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate';
    const bytes = docx({
      body: p('正文'),
      more: {
        'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="t" Type="${settings}" Target="http://evil.invalid/t.dotm" TargetMode="External"/></Relationships>`,
      },
    });
    const asked: unknown[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (async (input: unknown) => asked.push(input)) as unknown as typeof globalThis.fetch;
    try {
      const { warnings } = await open('a.docx', bytes);
      expect(warnings).toContainEqual({ code: 'external-left-out' });
    } finally {
      globalThis.fetch = fetch;
    }
    expect(asked).toEqual([]);
  });

  it('text that looks like markup stays text', async () => {
    const evil = '<img src=x onerror=alert(1)>&<script>alert(1)</script>';
    for (const [kind, bytes] of Object.entries({
      docx: docx({ body: p(evil.replace(/^/, ' ')) + tbl(tr(tc(` ${evil}`), tc('b'))) }),
      ofd: ofd([{ texts: [{ x: 90, y: 100, size: 10, text: evil }], rules: [] }]),
      pdf: pdf([{ texts: [{ x: 90, y: 100, size: 10, text: evil }], rules: [] }]),
      csv: strToU8(`"${evil}",b`),
      md: strToU8(evil),
    })) {
      const { html } = await open(`a.${kind}`, bytes);
      expect(html, kind).not.toMatch(/<(?:img|script)/i);
      expect(html, kind).toContain('&lt;script');
    }
  });
});

describe('names and contents that disagree', () => {
  it.each([
    ['方案.pdf', 'docx'],
    ['方案.docx', 'pdf'],
    ['方案.ofd', 'docx'],
    ['方案.txt', 'ofd'],
  ])('%s that is a %s', async (name, kind) => {
    expect(await open(name, samples[kind]!)).toMatchObject({ format: kind });
  });

  it.each([
    ['docx', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'EncryptedPackage', 'locked'],
    ['xlsx', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'Workbook', 'damaged'],
  ] as const)('%s in an old container: %s', async (kind, magic, stream, code) => {
    const name = [...stream].flatMap((sign) => [sign.charCodeAt(0), 0]);
    const bytes = new Uint8Array(4096);
    bytes.set(magic);
    bytes.set(name, 1024);
    await expect(open(`a.${kind}`, bytes)).rejects.toMatchObject({ code });
  });

  it.each(formats.map(({ name }) => name).filter((name) => !['html', 'txt', 'md', 'csv', 'mhtml'].includes(name)))(
    'noise under the name of a %s',
    async (kind) => {
      let seed = 7;
      const noise = Uint8Array.from({ length: 5000 }, () => {
        seed = (seed * 1103515245 + 12345) & 0x7fffffff;
        return seed >> 16;
      });
      await expect(open(`a.${kind}`, noise)).rejects.toBeInstanceOf(FormatError);
      await expect(open(`a.${kind}`, strToU8('PK\u0003\u0004 nothing'))).rejects.toBeInstanceOf(FormatError);
    },
  );
});

describe('large and stopped', () => {
  it('a PDF of 2,000 pages: progress that never falls, all pages read', { timeout: 120_000 }, async () => {
    const sheet = (index: number) => ({
      texts: [{ x: 90, y: 100, size: 12, text: `第${index + 1}页：由县水利局牵头推进。` }],
      rules: [],
    });
    const seen: number[] = [];
    const bytes = pdf(Array.from({ length: 2000 }, (_, index) => sheet(index)));
    const { html } = await openFile(file('a.pdf', bytes), { onProgress: (done) => seen.push(done) });
    expect(html).toContain('第2000页');
    expect(seen.every((done, index) => index === 0 || done >= seen[index - 1]!)).toBe(true);
    expect(seen.at(-1)).toBe(1);
  });

  it.each(['pdf', 'docx', 'ofd', 'xlsx'])('%s: stops when told', async (kind) => {
    const controller = new AbortController();
    const work = openFile(file(`a.${kind}`, samples[kind]!), {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('stopped')),
    });
    await expect(work).rejects.toThrow('stopped');
  });

  it('a scan says so', async () => {
    await expect(open('a.pdf', pdf([{ texts: [], rules: [] }]))).rejects.toMatchObject({ code: 'no-text' });
    const drawn = { texts: [], rules: [{ x1: 90, y1: 100, x2: 300, y2: 100 }] };
    await expect(open('a.ofd', ofd([drawn]))).rejects.toMatchObject({ code: 'no-text' });
    await expect(open('a.ofd', ofd([{ texts: [], rules: [] }]))).rejects.toMatchObject({ code: 'empty' });
  });
});

describe('Markdown without end', () => {
  it('is text in an endless paragraph, and marked as ever in any other and in a table', async () => {
    const long = `${'一项*工作'.repeat(6000)}`;
    const table = `| 任务 | 单位 |\n|---|---|\n${Array.from({ length: 900 }, (_, at) => `| **第${at}项** | 县水利局、县财政局、县司法局 |`).join('\n')}`;
    const { html } = await open('a.md', strToU8(`**重点**任务\n\n${long}\n\n${table}\n`));
    expect(html).toContain('<strong>重点</strong>');
    expect(html).toContain('一项*工作一项*工作');
    expect(html).toContain('<strong>第899项</strong>');
  });

  it('has lists no deeper than any paper has them, and all of their text', async () => {
    const deep = Array.from({ length: 400 }, (_, at) => `${' '.repeat(2 * at)}- 第${at}项由县水利局牵头。`).join('\n');
    const { html } = await open('a.md', strToU8(deep));
    expect(html.match(/<ul>/g)!.length).toBeLessThan(60);
    expect(html.match(/第\d+项/g)).toHaveLength(400);
  });
});
