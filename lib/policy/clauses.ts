import { tokensOf } from '../names/coordination';
import { isOrgan } from '../names/organ';
import { remembered } from '../names/remembered';
import { stepAt } from '../text/chars';
import type { Strand } from '../text/strand';
import { saysWhen } from './dates';
import { roleWords } from './lexicon';
import { type RuleWords, ruleOf } from './rule-notes';
import type { Role } from './types';

/** A stretch of a strand that lists units of one role. */
export interface Clause {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
  /** The role word is printed with it; else it was inferred from its neighbours. */
  readonly said: boolean;
}

export interface Clauses {
  readonly clauses: readonly Clause[];
  readonly rules: readonly { words: RuleWords; start: number; end: number }[];
  /** Parts that say when: 市商务局负责，6月底前完成. */
  readonly times: readonly { start: number; end: number }[];
  /** A role word was found. */
  readonly found: boolean;
}

const words = [...roleWords].sort((a, b) => b[0].length - a[0].length);
const adverbs = /(?:共同|联合|分别|分头|具体|组织|积极|协同|负责|各自|主要|统筹|直接|依法|抓好|认真|切实)+$/;
const byDuty =
  /(?:按照?|依照?|依据|根据|结合)(?:各自|相关|有关|部门|工作|其)?(?:的)?(?:职责|职能|权限|任务|责任|分工|要求)(?:任务)?(?:分工|范围|权限|要求)?(?:范围内)?(?:的)?([^、，；]{0,14})$/;
/** 会同 inside a clause: what follows takes part. */
const together = /会同|会商|商请?(?=[省市县区国各有])|联合(?=[省市县区各有])/;

/** Where the role word at the end of a stretch begins, and the role; null when there is none. */
export const roleTail = remembered((text): { role: Role; at: number } | null => {
  const body = text.replace(/[。．.；;]+$/, '');
  const duty = byDuty.exec(body);
  if (duty) {
    const said = duty[1] ?? '';
    const role: Role = /牵头/.test(said)
      ? 'lead'
      : /配合|参与|参加|协助|协同|协办/.test(said)
        ? 'participant'
        : 'responsible';
    return { role, at: duty.index };
  }
  const word = words.find(([w]) => body.endsWith(w));
  if (!word) return null;
  let at = body.length - word[0].length;
  const adverb = adverbs.exec(body.slice(0, at));
  if (adverb) at = adverb.index;
  return { role: word[1], at };
});

/**
 * Reads role clauses without labels: 省教育厅牵头，省疾控局按职责分工负责 · 由甲局牵头，乙局、丙局配合 · 甲局会同乙局负责.
 * Units before a role word have its role, back to the role word before.
 */
export function readClauses(strand: Strand, start = 0, end = strand.length, given: Role | null = null): Clauses {
  const { text } = strand;
  const clauses: Clause[] = [];
  const rules: { words: RuleWords; start: number; end: number }[] = [];
  const times: { start: number; end: number }[] = [];
  let pending = -1;
  let pendingEnd = -1;
  let found = false;
  let last: Role | null = null;
  const flush = (role: Role, to: number, said: boolean) => {
    if (pending < 0) return;
    // 此项工作由市财政局牵头, 2034年底前由市财政局负责: the doer stands behind 由.
    const by = text.slice(pending, to).lastIndexOf('由');
    if (by > 0 && !isOrgan(text.slice(pending, pending + by))) pending += by + 1;
    const piece = text.slice(pending, to);
    const cut = outside(piece, together);
    if (cut && isOrgan(piece.slice(0, cut.index))) {
      clauses.push({ role, start: pending, end: pending + cut.index, said });
      clauses.push({ role: 'participant', start: pending + cut.index + cut[0].length, end: to, said });
    } else clauses.push({ role, start: pending, end: to, said });
    pending = -1;
  };
  for (const token of tokensOf(strand, start, end)) {
    const piece = text.slice(token.start, token.end);
    const words = ruleOf(piece);
    if (words) {
      rules.push({ words, start: token.start, end: token.end });
      continue;
    }
    if (saysWhen(piece) && !isOrgan(piece)) {
      times.push({ start: token.start, end: token.end });
      continue;
    }
    const tail = roleTail(piece);
    const inner = tail ? null : innerRole(piece);
    if (inner) {
      found = true;
      const to = token.start + inner.at;
      if (pending < 0) pending = token.start;
      if (inner.role) flush(inner.role, to, true);
      pending = -1;
      last = inner.role ?? last;
      continue;
    }
    if (!tail) {
      // A role word inside a token begins a new clause there: 甲局牵头乙局配合.
      if (pending < 0) pending = token.start;
      pendingEnd = token.end;
      continue;
    }
    found = true;
    const to = token.start + tail.at;
    if (tail.at > 0) {
      if (pending < 0) pending = token.start;
      pendingEnd = to;
      flush(tail.role, to, true);
    } else if (pending >= 0) flush(tail.role, pendingEnd, true);
    last = tail.role;
  }
  if (pending >= 0) {
    const role = given ?? (last === 'lead' ? 'participant' : last);
    if (role) flush(role, pendingEnd, false);
  }
  return { clauses, rules, times, found };
}

/**
 * A role word with what it is about behind it: 市财政局负责经费保障, 省发改委牵头制定. Guidance and supervision are no role
 * (`role` null), but end the list.
 */
const innerRole = remembered((piece): { role: Role | null; at: number } | null => {
  const m = /(?:牵头|负责|配合|协助)(?=.{2,16}$)/.exec(piece);
  if (!m || m.index < 2 || !isOrgan(piece.slice(0, m.index).replace(/等.{0,8}$/, ''))) return null;
  const about = piece.slice(m.index + m[0].length);
  if (/^(?:单位|部门|人)/.test(about)) return null;
  if (m[0] === '负责' && /^(?:业务|监督|工作|统筹|督促|技术|政策)*(?:指导|督导|监督|督促|督查)/.test(about))
    return { role: null, at: m.index };
  return { role: m[0] === '牵头' ? 'lead' : m[0] === '负责' ? 'responsible' : 'participant', at: m.index };
});

/** First match outside brackets. */
function outside(text: string, pattern: RegExp): RegExpExecArray | null {
  const m = pattern.exec(text);
  if (!m) return null;
  let depth = 0;
  for (let i = 0; i < m.index; i++) depth = Math.max(0, depth + stepAt(text, i));
  return depth ? null : m;
}
