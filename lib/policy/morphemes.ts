import { remembered } from '../names/remembered';
import type { Role } from './types';

/**
 * What the parts of a word say of a role, in the order in which they decide. A word that no list holds is read by them:
 * 抓总 and 领办 lead, 跟进 and 助力 take part, 督导 and 考核 are no role. A new morpheme is one entry here.
 */
const morphemes: readonly (readonly [Role | 'none', RegExp])[] = [
  // 跟抓, 从办, 协抓: the first part says how the rest is done.
  ['participant', /^(?:[跟从随参协助辅联配][抓办管包建做控推]|合办|携手|后援)/],
  // 认领 takes a thing on, and leads nobody.
  // 包联 and its like take a place in charge; 联 alone joins.
  ['responsible', /^认领$|认账|认办|包[联挂]|挂包|挂联/],
  [
    'lead',
    /牵头|[抓牵]总|总抓|挂帅|领[办衔题]|主[抓办责导攻]|[挑打承带]头|担纲|首责|掌舵|扛旗|归口|扎口|揽总|操盘|先锋|大梁|主角/,
  ],
  [
    'participant',
    /[配结]合|同步|随同|参战|^[同共][建改治办]$|出力|搭把?手|接力|[同齐共]抓|同办|参[加与建]|协|跟[进办上]|助|帮|支[持撑援]|辅|联|会[办同商]|保障|补位|[策侧响呼]应|侧翼|配套|搭台|划桨|后盾|边鼓|^副|组成|一[起同]|^[配参从随次辅]$/,
  ],
  ['responsible', /(?:任务|事项)主体|责|承|落实|实施|执行|推进|办理|兜底|代[建办]|包|盯|抓|具体|法人|业主|整改/],
  ['none', /督[办导查促]|监督|考核|验收|评估|抄送|成员/],
  ['lead', /[主领首总统牵]/],
  // 谁来干, 谁来办: who does it, asked outright.
  ['responsible', /谁/],
];

/** The role a word suggests by its parts. `clear` is false where none of them says anything: then `responsible`. */
export interface Suggested {
  readonly role: Role | 'none';
  readonly clear: boolean;
}

/** Reads an unknown role word or label by its morphemes. Never fails. */
export const suggestedRole = remembered((word): Suggested => {
  for (const [role, pattern] of morphemes) if (pattern.test(word)) return { role, clear: true };
  return { role: 'responsible', clear: false };
});
