import { PieceBuilder } from './builder';
import type { Grammar } from './grammar';
import type { Reading } from './readings';

const members = /^(?:成员|组员|组成人员|参加人员|(?:组成|成员)(?:单位|部门|科室|处室|股室))[：:]/;
/** What the group has to do stands beside its members: without it a list of members is the staff of a committee. */
const duty = /^(?:主要|工作|具体|重点)?(?:任务|职责|分工)[：:]./;

/**
 * Groups set as cards whose members are units (组长：某某⏎成员：县委办、县统计局⏎任务：起草汇报稿): the members take part in what the next lines say the
 * group does. Cost: linear.
 */
export function withGroupMembers(readings: readonly Reading[], grammar: Grammar): readonly Reading[] {
  let out: Reading[] | null = null;
  for (let i = 0; i < readings.length; i++) {
    const { kind, paragraph, pieces } = readings[i]!;
    const label = kind === 'text' && !pieces.length ? members.exec(paragraph.strand.text.slice(0, 8)) : null;
    if (!label || ![i + 1, i + 2, i - 1].some((at) => duty.test(readings[at]?.paragraph.strand.text ?? ''))) continue;
    const builder = new PieceBuilder('line', grammar);
    const { strand } = paragraph;
    builder.addValue({ strand, start: label[0].length, end: strand.length }, { role: 'participant', certainty: 0.8 });
    if (!builder.drafts.length || !builder.drafts.every((d) => d.organ)) continue;
    out ??= [...readings];
    const group = ledGroup(readings, i);
    if (group >= 0) out[group] = { ...readings[group]!, head: null };
    out[i] = { ...readings[i]!, kind: 'line', pieces: [builder.finish({ start: 0, end: strand.length })], unclear: [] };
  }
  return out ?? readings;
}

/** Most lines of a group between its name and its members. */
const lines = 4;

/** Where the heading stands that names the group, if a line between names who leads it: then that unit has the duty, and not the group; else -1. */
function ledGroup(readings: readonly Reading[], at: number): number {
  let led = false;
  for (let i = at - 1; i >= 0 && at - i <= lines; i--) {
    const { kind, head, pieces } = readings[i]!;
    if (kind === 'node') return led && head?.drafts.length === 1 && /(?:组|专班)$/.test(head.drafts[0]!.name) ? i : -1;
    led ||= pieces.some(({ drafts }) => drafts.some(({ role }) => role === 'lead'));
  }
  return -1;
}
