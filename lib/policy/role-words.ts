import { isOrgan, organPrefix, socialOffice } from '../names/organ';
import { remembered } from '../names/remembered';
import { roleWords } from './lexicon';
import { suggestedRole } from './morphemes';
import type { Role } from './types';

/** A role word at the end of a stretch: where it begins, with its adverbs. */
export interface RoleTail {
  readonly role: Role;
  readonly at: number;
}

const words = [...roleWords].sort((a, b) => b[0].length - a[0].length);
const adverbs =
  /(?:共同|联合|分别|分头|具体|(?<![党会团联群])组织|积极|协同|负责|各自|主要|统筹|直接|依法|抓好|认真|切实)+$/;
const byDuty =
  /(?:按照?|依照?|依据|根据|结合)(?:各自|相关|有关|部门|工作|其)?(?:的)?(?:职责|职能|权限|任务|责任|分工|要求)(?:任务)?(?:分工|范围|权限|要求)?(?:范围内)?(?:的)?([^、，；]{0,14})$/;

/** The role word of the genre at the end of a stretch; null when there is none. */
export const roleTail = remembered((text): RoleTail | null => {
  const body = text.replace(/[。．.；;]+$/, '');
  const duty = byDuty.exec(body);
  if (duty) return { role: roleSaid(duty[1] ?? ''), at: duty.index };
  const word = words.find(([w]) => body.endsWith(w));
  if (!word || ((word[0] === '会办' || word[0] === '协办') && socialOffice.test(lastName(body)))) return null;
  const begin = body.length - word[0].length;
  const at = withoutGlue(body, begin);
  // 县公安局主抓负责: what stands between the unit and the word may say more than the word.
  const glue = at < begin ? suggestedRole(body.slice(at, begin)) : null;
  const more = glue?.clear && (glue.role === 'lead' || glue.role === 'participant') ? glue.role : null;
  return { role: word[1] === 'responsible' && more ? more : word[1], at };
});

/** The last member of a list. */
const lastName = (body: string): string => body.slice(Math.max(body.lastIndexOf('、'), body.lastIndexOf('，')) + 1);

/** The role said behind 按职责. */
const roleSaid = (said: string): Role =>
  /牵头/.test(said) ? 'lead' : /配合|参与|参加|协助|协同|协办/.test(said) ? 'participant' : 'responsible';

/** 县司法局共同 and 县司法局抓 before a role word: what is no part of the name goes with the word. */
function withoutGlue(body: string, at: number): number {
  const adverb = adverbs.exec(body.slice(0, at))?.index ?? at;
  const name = body.slice(0, adverb);
  return isOrgan(name) ? adverb : organPrefix(name, 4) || adverb;
}

/** 市财政局负责经费保障: a role word with what it is about behind it; guidance and supervision are no role (null). */
export const roleWithMatter = remembered((part): { role: Role | null; at: number } | null => {
  const m = /(?:牵头|负责|配合|协助)(?=.{2,16}$)/.exec(part);
  if (!m || m.index < 2 || !isOrgan(part.slice(0, m.index).replace(/等.{0,8}$/, ''))) return null;
  const about = part.slice(m.index + m[0].length);
  if (/^(?:单位|部门|人)/.test(about)) return null;
  const guides = /^(?:业务|监督|工作|统筹|督促|技术|政策)*(?:指导|督导|监督|督促|督查)/.test(about);
  if (m[0] === '负责' && guides) return { role: null, at: m.index };
  return { role: m[0] === '牵头' ? 'lead' : m[0] === '负责' ? 'responsible' : 'participant', at: m.index };
});
