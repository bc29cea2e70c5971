import { strToU8 } from 'fflate';
import { parseHTML } from 'linkedom/worker';
import { describe, expect, it } from 'vitest';
import { linesWithin, pagesWithin, tagsWithin } from '../../../lib/formats/bounds';
import { nestedWithin } from '../../../lib/formats/nesting';
import { drawingsBegun } from '../../../lib/formats/pdf/states';
import { openUnseen } from '../../../lib/formats/unseen';
import { wholePage } from '../../../lib/formats/whole-page';
import { paperFiles } from '../../lib/hostile/papers';
import { textFiles } from '../../lib/hostile/texts';

const open = (name: string, bytes: Uint8Array) =>
  openUnseen({ name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer });
const made = (name: string, much: number) => open(name, { ...textFiles, ...paperFiles }[name]!(much));
const limited = expect.objectContaining({ code: 'limit-reached' });

/** How deep the elements of a page stand in one another. */
function depthOf(html: string): number {
  let deepest = 0;
  const { document } = parseHTML(wholePage(html));
  for (const leaf of document.querySelectorAll('td:last-child')) {
    let depth = 0;
    for (let at: Element | null = leaf; at; at = at.parentElement) depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** What the whole of each takes is asked in `tests/e2e/hostile-files.test.ts`; without the bounds these take minutes or end the process. */
describe('files whose work goes far beyond their size', () => {
  it('a PDF of drawings that are begun and never ended keeps its text', async () => {
    const { html, warnings } = await made('只存不取.pdf', 0.05);
    expect(html).toContain('由县水利局牵头');
    expect(warnings).toContainEqual(limited);
  });

  it('a PDF of drawings that draw each other draws as many as its size explains', async () => {
    const { html, warnings } = await made('表单套表单.pdf', 1);
    expect(html).toContain('由县水利局牵头');
    expect(warnings).toContainEqual(limited);
    expect(drawingsBegun()).toBeLessThan(25_000);
  });

  it('so does one whose pages all draw the same', async () => {
    const { html, warnings } = await made('页页表单.pdf', 0.1);
    expect(html).toContain('由县水利局牵头');
    expect(warnings).toContainEqual(limited);
    expect(drawingsBegun()).toBeLessThan(25_000);
  });

  it('a page of more tags than any paper has is read up to a limit, and that is said', async () => {
    const { html, warnings } = await open('a.html', strToU8(`<p>${'<b>由县水利局牵头</b>'.repeat(310_000)}`));
    expect(warnings).toContainEqual(limited);
    expect(html.length).toBeLessThan(310_000 * '<b>由县水利局牵头</b>'.length);
  });

  it('tables in one another are followed to a depth, and what stands deeper keeps its text', async () => {
    const { html, warnings } = await open('a.html', strToU8(`${'<table><tr><td>一'.repeat(3000)}由县水利局牵头`));
    expect(warnings).toContainEqual(limited);
    expect(html.replace(/<[^<>]*>/g, '')).toBe(`${'一'.repeat(3000)}由县水利局牵头`);
    expect(depthOf(html)).toBeLessThanOrEqual(2010);
  });

  it('a formula of fractions in one another leaves the page its text', async () => {
    const { html } = await open('a.html', strToU8(`<p>甲</p><math>${'<mrow><mfrac>'.repeat(900)}乙</math><p>丙</p>`));
    expect(html.replace(/<[^<>]*>/g, '')).toMatch(/甲\s*乙\s*丙/);
  });

  it('so are those in a table of Markdown', async () => {
    const { html, warnings } = await open('a.md', strToU8(`${'<table><tr><td>'.repeat(3000)}由县水利局牵头`));
    expect(warnings).toContainEqual(limited);
    expect(html).toContain('由县水利局牵头');
  });

  it.each(['>', '> ', '- ', '-\t', '* + 1. ', '>- ', '1) - '])(
    '%s in one another is followed to a depth',
    async (level) => {
      const { html, warnings } = await open('a.md', strToU8(`甲\n\n${level.repeat(3000)}由县水利局牵头\n\n乙`));
      expect(warnings).toContainEqual(limited);
      expect(html).toMatch(/甲[\s\S]*由县水利局牵头[\s\S]*乙/);
      expect([...html.matchAll(/<(?:blockquote|ul|ol)>/g)].length).toBeLessThanOrEqual(40);
    },
  );

  it('a long string that cells name again and again is not written out each time', async () => {
    const { html, warnings } = await made('一串百万次.xlsx', 0.1);
    expect(html.length).toBeLessThan(3_000_000);
    expect(warnings).toContainEqual(limited);
  });

  it('rows that are repeated to the end of the sheet are, up to a limit', async () => {
    const { html, warnings } = await made('重复无尽.ods', 1);
    expect(html.length).toBeLessThan(3_000_000);
    expect(warnings).toContainEqual(limited);
  });

  it('style rules that ask each element for all before it are passed over in a page of many', async () => {
    const { html, warnings } = await made('样式规则.html', 0.3);
    expect(html).toContain('任务');
    expect(warnings).toContainEqual(limited);
  });

  it('a binary file under the name of a text is refused', async () => {
    await expect(made('零字节.txt', 0.01)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('as much as is read', () => {
  it('of lines: all of any paper, and the first of endless ones', () => {
    const paper = '第一项任务\n'.repeat(50_000);
    expect(linesWithin(paper)).toEqual({ text: paper, cut: false });
    const { text, cut } = linesWithin('一\r\n'.repeat(300_000));
    expect(cut).toBe(true);
    expect(text.split('\r\n')).toHaveLength(200_000);
  });

  it('of tags: cut before one, never in its middle', () => {
    const page = '<p title="a">一</p>'.repeat(50_000);
    expect(tagsWithin(page)).toEqual({ text: page, cut: false });
    const { text, cut } = tagsWithin('<p title="a">一</p>'.repeat(400_000));
    expect(cut).toBe(true);
    expect(text).toMatch(/<\/p>$/);
  });
});

describe('as many pages as are read', () => {
  it('of a PDF: all of any paper, and the fewer the more there are', () => {
    expect([1, 1200, 3000].map(pagesWithin)).toEqual([1, 1200, 3000]);
    expect([10_000, 9_999_999].map(pagesWithin)).toEqual([900, 300]);
  });
});

describe('as deep as is read', () => {
  it('leaves a page as it is that is not so deep', () => {
    const page = '<div><p>一<p>二<ul><li>三<li>四</ul><br><img></div><!-- <b> --><script>"<b>"</script>'.repeat(500);
    expect(nestedWithin(page, 4)).toEqual({ text: page, cut: false });
  });

  it('ends what stands deepest for what comes next', () => {
    expect(nestedWithin('<div><b>一<i>二<u title="<s>">三</u></i></b></div>', 3)).toEqual({
      text: '<div><b>一<i>二</i><u title="<s>">三</u></i></b></div>',
      cut: true,
    });
  });

  it('reads on behind what is never closed', () => {
    for (const odd of ['<!-- a', '<a href="', '<script>', '<', '</', '<a', '</b></b>'])
      expect(nestedWithin(`一${odd}`.repeat(40), 90)).toEqual({ text: `一${odd}`.repeat(40), cut: false });
  });
});
