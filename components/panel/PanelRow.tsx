import { titleAmong } from '../../lib/page/repeated';
import type { PageTarget } from '../../lib/page/types';
import { baseOf } from '../../lib/store/patch';
import { HeadingRow } from '../records/HeadingRow';
import { termsOf } from '../records/terms';
import type { Cursor } from '../records/useCursor';
import type { Selection } from '../records/useSelection';
import { AnnotationRow } from './AnnotationRow';
import type { Versions } from './changes/useVersions';
import type { Filter } from './filter';
import { MeasureRow } from './MeasureRow';
import { SetAsideRow, UnreadRow } from './OtherRows';
import type { ReviewDeeds } from './review/useReview';
import type { Row } from './rows';
import { TaskRow } from './TaskRow';
import { localDate } from './today';
import { measuresOfGroup } from './triage';
import type { Actions, Density, PolicyPanelProps, Show, TabKey } from './types';
import type { usePolicyRows } from './usePolicyRows';
import type { Records } from './useRecords';
import { groupWord } from './words';

/** What every row of the list needs of the panel. */
export interface RowContext {
  readonly tab: TabKey;
  readonly density: Density;
  readonly panel: PolicyPanelProps;
  readonly cursor: Cursor;
  readonly picks: Selection;
  readonly view: ReturnType<typeof usePolicyRows>;
  readonly records: Records;
  readonly filter: Filter;
  readonly actions: Actions;
  readonly deeds: ReviewDeeds;
  /** Ids of measures that are not what they were when last seen. */
  readonly changed: Versions['changed'];
  readonly onReveal: (target: PageTarget) => void;
  readonly onPickUnit: (unit: string) => void;
  /** The field that was typed into is done with: on to the next row. */
  readonly onDone: () => void;
}

/** One row of whichever list is shown, tied to what the panel may do. */
export function PanelRow({ row, at }: { readonly row: Row; readonly at: RowContext }) {
  const { panel, cursor, actions, onReveal } = at;
  switch (row.kind) {
    case 'section':
    case 'group':
      return <Heading row={row} at={at} />;
    case 'unread':
      return (
        <UnreadRow
          unread={row.unread}
          onReveal={() => {
            cursor.mark(row.key);
            onReveal({ kind: 'passage', revision: panel.snapshot.revision, span: row.unread.span });
          }}
        />
      );
    case 'set-aside':
      return <SetAsideRow title={row.title} onTakeBack={() => actions.reconsider(row.decision)} />;
    case 'task':
      return <TaskOf row={row} at={at} />;
    case 'annotation':
      return <AnnotationOf row={row} at={at} />;
    case 'measure':
      return <MeasureOf row={row} at={at} />;
  }
}

type Of<Kind extends Row['kind']> = { readonly row: Extract<Row, { kind: Kind }>; readonly at: RowContext };

function Heading({ row, at }: Of<'section' | 'group'>) {
  const { cursor, picks, view } = at;
  const folded = cursor.folded.has(row.key);
  const text = row.kind === 'section' ? row.section.heading : groupWord(row.group);
  const place = view.rows.indexOf(row);
  const ids = folded ? [] : measuresOfGroup(view.rows, place);
  return (
    <HeadingRow
      text={text}
      count={row.count}
      depth={row.kind === 'section' ? row.section.depth : 0}
      folded={folded}
      onFold={() => cursor.fold(row.key)}
      onPick={ids.length > 0 ? () => picks.toggleAll(ids) : undefined}
      picked={ids.length > 0 && ids.every((id) => picks.ids.has(id))}
    />
  );
}

/** What all rows of a record have in common. */
function common(row: Row, { panel, cursor, filter, records, density, onDone, onReveal }: RowContext) {
  const current = cursor.current === row.key;
  const open = cursor.open === row.key;
  const show: Show = open ? 'full' : density === 'loose' || cursor.peek === row.key ? 'short' : 'line';
  return {
    current,
    show,
    field: open ? cursor.field : null,
    onDone,
    terms: termsOf(filter.text),
    tags: records.tags,
    today: panel.today ?? localDate(),
    reveal: (target: PageTarget) => () => {
      cursor.mark(row.key);
      onReveal(target);
    },
  };
}

function TaskOf({ row, at }: Of<'task'>) {
  const { task } = row;
  const { reveal, ...rest } = common(row, at);
  return (
    <TaskRow
      {...rest}
      task={task}
      profiles={at.panel.profiles}
      anchor={at.panel.snapshot.anchors[task.id]}
      changed={at.changed[task.measureId ?? '']}
      onReveal={reveal({ kind: 'task', id: task.id })}
      onUpdate={(patch, base) => at.actions.updateTask(task.id, patch, base ?? baseOf(task, patch))}
      onRemove={() => at.actions.removeTask(task)}
    />
  );
}

function AnnotationOf({ row, at }: Of<'annotation'>) {
  const { annotation } = row;
  const { snapshot, page } = at.panel;
  const { reveal, today: _, ...rest } = common(row, at);
  return (
    <AnnotationRow
      {...rest}
      annotation={annotation}
      anchor={snapshot.anchors[annotation.id]}
      onReveal={reveal({ kind: 'annotation', id: annotation.id })}
      hasSelection={snapshot.selection !== null}
      findPassage={page.draftFound}
      deeds={at.deeds}
      onUpdate={(patch, base) => at.actions.updateAnnotation(annotation.id, patch, base ?? baseOf(annotation, patch))}
      onRemove={() => at.actions.removeAnnotation(annotation)}
    />
  );
}

function MeasureOf({ row, at }: Of<'measure'>) {
  const { measure, duty } = row;
  const { view, actions, picks } = at;
  const { reveal, ...rest } = common(row, at);
  const task = view.taskOf.get(measure.id) ?? null;
  return (
    <MeasureRow
      {...rest}
      measure={measure}
      name={titleAmong(at.panel.policy, measure)}
      duty={duty}
      duties={view.dutiesOf.get(measure.id) ?? []}
      explain={at.tab === 'duties' || rest.current}
      profiles={at.panel.profiles}
      task={task}
      picked={picks.ids.has(measure.id)}
      onReveal={reveal({ kind: 'measure', id: measure.id })}
      onPick={(range) => picks.toggle(measure.id, range)}
      onTakeOn={() => actions.takeOn([measure.id])}
      onPickUnit={at.onPickUnit}
      onDecide={(scope, verdict) => duty && actions.decide(duty, scope, verdict)}
      onUpdate={(patch, base) =>
        task ? actions.updateTask(task.id, patch, base ?? baseOf(task, patch)) : Promise.resolve()
      }
      onRemove={() => task && actions.removeTask(task)}
    />
  );
}
