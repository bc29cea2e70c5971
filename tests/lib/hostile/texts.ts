import { strToU8 } from 'fflate';

/** Makes a file; `much` says how much of what is hostile in it: 1 for as much as an attacker takes the trouble to write. */
export type Make = (much: number) => Uint8Array;

/** So many of it, at least one. */
export const times = (text: string, count: number): string => text.repeat(Math.max(1, Math.round(count)));

/** One for each number from 0. */
export const each = (count: number, make: (at: number) => string): string =>
  Array.from({ length: Math.max(1, Math.round(count)) }, (_, at) => make(at)).join('');

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer);
const LINE = '第一项任务由县水利局牵头，年底前完成。\n';
const page = (inner: string) =>
  strToU8(`<!doctype html><html><head><title>a</title></head><body>${inner}</body></html>`);

/** Files that are text in one way or another. */
export const textFiles: Readonly<Record<string, Make>> = {
  '90万段.txt': (much) => strToU8(each(900_000 * much, (at) => `第${at}段\n`)),
  '空行夹字.txt': (much) => strToU8(times('\u200b\n\n一\n', 1_000_000 * much)),
  '一行.txt': (much) => strToU8(times(LINE.trim(), 250_000 * much)),
  '一行无标点.txt': (much) => strToU8(times('工作推进', 1_200_000 * much)),
  '开括号.txt': (much) => strToU8(times('（', 2_000_000 * much)),
  '截断的GBK.txt': (much) =>
    joined(
      new Uint8Array(Math.round(8_000_000 * much)).map((_, at) => [0xb9, 0xa4, 0xd7, 0xf7][at % 4]!),
      Uint8Array.of(0xb9),
    ),
  '混合BOM.txt': (much) => {
    const marks = [Uint8Array.of(0xef, 0xbb, 0xbf), Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xfe, 0xff)];
    const piece = joined(...marks, utf16(LINE), marks[0]!, strToU8(LINE), marks[2]!, Uint8Array.of(0xb9, 0xa4, 10));
    return joined(...Array.from({ length: Math.max(1, Math.round(40_000 * much)) }, () => piece));
  },
  '零字节.txt': (much) => joined(strToU8(LINE), new Uint8Array(Math.round(30_000_000 * much))),
  '巨大单元格.csv': (much) => strToU8(`序号,任务\n1,"${times(LINE, 300_000 * much)}`),
  '百万列.csv': (much) => strToU8(`${times('a,', 2_000_000 * much)}\n${times('"",', 1_000_000 * much)}\n`),
  '引号.csv': (much) => strToU8(`序号,任务,单位\n${times('"a""b",,"\n', 600_000 * much)}`),
  '层层引用.md': (much) =>
    strToU8(`${times('> ', 20_000 * much)}由县水利局牵头。\n${times('- * + 1. ', 100_000 * much)}`),
  '方括号.md': (much) =>
    strToU8(`${times('[', 400_000 * much)}甲${times('](', 400_000 * much)}\n\n${times('**_`~~', 200_000 * much)}`),
  '五万层.html': (much) => page(`${times('<div>', 50_000 * much)}由县水利局牵头。`),
  '五万层表格.html': (much) => page(`${times('<table><tr><td>', 50_000 * much)}由县水利局牵头。`),
  '跨行跨列.html': (much) =>
    page(`<table>${times('<tr><td rowspan="65534" colspan="1000">任务</td></tr>', 1000 * much)}</table>`),
  '90万段.html': (much) => page(times('<p>一', 900_000 * much)),
  '样式规则.html': (much) =>
    page(
      `<style>${each(20_000 * much, (at) => `p:nth-child(${at}) ~ p *:not(.a${at})::before{content:"甲" counter(a${at})}`)}</style>${times('<p><b>任务</b></p>', 20_000 * much)}`,
    ),
  '框中框.html': (much) => {
    let inner = '<p>由县水利局牵头。</p>';
    const [quote, deep] = [(text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;'), 12];
    for (let at = 0; at < deep; at++) inner = `<iframe srcdoc="${quote(inner)}"></iframe>`;
    return page(times(inner, 400 * much));
  },
  '实体.html': (much) => page(times('&amp;&#x4e00;&notanentity', 600_000 * much)),
  '未闭合标签.html': (much) => page(times('<a href="', 500_000 * much)),
  '注释.html': (much) => page(times('<!-- <p> --', 1_000_000 * much)),
  '层层信封.mht': (much) => {
    const count = Math.max(1, Math.round(20_000 * much));
    const parts = each(count, (at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`);
    return strToU8(`MIME-Version: 1.0\r\n${parts}Content-Type: text/html\r\n\r\n<p>由县水利局牵头。</p>`);
  },
  '层层花括号.rtf': (much) => strToU8(`{\\rtf1 ${times('{\\b ', 1_500_000 * much)}a`),
  '骗长度.rtf': (much) => strToU8(`{\\rtf1\\ansi ${times('\\bin99999999 a\\u-9 ?\\uc99999 ', 150_000 * much)}}`),
  '表格.rtf': (much) =>
    strToU8(
      `{\\rtf1\\ansi ${times('\\trowd\\cellx1\\cellx2\\intbl\\itap9 a\\nestcell\\nestrow\\cell\\row ', 100_000 * much)}}`,
    ),
};
