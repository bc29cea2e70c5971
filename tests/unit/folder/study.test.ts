import { parseHTML } from 'linkedom/worker';
import { describe, expect, it } from 'vitest';
import { briefOf, draftsFor, type ParseHtml, study } from '../../../lib/folder/study';
import type { FoundFile } from '../../../lib/folder/types';
import { filesOfHandle, filesOfList } from '../../../lib/folder/walk';
import { openUnseen } from '../../../lib/formats/unseen';
import { nobody } from '../../../lib/page/engine';
import { docx, p } from '../formats/write/docx';
import { set } from '../formats/write/layout';
import { ofd } from '../formats/write/ofd';
import { pdf } from '../formats/write/pdf';

const title = '临澜县汛期安全工作任务分工方案';
const lines = [
  '临政办〔2026〕7号',
  '各乡镇人民政府，县政府各部门：',
  '一、重点任务',
  '（一）排查临水临崖路段。2026年6月底前完成县乡道路排查，逐处登记造册。',
  '牵头单位：县交通运输局',
  '参加单位：县水利局、各乡镇人民政府',
  '（二）备足抢险物资。2026年4月底前在北部三个乡镇设立物资点。',
  '牵头单位：县应急管理局',
  '参加单位：县政府各部门',
  '临澜县人民政府办公室',
  '2026年3月5日',
];
const water = {
  profiles: [
    {
      id: 'u',
      name: '县水利局',
      region: '清河市临澜县',
      kind: 'government-department',
      aliases: [],
      colour: null,
    },
  ],
  decisions: [],
} as const;

const page = `<!doctype html><html><head><meta charset="utf-8"><title>别的题目</title><script>document.title = 'ran'</script></head>
  <body><nav>首页</nav><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`;
const files: Readonly<Record<string, string | Uint8Array>> = {
  'a.txt': [title, ...lines].join('\r\n\r\n'),
  'a.html': page,
  'a.mhtml': `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${page}\r\n--b--\r\n`,
  'a.md': `# ${title}\n\n${lines.join('\n\n')}`,
  'a.docx': docx({ body: [title, ...lines].map((line) => p(line)).join('') }),
  'a.pdf': pdf(set([{ center: title }, ...lines])),
  'a.ofd': ofd(set([{ center: title }, ...lines])),
};
/** No policy, though its first line could be taken for a title. */
const list = '值班人员名单\n\n张三，周一\n\n李四，周二';
const studied = async (name: string) => {
  const data = (name === 'list.txt' ? list : files[name]) as string | Uint8Array<ArrayBuffer>;
  return study(await openUnseen(new File([data], name)), parseHTML as unknown as ParseHtml);
};

describe('a file read in a thread', () => {
  it.each(Object.keys(files))('%s is the same document as all others', async (name) => {
    const one = await studied(name);
    expect(one.seen.id).toBe((await studied('a.txt')).seen.id);
    expect(briefOf(one, water, '2026-03-05')).toMatchObject({
      class: 'task-policy',
      title,
      docNumber: '临政办〔2026〕7号',
      measures: 2,
      named: 1,
      collective: 1,
      possible: 0,
      next: '2026-04-30',
    });
  });

  it('is called by nothing but its file where it holds no policy', async () => {
    const brief = briefOf(await studied('list.txt'), nobody, '2026-03-05');
    expect(brief).toMatchObject({ class: 'other', title: null });
  });

  it('looks for the next deadline among what is ours, from today on, else for the last one', async () => {
    const one = await studied('a.txt');
    expect(briefOf(one, water, '2026-05-01').next).toBe('2026-06-30');
    expect(briefOf(one, nobody, '2026-05-01')).toMatchObject({ named: 0, next: '2026-06-30' });
    expect(briefOf(one, water, '2027-01-01').next).toBe('2026-06-30');
  });

  it('drafts what names us and nothing else, with our role', async () => {
    const drafts = draftsFor(await studied('a.docx'), water);
    expect(drafts).toMatchObject([
      {
        title: '排查临水临崖路段',
        role: 'participant',
        certainty: 'named',
        url: 'file:///a.docx',
        dueDate: '2026-06-30',
      },
    ]);
    expect(drafts[0]?.selectors.length).toBeGreaterThan(1);
    expect(draftsFor(await studied('a.docx'), nobody)).toEqual([]);
  });
});

describe('the files of a folder', () => {
  const file = (name: string) => ({ kind: 'file' as const, name, getFile: async () => new File(['文'], name) });
  const folder = (name: string, ...inner: readonly object[]) => ({
    kind: 'directory' as const,
    name,
    async *values() {
      for (const each of inner) yield each as never;
    },
  });
  /** Paths; those of what cannot be had end with ×. */
  const list = async (files: AsyncIterable<FoundFile>) => {
    const paths: string[] = [];
    for await (const { file, path } of files) paths.push(file ? path : `${path}×`);
    return paths;
  };

  it('come by name, those of inner folders with their path; what cannot be had is told', async () => {
    const gone = {
      kind: 'file',
      name: '没了.txt',
      getFile: () => Promise.reject(new DOMException('', 'NotFoundError')),
    };
    const broken = {
      ...folder('y'),
      async *values() {
        yield file('d.txt') as never;
        throw new DOMException('', 'NotReadableError');
      },
    };
    const top = folder('任务', file('b10.txt'), folder('z', file('c.txt')), gone, file('b9.txt'), broken);
    expect(await list(filesOfHandle(top))).toEqual([
      '任务/没了.txt×',
      '任务/b9.txt',
      '任务/b10.txt',
      '任务/y×',
      '任务/y/d.txt',
      '任务/z/c.txt',
    ]);
    await expect(list(filesOfHandle(broken))).rejects.toThrow();
  });

  it('stop coming when told so, and in a folder that holds itself', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(list(filesOfHandle(folder('任务', file('a.txt')), stop.signal))).rejects.toThrow();
    const round: { kind: 'directory'; name: string; values(): AsyncGenerator<never> } = {
      kind: 'directory',
      name: '圈',
      async *values() {
        yield round as never;
      },
    };
    const [only, ...others] = await list(filesOfHandle(round));
    expect([only?.endsWith('圈×'), others]).toEqual([true, []]);
  });

  it('keep the paths that a file dialog gives', async () => {
    const plain = new File(['文'], 'a.txt');
    const deep = Object.assign(new File(['文'], 'b.txt'), { webkitRelativePath: '任务/b.txt' });
    expect(await list(filesOfList([plain, deep]))).toEqual(['a.txt', '任务/b.txt']);
  });
});
