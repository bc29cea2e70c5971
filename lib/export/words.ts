import { deadlinesText } from '../follow/deadlines';
import type { PrintedDeadline } from '../follow/types';
import type { Role } from '../policy/types';
import type { TaskStatus } from '../store/types';
import type { DutyCertainty } from '../units/types';

/** What stands in the cells, in Chinese whatever the language of the browser: the table goes to Chinese readers. */
export const statusWord: Readonly<Record<TaskStatus, string>> = {
  open: '待办',
  doing: '进行中',
  done: '已完成',
  dropped: '不办',
};

const roles: Readonly<Record<Role, string>> = { lead: '牵头', participant: '参加', responsible: '责任' };

const certainties: Readonly<Record<DutyCertainty, string>> = {
  named: '',
  collective: '（集合称谓）',
  possible: '（可能涉及）',
};

/** 牵头, 参加（集合称谓）; '' without a role. */
export function roleWord(role: Role | null, certainty: DutyCertainty | null): string {
  return role ? roles[role] + (certainty ? certainties[certainty] : '') : '';
}

const colours: Readonly<Record<string, string>> = { yellow: '黄', green: '绿', blue: '蓝', red: '红', purple: '紫' };

/** A colour that has no word stands as it is. */
export function colourWord(colour: string): string {
  return colours[colour] ?? colour;
}

/** All limits that are printed, in their order. A default deadline says so: 2026年底前完成（默认时限）. */
export function deadlineText(task: {
  readonly deadlineText: string | null;
  readonly deadlines?: readonly PrintedDeadline[] | undefined;
  readonly dueByDefault?: boolean | undefined;
}) {
  if (task.deadlines?.length) return deadlinesText(task.deadlines);
  return task.dueByDefault ? `${task.deadlineText ?? ''}（默认时限）` : task.deadlineText;
}

/** 一、总体要求 › （二）基本原则 */
export const pathText = (path: readonly string[]): string => path.join(' › ');
export const unitsText = (units: readonly string[]): string => units.join('、');
/** Not 、, which may stand inside a tag. */
export const tagsText = (tags: readonly string[]): string => tags.join('；');
