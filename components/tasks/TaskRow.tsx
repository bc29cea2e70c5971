import { i18n } from '#i18n';
import type { TaskChange } from '../../lib/store/changed';
import type { TaskPatch } from '../../lib/store/port';
import type { DocumentHead, TaskRecord } from '../../lib/store/types';
import { ChangedBadge } from '../panel/changes/ChangedBadge';
import { RoleMark } from '../records/Line';
import { shortTitle } from '../records/title';
import { IconButton } from '../ui/Button';
import { Badge } from '../ui/Chip';
import { DueField } from './DueField';
import type { TagCount } from './EditorParts';
import { FollowMarks } from './follow/FollowMarks';
import { StatusSelect } from './follow/StatusSelect';
import { type Column, gridOf, type Layout } from './layout';
import type { RowState } from './RecordRow';
import { DocumentName, RowTags, Tick } from './RowParts';
import { TaskEditor } from './TaskEditor';
import './task-row.css';
import './task-table.css';

export interface TaskRowProps {
  readonly task: TaskRecord;
  readonly document: DocumentHead | undefined;
  readonly state: RowState;
  readonly layout: Pick<Layout, 'look' | 'columns'>;
  readonly today: string;
  readonly tags: readonly TagCount[];
  /** Rejects when it could not be stored, which has been said by then. */
  /** @param base What it was made from, where that is not the task as it is shown. */
  readonly onChange: (patch: TaskPatch, base?: TaskPatch) => Promise<unknown>;
  readonly changesOf: () => Promise<readonly TaskChange[]>;
  readonly onReveal: () => void;
  readonly onRemove: () => void;
  /** A tag was clicked: show what else has it. */
  readonly onTag: (tag: string) => void;
}

export function TaskRow(props: TaskRowProps) {
  const { task, state, layout } = props;
  // What went wrong has been said by then.
  const set = (patch: TaskPatch) => void props.onChange(patch).catch(() => undefined);
  const Shown = layout.look === 'table' ? TableLine : Card;
  const classes = [
    'task',
    `task-${task.status}`,
    state.selected && 'record-selected',
    state.current && 'record-current',
  ];
  return (
    <article
      class={classes.filter(Boolean).join(' ')}
      aria-label={task.title}
      aria-current={state.current ? 'true' : undefined}
    >
      <Shown {...props} set={set} />
      {state.open && (
        <TaskEditor
          task={task}
          document={props.document}
          today={props.today}
          tags={props.tags}
          field={state.field}
          onDone={state.onDone}
          onChange={props.onChange}
          onSet={set}
          changesOf={props.changesOf}
          onReveal={props.onReveal}
          onRemove={props.onRemove}
        />
      )}
    </article>
  );
}

type ShownProps = TaskRowProps & { readonly set: (patch: TaskPatch) => void };

/** A line of the table: what the chosen columns ask for. */
function TableLine(props: ShownProps) {
  const { task, document, state, layout, set } = props;
  const has = (column: Column) => layout.columns.includes(column);
  return (
    <div class="task-cells" style={{ '--grid': gridOf(layout.columns) }}>
      <Tick name={task.title} state={state} />
      <StatusSelect task={task} onChange={set} />
      {has('number') && <span class="cell cell-number">{task.number}</span>}
      <span class="cell-title">
        <TitleButton task={task} state={state} />
        <ChangedBadge kinds={document?.changed?.[task.measureId ?? '']} />
        <FollowMarks task={task} sourceBeside={has('document')} />
      </span>
      {has('role') && (
        <span class="cell cell-role">{task.role && <RoleMark role={task.role} certainty={task.certainty} />}</span>
      )}
      {has('lead') && <Cell name="lead" text={task.lead.join('、')} />}
      {has('due') && <DueField task={task} today={props.today} onChange={(dueDate) => set({ dueDate })} />}
      {has('tags') && <RowTags tags={task.tags} onTag={props.onTag} />}
      {has('document') && (
        <Cell
          name="document"
          text={document?.title ? shortTitle(document.title) : (task.source?.name ?? task.url)}
          whole={document?.title}
        />
      )}
      {has('note') && <Cell name="note" text={task.note} />}
      <BackToText {...props} />
    </div>
  );
}

/** A text in a column, cut off where it is too long; whole in its tooltip. */
const Cell = (props: { readonly name: Column; readonly text: string; readonly whole?: string | null | undefined }) => (
  <span class={`cell cell-${props.name} task-${props.name}`} title={props.whole ?? props.text}>
    {props.text}
  </span>
);

function TitleButton({ task, state }: Pick<TaskRowProps, 'task' | 'state'>) {
  return (
    <button
      type="button"
      class="task-title"
      data-main
      aria-expanded={state.open}
      title={task.title}
      onClick={state.onOpen}
    >
      {task.title || i18n.t('tasks.untitled')}
    </button>
  );
}

/** Two lines: the task, and where it comes from. */
function Card(props: ShownProps) {
  const { task, document, state, set } = props;
  return (
    <div class="task-line">
      <Tick name={task.title} state={state} />
      <StatusSelect task={task} onChange={set} />
      <div class="task-main">
        <TitleButton task={task} state={state} />
        <p class="task-where">
          {task.role && (
            <Badge tone={task.certainty === 'possible' ? 'plain' : 'accent'}>
              {i18n.t(`role.${task.role}`)}
              {task.certainty === 'possible' && ` · ${i18n.t('tasks.possible')}`}
            </Badge>
          )}
          {task.origin !== 'hand' && <DocumentName document={document} url={task.url} />}
          <ChangedBadge kinds={document?.changed?.[task.measureId ?? '']} />
          {task.number && <span class="task-number">{i18n.t('tasks.item', [task.number])}</span>}
          <FollowMarks task={task} />
          {task.note && <span class="task-note">{task.note}</span>}
        </p>
      </div>
      <RowTags tags={task.tags} onTag={props.onTag} />
      <DueField task={task} today={props.today} onChange={(dueDate) => set({ dueDate })} />
      <BackToText {...props} />
    </div>
  );
}

/** The way to the passage; a task by hand has none. */
const BackToText = ({ task, onReveal }: Pick<TaskRowProps, 'task' | 'onReveal'>) =>
  task.origin === 'hand' ? (
    <span />
  ) : (
    <IconButton small icon="locate" label={i18n.t('tasks.reveal')} onClick={onReveal} />
  );
