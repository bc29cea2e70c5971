import { i18n } from '#i18n';
import type { Change } from '../../lib/anchor/compare';
import type { Resolution } from '../../lib/anchor/types';
import type { TaskRecord } from '../../lib/store/types';
import { dueState } from '../due';
import { Line, RoleMark } from '../records/Line';
import { shortDate, taskWord } from '../records/words';
import { AnchorBadge } from './AnchorBadge';
import { ChangedBadge } from './changes/ChangedBadge';
import { snippet } from './headline';
import { Marked } from './Marked';
import { TaskEditor, type TaskEditorProps } from './TaskEditor';
import type { Show } from './types';
import { roleWord } from './words';
import './measure.css';

export interface TaskRowProps extends TaskEditorProps {
  readonly task: TaskRecord;
  readonly anchor: Resolution | undefined;
  /** Its measure is not what it was when last seen. */
  readonly changed: readonly Change['kind'][] | undefined;
  readonly current: boolean;
  readonly show: Show;
  readonly terms: readonly string[];
  readonly onReveal: () => void;
}

/** One task of the document; open, with its fields. */
export function TaskRow(props: TaskRowProps) {
  const { task, current, show } = props;
  const late = dueState(task, props.today) === 'overdue';
  const badges = (
    <>
      <AnchorBadge anchor={props.anchor} whole={task.origin === 'measure'} />
      <ChangedBadge kinds={props.changed} />
    </>
  );
  const state = <span class={`task-state line-state task-${task.status}`}>{taskWord(task)}</span>;
  if (show === 'line') {
    return (
      <Line
        class="measure task"
        current={current}
        number={task.number}
        title={<Marked text={snippet(task.title, props.terms, 140)} terms={props.terms} />}
        hint={[task.title, task.note].filter(Boolean).join('\n')}
        onOpen={props.onReveal}
      >
        {task.note && <span class="line-note">{task.note}</span>}
        {badges}
        {task.role && <RoleMark role={task.role} certainty={task.certainty} />}
        {task.dueDate && (
          <span class={late && !task.dueByDefault ? 'line-date line-late' : 'line-date'}>
            {shortDate(task.dueDate, props.today)}
          </span>
        )}
        {state}
      </Line>
    );
  }
  return (
    <article
      class={current ? 'measure task measure-current' : 'measure task'}
      aria-current={current ? 'true' : undefined}
    >
      <span class={`task-dot task-dot-${task.status}`} aria-hidden="true" />
      <div class="measure-body">
        <button type="button" class="measure-head" data-main onClick={props.onReveal}>
          {task.number !== null && <span class="measure-number">{task.number}</span>}
          <span class="measure-title">
            <Marked text={task.title} terms={props.terms} />
          </span>
        </button>
        <p class="task-line">
          {task.role && <span>{roleWord(task.role)}</span>}
          {task.dueDate && <span class={late && !task.dueByDefault ? 'task-late' : 'deadline'}>{task.dueDate}</span>}
          {task.dueByDefault && <span title={task.deadlineText ?? undefined}>{i18n.t('panel.byDefault')}</span>}
          {task.tags.map((tag) => (
            <span key={tag} class="task-tag">
              #{tag}
            </span>
          ))}
          {badges}
        </p>
        {show === 'short' && task.note && (
          <p class="measure-text measure-clamped">
            <Marked text={task.note} terms={props.terms} />
          </p>
        )}
        {show === 'full' && <TaskEditor {...props} />}
      </div>
      <div class="measure-side">{state}</div>
    </article>
  );
}
