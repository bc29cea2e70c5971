import type { Strand } from '../text/strand';
import { suggestedRole } from './morphemes';
import type { Role } from './types';

/** The roles that signs stand for. */
export type Legend = ReadonlyMap<string, Role>;

const sign = '[√＊※\\u25a0-\\u25ff\\u2600-\\u27bf]';
/** Signs that tick a unit. */
export const tick = new RegExp(sign);
/** A sign, perhaps in quotation marks, a word that explains it (●表示协助), and what it stands for. */
const explained = new RegExp(
  `(${sign})["”’」』〉》]?(?:号)?(?:为|表示|是|代表|：|:|＝|=|—)([\\u4e00-\\u9fff]{2,6})`,
  'g',
);
/** The same without such a word: only of words that say nothing else (●牵头 ○配合); ●协助群众转移 is a point. */
const beside = new RegExp(
  `(${sign})["”’」』〉》]?(?:号)?((?:牵头|主责|主办|主管|责任|负责|承办|配合|参与|参加|协同|协办|协作|协助|支持)[\\u4e00-\\u9fff]{0,2})`,
  'g',
);
/** Longest paragraph that may be a legend. */
const longest = 200;

/** What a paper says of its signs: ●为牵头单位，○为配合单位. Cost: linear. */
export function legendOf(strands: Iterable<Strand>): Legend {
  const legend = new Map<string, Role>();
  for (const { text } of strands) {
    if (text.length > longest || !tick.test(text)) continue;
    for (const [, sign, word] of [...text.matchAll(beside), ...text.matchAll(explained)]) {
      const { role, clear } = suggestedRole(word!);
      if (clear && role !== 'none' && !legend.has(sign!) && !/电话|方式/.test(word!)) legend.set(sign!, role);
    }
  }
  return legend;
}
