import type { PageTarget } from '../../lib/page/types';
import { baseOf } from '../../lib/store/patch';
import { AnnotationRow } from './AnnotationRow';
import type { Versions } from './changes/useVersions';
import { type Filter, termsOf } from './filter';
import { HeadingRow, SetAsideRow, UnreadRow } from './HeadingRow';
import { MeasureRow } from './MeasureRow';
import type { ReviewDeeds } from './review/useReview';
import type { Row } from './rows';
import { TaskRow } from './TaskRow';
import { localDate } from './today';
import type { Actions, PolicyPanelProps, TabKey } from './types';
import type { ListState } from './useList';
import type { usePolicyRows } from './usePolicyRows';
import type { Records } from './useRecords';
import { groupWord } from './words';

export interface PanelRowProps {
  readonly row: Row;
  readonly tab: TabKey;
  readonly panel: PolicyPanelProps;
  readonly list: ListState;
  readonly view: ReturnType<typeof usePolicyRows>;
  readonly records: Records;
  readonly filter: Filter;
  readonly actions: Actions;
  readonly deeds: ReviewDeeds;
  /** Ids of measures that are not what they were when last seen. */
  readonly changed: Versions['changed'];
  /** Measure ids as listed. */
  readonly order: readonly string[];
  readonly onReveal: (target: PageTarget) => void;
  readonly onPickUnit: (unit: string) => void;
}

/** One row of whichever list is shown, tied to what the panel may do. */
export function PanelRow(props: PanelRowProps) {
  const { row, panel, list, records, actions, view, onReveal } = props;
  const current = list.current === row.key;
  const terms = termsOf(props.filter.text);
  const today = panel.today ?? localDate();
  const reveal = (target: PageTarget) => {
    list.mark(row.key);
    onReveal(target);
  };
  switch (row.kind) {
    case 'section':
    case 'group':
      return (
        <HeadingRow
          text={row.kind === 'section' ? row.section.heading : groupWord(row.group)}
          count={row.count}
          depth={row.kind === 'section' ? row.section.depth : 0}
          folded={list.folded.has(row.key)}
          onFold={() => list.fold(row.key)}
        />
      );
    case 'unread':
      return (
        <UnreadRow
          unread={row.unread}
          onReveal={() => onReveal({ kind: 'passage', revision: panel.snapshot.revision, span: row.unread.span })}
        />
      );
    case 'set-aside':
      return <SetAsideRow title={row.title} onTakeBack={() => actions.reconsider(row.decision)} />;
    case 'task':
      return (
        <TaskRow
          task={row.task}
          anchor={panel.snapshot.anchors[row.task.id]}
          changed={props.changed[row.task.measureId ?? '']}
          current={current}
          terms={terms}
          tags={records.tags}
          today={today}
          onReveal={() => reveal({ kind: 'task', id: row.task.id })}
          onUpdate={(patch, base) => actions.updateTask(row.task.id, patch, base ?? baseOf(row.task, patch))}
          onRemove={() => actions.removeTask(row.task)}
        />
      );
    case 'annotation':
      return (
        <AnnotationRow
          annotation={row.annotation}
          anchor={panel.snapshot.anchors[row.annotation.id]}
          current={current}
          terms={terms}
          tags={records.tags}
          onReveal={() => reveal({ kind: 'annotation', id: row.annotation.id })}
          hasSelection={panel.snapshot.selection !== null}
          findPassage={panel.page.draftFound}
          deeds={props.deeds}
          onUpdate={(patch, base) =>
            actions.updateAnnotation(row.annotation.id, patch, base ?? baseOf(row.annotation, patch))
          }
          onRemove={() => actions.removeAnnotation(row.annotation)}
        />
      );
    case 'measure': {
      const { measure, duty } = row;
      const task = view.taskOf.get(measure.id) ?? null;
      return (
        <MeasureRow
          measure={measure}
          duty={duty}
          duties={view.dutiesOf.get(measure.id) ?? []}
          explain={props.tab === 'duties' || current}
          profiles={panel.profiles}
          task={task}
          current={current}
          picked={list.picked.has(measure.id)}
          terms={terms}
          tags={records.tags}
          today={today}
          onReveal={() => reveal({ kind: 'measure', id: measure.id })}
          onPick={(range) => list.pick(measure.id, range, props.order)}
          onTakeOn={() => actions.takeOn([measure.id])}
          onPickUnit={props.onPickUnit}
          onDecide={(scope, verdict) => duty && actions.decide(duty, scope, verdict)}
          onUpdate={(patch, base) =>
            task ? actions.updateTask(task.id, patch, base ?? baseOf(task, patch)) : Promise.resolve()
          }
          onRemove={() => task && actions.removeTask(task)}
        />
      );
    }
  }
}
