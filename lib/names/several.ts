import { officialNameAt } from './gazetteer';
import { wordPlace } from './name';

/** How the name of an organ ends, so that a list of names can be told from one name with a 、 inside. */
const ORGAN = /(?:[局委办院会厅部署社府校司行站园队所联团协馆台]|中心|[镇乡]|街道|办公室|办事处)$/u;
/** 县司法局等部门, 石桥、青山等镇: an open list; who else is meant it does not say. */
const OPEN = /等(?:有关|相关)?(?:职能|人民|群团)?(部门和单位|单位和部门|部门|单位|组织|团体|机构|企业|乡镇|镇|乡)$/u;
/** 工青妇: the three mass organs by their first characters. */
const THREE = /^(.*?)工青妇(?:组织|部门|等)?$/u;
/** 教育、人社部门; 石桥、青山镇: what the last of a list says for all. */
const SUFFIX = /(?:行政主管部门|行政部门|主管部门|部门|机关|[镇乡])$/u;
/** Words of a bracket that is no second name but a remark on who else is in it, or who does what. */
const REMARK = /^(?:含|包括)|(?:牵头|负责|配合|参与|参加|协助)$/gu;
/** A bracket that leaves somebody out. */
const EXCEPT = /\((?:除|不含|不包括)([^()]+?)(?:以?外)?\)$|\(([^()]+)除外\)$/u;

/** 县司法局等部门 → 县司法局; of 市场监管、税务等部门 the class word stays. What is no open list comes back as it is. */
export function withoutOpenEnd(text: string): string {
  const open = OPEN.exec(text);
  if (!open || open.index < 3) return text;
  const rest = text.slice(0, open.index);
  if (ORGAN.test(rest) || /[镇乡]$/u.test(rest)) return rest;
  return rest.includes('、') ? rest + open[1]! : text;
}

/** A designation and whom it leaves out. */
export interface Excepting {
  readonly text: string;
  readonly excepted: readonly string[];
  /** The words that leave out are not all names: who is meant only the reader knows. */
  readonly vague: boolean;
}

/** 各执法部门(县司法局除外) → 各执法部门, but for 县司法局. */
export function exceptionIn(text: string): Excepting {
  const found = EXCEPT.exec(text);
  if (!found || found.index === 0) return { text, excepted: [], vague: false };
  const excepted = membersOf((found[1] ?? found[2])!);
  return { text: text.slice(0, found.index), excepted, vague: !excepted.every((name) => ORGAN.test(name)) };
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
  if (members.length < 2) return [text, ...doubleName(text)];
  // 人社和民政部门, last of a list: either one organ of that name or two.
  const last = members.at(-1)!;
  return [...members, ...last.split(/[和与及]/u).map((piece) => withSuffix(piece, last))];
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
  if (!ORGAN.test(outer)) return [];
  return ORGAN.test(inner) && inner.replace(REMARK, '') === inner ? [outer, inner] : [outer];
}

/** Who is named only in a remark: 县乡村振兴局 of 县农业农村局(含县乡村振兴局), 县司法局 of 县财政局(县司法局配合). */
export function asideIn(text: string): string[] {
  const inner = /^.{3,}\(([^()]{3,})\)$/u.exec(text)?.[1] ?? '';
  const name = inner.replace(REMARK, '');
  return name !== inner && ORGAN.test(name) ? membersOf(name) : [];
}

/** A class word or a town's rank that the last of a list says for all. */
function withSuffix(piece: string, last: string): string {
  const suffix = SUFFIX.exec(last)?.[0];
  return !suffix || ORGAN.test(piece) || SUFFIX.test(piece) ? piece : piece + suffix;
}

function listed(text: string): string[] {
  if (text.includes('(')) return [];
  const three = THREE.exec(text);
  if (three) return ['总工会', '团委', '妇联'].map((name) => three[1]! + name);
  const subjects = text.split('、');
  if (subjects.length > 1 && SUFFIX.test(text) && subjects.every((piece) => piece.length >= 2 && piece.length <= 12))
    return subjects.map((piece) => withSuffix(piece, text));
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
