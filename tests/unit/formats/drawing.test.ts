import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open as openOfd } from '../../../lib/formats/ofd';
import { open } from '../../../lib/formats/pdf';
import { sizes } from '../../../lib/formats/pdf/drawing';
import { turns } from '../../../lib/formats/turns';
import { set } from './write/layout';
import { ofd } from './write/ofd';
import { pdf } from './write/pdf';

const never = new AbortController().signal;

describe('turns', () => {
  it('lets few work at a time, idle work last, and leaves aborted work out', async () => {
    const turn = turns(1);
    const order: string[] = [];
    const gone = new AbortController();
    let release = () => {};
    const first = turn(() => new Promise<void>((done) => (release = done)), never, false);
    const rest = [
      turn(async () => void order.push('idle'), never, true),
      turn(async () => void order.push('aborted'), gone.signal, false),
      turn(async () => void order.push('urgent'), never, false),
    ];
    gone.abort();
    release();
    await Promise.all([first, ...rest]);
    expect(order).toEqual(['urgent', 'idle']);
  });

  it('goes on after work that failed', async () => {
    const turn = turns(1);
    await expect(turn(() => Promise.reject(new Error('broken')), never, false)).rejects.toThrow('broken');
    const done: string[] = [];
    await turn(async () => void done.push('next'), never, false);
    expect(done).toEqual(['next']);
  });
});

describe('pages of a PDF', () => {
  const sheets = set(['为改善全县水环境，结合我县实际，制定本方案。', '牵头单位：县水利局'], 1);

  it('are given with number, turn and size; the text is tied to them only when it is asked for', async () => {
    const { pages } = await open(pdf(sheets), '方案.pdf', { pages: true });
    expect(pages?.map(({ number, turn, width, height }) => [number, turn, width, height])).toEqual(
      sheets.map((_, index) => [index + 1, 0, 595, 842]),
    );
    expect((await open(pdf(sheets), '方案.pdf')).pages).toBeUndefined();
  });

  it('are turned so that their text stands upright', async () => {
    const { pages, html } = await open(pdf(sheets, { sideways: true }), '横排.pdf', { pages: true });
    expect(html).toContain('牵头单位：县水利局');
    expect(pages?.[0]).toMatchObject({ turn: 1, width: 842, height: 595 });
    const [first] = pages?.[0]?.items ?? [];
    expect(first).toMatchObject({ x: sheets[0]!.texts[1]!.x, y: sheets[0]!.texts[1]!.y });
  });

  it('of a locked file are asked for by its password', async () => {
    const file = pdf(sheets, { password: 'qinghe' });
    await expect(open(file, '方案.pdf')).rejects.toMatchObject({ code: 'encrypted' });
    await expect(open(file, '方案.pdf', { password: 'other' })).rejects.toMatchObject({ code: 'wrong-password' });
    expect((await open(file, '方案.pdf', { password: 'qinghe' })).html).toContain('牵头单位：县水利局');
    expect(await sizes(file, 'qinghe', never)).toHaveLength(2);
  });

  it('are known by size where there is no text at all', async () => {
    const empty = pdf([
      { texts: [], rules: [{ x1: 10, y1: 10, x2: 200, y2: 10 }] },
      { texts: [], rules: [] },
    ]);
    await expect(open(empty, '扫描.pdf')).rejects.toMatchObject({ code: 'no-text' });
    expect(await sizes(empty, undefined, never)).toMatchObject([
      { number: 1, width: 595, items: [] },
      { number: 2, height: 842 },
    ]);
  });
});

describe('pages of an OFD', () => {
  const sheets = set([{ center: '临澜县人民政府文件' }, '牵头单位：县水利局']);
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  /** The pages with a picture and a red head; `keep` says what text stays. */
  function looks(keep = true): Uint8Array {
    const parts = unzipSync(ofd(sheets));
    const page = 'Doc_0/Pages/Page_0/Content.xml';
    const content = strFromU8(parts[page]!)
      .replace(
        /Font="1">(?=<ofd:TextCode[^>]*>临澜县人民政府文件)/,
        'Font="7" Weight="700"><ofd:FillColor Value="#c8 #1e 30"/>',
      )
      .replace(/<ofd:TextObject .*<\/ofd:TextObject>/s, (texts) => (keep ? texts : ''))
      .replace(
        '</ofd:Layer>',
        '<ofd:ImageObject Boundary="20 30 40 50" CTM="40 0 0 50 0 0" ResourceID="9"/></ofd:Layer>',
      );
    const root = 'Doc_0/Document.xml';
    const res =
      '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:Fonts><ofd:Font ID="7" FontName="黑体"/></ofd:Fonts>' +
      '<ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image"><ofd:MediaFile>seal.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>';
    return zipSync({
      ...parts,
      [page]: strToU8(content),
      [root]: strToU8(
        strFromU8(parts[root]!).replace(
          '</ofd:CommonData>',
          '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>',
        ),
      ),
      'Doc_0/PublicRes.xml': strToU8(res),
      'Doc_0/Res/seal.png': png,
    });
  }

  it('say how their text and pictures look', async () => {
    const { pages, warnings } = await openOfd(looks(), '方案.ofd', { pages: true });
    const head = pages?.[0]?.items.find(({ text }) => text.includes('人民政府文件'));
    expect(head).toMatchObject({ colour: 'rgb(200 30 30)', family: 'hei', bold: true });
    const line = pages?.[0]?.items.find(({ text }) => text.includes('县水利局'));
    expect(line).not.toHaveProperty('colour');
    const [picture] = pages?.[0]?.pictures ?? [];
    expect([picture?.x, picture?.width].map((value) => Math.round(value ?? 0))).toEqual([57, 113]);
    expect(picture?.data.type).toBe('image/png');
    expect(warnings?.map(({ code }) => code)).toContain('drawing-approximate');
  });

  it('come without text when there is none, but only to be looked at', async () => {
    await expect(openOfd(looks(false), '扫描.ofd')).rejects.toMatchObject({ code: 'no-text' });
    const { html, pages } = await openOfd(looks(false), '扫描.ofd', { pages: true });
    expect(html).toBe('');
    expect(pages?.[0]?.pictures).toHaveLength(1);
  });
});
