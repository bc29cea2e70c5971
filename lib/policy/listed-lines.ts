import { beginsWithLevel, isCollective, isOrgan } from '../names/organ';
import { Strand } from '../text/strand';
import { readPart } from './clause-forms';
import { genre } from './grammar';
import type { Cell } from './grid';

/** Longest line that is one name. */
const longest = 20;
/** Endings behind which a name is seldom broken: 住房和城乡 is one, 文化馆 is whole. */
const ended = /(?:[局委办厅署府司行股科处室馆所站院队团校会社]|公司|集团|街道|中心|基地|银行|部门|单位|园区|开发区)$/;
/** Parts of an organ, printed below it: 县政府⏎办公室. */
const inner = /^(?:办公室|机关|本级|[\u4e00-\u9fff]{1,2}科$)/;

/**
 * The words of a cell of units. Where each of its lines is a name (文化馆⏎图书馆), the line ends stay, so that they part the list;
 * names that the printer broke over two lines (市住房和城乡⏎建设局) are joined as everywhere.
 */
export const wordsOf = ({ strand, paragraphs }: Cell): Strand =>
  paragraphs.length > 1 && areNames(paragraphs.map((p) => p.text))
    ? Strand.join(paragraphs.flatMap((p, k) => (k ? [Strand.lineEnd(p.offset(0) - 1), p] : [p])))
    : strand;

function areNames(lines: readonly string[]): boolean {
  if (lines.some((line) => line.length > longest || line.length < 2 || /[、，,；;：:。/／]/.test(line))) return false;
  const odd = lines.filter((line, k) => !isName(line) && !(lines[k + 1] && beginsWithLevel(lines[k + 1]!))).length;
  if (odd * 4 > lines.length) return false;
  // 市国资委⏎（市人社局配合）: the bracket is said of the list above it.
  if (lines.some((line, k) => k > 0 && /^[（(].*(?:配合|协助|参与|参加|牵头|负责)[）)]$/.test(line))) return false;
  return isRagged(lines) || lines.slice(1).every((line, k) => mayPart(lines[k]!, line));
}

const isName = (line: string): boolean => isOrgan(line) || isCollective(line) || saysRole(line);

/** 县财政局配合, （县审计局参与审核）: a name with what it does. */
function saysRole(line: string): boolean {
  const bare = /^[（(](.+)[）)]$/.exec(line)?.[1] ?? line;
  const read = readPart(bare, genre);
  const name = read ? bare.slice(0, read.at) : '';
  return isOrgan(name) || isCollective(name);
}

/** Print that breaks at a width fills all lines but the last. */
const isRagged = (lines: readonly string[]): boolean => {
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return lines.slice(0, -1).some((line) => line.length < widest - 1);
};

const mayPart = (left: string, right: string): boolean =>
  !inner.test(right) && (ended.test(left) || beginsWithLevel(right) || saysRole(right)) && right.length > 2;
