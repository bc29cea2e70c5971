import { i18n } from '#i18n';
import { latestOf } from '../../../lib/follow/latest';
import type { TaskRecord } from '../../../lib/store/types';
import './follow.css';

/**
 * What a row says of following a task up: who, how far, and that it comes back.
 *
 * @param sourceBeside A column beside it has the source's name.
 */
export function FollowMarks({ task, sourceBeside }: { readonly task: TaskRecord; readonly sourceBeside?: boolean }) {
  const people = [...(task.handlers ?? []), ...(task.offices ?? [])];
  const steps = task.steps ?? [];
  const percent = latestOf(task)?.percent ?? null;
  return (
    <>
      {people.length > 0 && <span class="follow-mark follow-people">{people.join('、')}</span>}
      {steps.length > 0 && (
        <span class="follow-mark follow-short">
          {i18n.t('follow.stepsDone', [steps.filter(({ done }) => done).length, steps.length])}
        </span>
      )}
      {percent !== null && <span class="follow-mark follow-short">{percent}%</span>}
      {task.repeat && (
        <span class="follow-mark" title={i18n.t('follow.repeats')}>
          ↻ {task.repeat.text}
          {task.rounds?.length ? ` · ${i18n.t('follow.roundsDone', [task.rounds.length])}` : ''}
        </span>
      )}
      {task.source && !(sourceBeside && task.source.name) && (
        <span class="follow-mark">
          {i18n.t(`follow.source.${task.source.kind}`)}
          {task.source.name && ` · ${task.source.name}`}
        </span>
      )}
    </>
  );
}
