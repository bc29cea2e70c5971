import { officialNameAt } from './gazetteer';
import { wordPlace } from './name';

/** How the name of an organ ends, so that a list of names can be told from one name with a 、 inside. */
const ORGAN = /(?:[局委办院会厅部署社府校司行站园队所站]|中心|[镇乡]|街道|办公室|办事处)$/u;
/** 县司法局等部门: an open list; who else is meant it does not say. */
const OPEN = /等(?:有关|相关)?(?:职能)?(?:部门和单位|单位和部门|部门|单位)$/u;
/** 教育、人社部门: the subjects of several organs before one class word. */
const SUBJECTS = /^(.+?[、和与及].+?)(行政主管部门|行政部门|主管部门|部门|机关)$/u;
/** Brackets that leave somebody out or give a role: no second name. */
const NO_NAME = /除|不含|包括|^含|牵头|负责|配合|下同|简称/u;

/** 县司法局等部门 → 县司法局; of 市场监管、税务等部门 the class word stays. What is no open list comes back as it is. */
export function withoutOpenEnd(text: string): string {
  const open = OPEN.exec(text);
  if (!open || open.index < 3) return text;
  const rest = text.slice(0, open.index);
  if (ORGAN.test(rest)) return rest;
  return rest.includes('、') ? `${rest}部门` : text;
}

/** 各执法部门(县司法局除外) → 各执法部门. Whom it leaves out is for the reader to say. */
export function withoutException(text: string): string {
  return text.replace(/\((?:除[^()]*|[^()]*除外|不含[^()]*)\)$/u, '') || text;
}

/**
 * The units that one designation names when it is not the name of a class: itself, the two names of an organ with two
 * signs on its door (县发改局(县粮食局)), the members of a list, and what shares a suffix.
 *
 * @param text normalised
 * @returns names to be tried, the whole first; never empty
 */
export function namesIn(text: string): string[] {
  const members = membersOf(text);
  return members.length > 1 ? members : [text, ...doubleName(text)];
}

/** The members of a list, each as it stands by itself; a single name comes back alone. */
export function membersOf(text: string): string[] {
  const shared = expandShared(text);
  if (shared.length > 1) return shared;
  const list = listed(text);
  return list.length > 1 ? list : shared;
}

function doubleName(text: string): string[] {
  const double = /^(.{3,})\(([^()]{3,})\)$/u.exec(text);
  if (!double) return [];
  const [, outer, inner] = double as unknown as [string, string, string];
  if (!ORGAN.test(outer) || NO_NAME.test(inner)) return [];
  return ORGAN.test(inner) ? [outer, inner] : [outer];
}

function listed(text: string): string[] {
  if (text.includes('(')) return [];
  const subjects = SUBJECTS.exec(text);
  if (subjects) {
    const pieces = subjects[1]!.split(/[、和与及]/u);
    return pieces.every((piece) => piece.length >= 2 && piece.length <= 8)
      ? pieces.map((piece) => (ORGAN.test(piece) ? piece : piece + subjects[2]!))
      : [];
  }
  const pieces = text.split(/[、/]|(?<=[局委办院厅镇乡])[和与及]/u);
  return pieces.length > 1 && pieces.every((piece) => piece.length >= 2 && ORGAN.test(piece)) ? pieces : [];
}

/**
 * A suffix shared by several places, one designation in print, several units in fact: 广州、深圳市政府 → 广州市政府, 深圳市政府.
 * A name without 、 comes back alone.
 */
export function expandShared(text: string): string[] {
  const pieces = text.split('、');
  if (pieces.length < 2 || pieces.some((piece) => !piece) || text.includes('(')) return [text];
  const last = pieces.at(-1)!;
  const length = officialNameAt(last, 0) || wordPlace(last) || 0;
  if (!length) return [text];
  const organ = last.slice(length);
  const rank = last[length - 1]!;
  return pieces.map((piece, index) => {
    if (index === pieces.length - 1) return last;
    return /[省市县区州旗盟]$/u.test(piece) ? piece + organ : piece + rank + organ;
  });
}
