import { i18n } from '#i18n';
import type { ExchangeOffer } from '../../../lib/export/exchange/merge';
import { followWords, statusText } from '../../../lib/export/follow-words';
import { tagsText } from '../../../lib/export/words';
import type { TaskRecord } from '../../../lib/store/types';

/**
 * What a field of a task holds, in words; '' for nothing.
 *
 * @param without What is there already: of lists that only grow, only what comes is shown.
 */
export function fieldText(field: ExchangeOffer['field'], task: TaskRecord, without?: TaskRecord): string {
  switch (field) {
    case 'status':
      return [statusText(task), task.doneOn && `${i18n.t('follow.doneOn')} ${task.doneOn}`].filter(Boolean).join(' ');
    case 'repeat':
      return task.repeat ? (followWords.repeat({ ...task, recurrenceText: null }) ?? '') : '';
    case 'steps':
      return (task.steps ?? []).map(followWords.step).join('\n');
    case 'tags':
    case 'evidence':
    case 'leaders':
    case 'offices':
    case 'handlers':
      return tagsText(task[field] ?? []);
    case 'more': {
      const known = new Set(without ? linesOf(without) : []);
      return linesOf(task)
        .filter((line) => !known.has(line))
        .join('\n');
    }
    default:
      return task[field] ?? '';
  }
}

const linesOf = ({ progress, moves, rounds }: TaskRecord): string[] => [
  ...(progress ?? []).map(followWords.entry),
  ...(moves ?? []).map(followWords.move),
  ...(rounds ?? []).map(({ due, done }, at) => i18n.t('follow.round', [at + 1, due ?? i18n.t('tasks.noDate'), done])),
];
