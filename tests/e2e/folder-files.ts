import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { docx, p } from '../unit/formats/write/docx';
import { set } from '../unit/formats/write/layout';
import { ofd } from '../unit/formats/write/ofd';
import { pdf } from '../unit/formats/write/pdf';

/** How many measures each plan has, and in how many of them 县水利局 is named. */
export const MEASURES = 24;
export const NAMED = 6;

const units = ['县水利局', '县财政局', '县公安局', '县教育局'];
const filler = '各级各部门要提高认识，强化协同配合，细化任务举措，把各项要求落到实处，按时报送进展情况。';

/** The lines of an invented county's n-th plan. */
function plan(n: number): { title: string; lines: string[] } {
  const title = `临澜县第${n}号重点工作任务分工方案`;
  const lines = [`临政办〔2026〕${n}号`, '各乡镇人民政府，县政府各部门：', '一、重点任务'];
  for (let m = 1; m <= MEASURES; m++) {
    lines.push(`（${chinese(m)}）推进第${n}号方案第${m}项工作。${filler.repeat(3)}2030年${(m % 12) + 1}月底前完成。`);
    lines.push(`牵头单位：${units[m % units.length]}`);
    lines.push('参加单位：县发展和改革局、各乡镇人民政府');
  }
  lines.push('临澜县人民政府办公室', '2026年3月5日');
  return { title, lines };
}

const digits = '零一二三四五六七八九';
const chinese = (n: number): string =>
  n < 10
    ? (digits[n] as string)
    : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : (digits[n % 10] as string)}`;

const writers: Readonly<Record<string, (n: number) => string | Uint8Array>> = {
  txt: (n) => [plan(n).title, ...plan(n).lines].join('\r\n\r\n'),
  html: (n) =>
    `<!doctype html><meta charset="utf-8"><title>${plan(n).title}</title><h1>${plan(n).title}</h1>${plan(n)
      .lines.map((line) => `<p>${line}</p>`)
      .join('')}`,
  docx: (n) =>
    docx({ body: [p(plan(n).title, '<w:jc w:val="center"/>'), ...plan(n).lines.map((line) => p(line))].join('') }),
  pdf: (n) => pdf(set([{ center: plan(n).title }, ...plan(n).lines])),
  ofd: (n) => ofd(set([{ center: plan(n).title }, ...plan(n).lines])),
  md: (n) => `# ${plan(n).title}\n\n${plan(n).lines.join('\n\n')}`,
};

/**
 * Writes a folder of plans of mixed kinds, in folders by kind, each another document.
 *
 * @param more Further files by path.
 */
export function writeFolder(
  folder: string,
  count: number,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): void {
  const kinds = Object.keys(writers);
  const put = (path: string, data: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  };
  for (let n = 1; n <= count; n++) {
    const kind = kinds[n % kinds.length] as string;
    put(`${kind}/方案${n}.${kind}`, (writers[kind] as (typeof writers)[string])(n));
  }
  for (const [path, data] of Object.entries(more)) put(path, data);
}
