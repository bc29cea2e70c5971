import { i18n } from '#i18n';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { PeopleFields } from '../people/PeopleFields';
import { Closing } from './Closing';
import { Delays } from './DelayForm';
import './follow.css';
import { Part } from './Part';
import { ProgressLog } from './ProgressLog';
import { RepeatField } from './RepeatField';
import { StepsField } from './StepsField';

/** Following a task up: who does it, how far it is, what became of its date. */
export function FollowEditor(props: {
  readonly task: TaskRecord;
  readonly today: string;
  /** Title of the task's document. */
  readonly document?: string | null | undefined;
  readonly onSet: (patch: TaskPatch) => void;
}) {
  const { task, today, document, onSet } = props;
  return (
    <div class="follow">
      <PeopleFields people={task} onChange={onSet} />
      <div class="follow-grid">
        <ProgressLog
          taskId={task.id}
          progress={task.progress ?? []}
          today={today}
          onChange={(progress) => onSet({ progress })}
        />
        <StepsField taskId={task.id} steps={task.steps ?? []} onChange={(steps) => onSet({ steps })} />
        <Part name={i18n.t('follow.dates')}>
          <Delays task={task} today={today} onSet={onSet} />
          <RepeatField key={`${task.repeat?.text}`} task={task} today={today} document={document} onSet={onSet} />
        </Part>
        <Closing task={task} onSet={onSet} />
      </div>
    </div>
  );
}
