import { useMemo } from 'preact/hooks';
import type { PageSnapshot } from '../../lib/page/types';
import type { PolicyDocument } from '../../lib/policy/types';
import type { Duty, DutyDecision } from '../../lib/units/types';
import { setAsideIn } from './decide';
import { chipsFor, type Filter } from './filter';
import { annotationRows, dutiesByMeasure, dutyRows, outlineRows, type Row, taskRows } from './rows';
import type { TabKey } from './types';
import type { Records } from './useRecords';

export interface RowsInput {
  readonly snapshot: PageSnapshot;
  readonly policy: PolicyDocument;
  readonly records: Records;
  readonly decisions: readonly DutyDecision[];
  readonly tab: TabKey;
  readonly filter: Filter;
  readonly folded: ReadonlySet<string>;
}

/** Ids of the measures that are ours by name or by the reader's own word. */
const claimedBy = (duties: readonly Duty[]): readonly string[] => [
  ...new Set(
    duties.filter(({ certainty, confirmed }) => certainty === 'named' || confirmed).map(({ measure }) => measure),
  ),
];

/** What the current tab lists, and the numbers around it. */
export function usePolicyRows({ snapshot, policy, records, decisions, tab, filter, folded }: RowsInput) {
  const { duties, anchors } = snapshot;
  const taskOf = useMemo(
    () =>
      new Map(
        records.tasks.flatMap((task) =>
          task.measureId === null || task.origin !== 'measure' ? [] : [[task.measureId, task] as const],
        ),
      ),
    [records.tasks],
  );
  const taken = useMemo(() => new Set(taskOf.keys()), [taskOf]);
  const dutiesOf = useMemo(() => dutiesByMeasure(duties), [duties]);
  const setAside = useMemo(() => setAsideIn(decisions, snapshot.documentId), [decisions, snapshot.documentId]);
  const rows = useMemo<readonly Row[]>(() => {
    if (tab === 'duties') return dutyRows(policy, duties, setAside, filter, taken, folded);
    if (tab === 'measures') return outlineRows(policy, filter, taken, folded, dutiesOf);
    if (tab === 'tasks') return taskRows(policy, records.tasks, filter.text);
    return annotationRows(records.annotations, anchors, filter.text);
  }, [policy, duties, anchors, setAside, records, tab, filter, folded, taken, dutiesOf]);

  const shown = useMemo(
    () => rows.filter(({ kind }) => kind === 'measure' || kind === 'task' || kind === 'annotation').length,
    [rows],
  );
  const total = {
    duties: duties.length + setAside.length,
    measures: policy.measures.length,
    tasks: records.tasks.length,
    annotations: records.annotations.length,
  }[tab];
  const chips = useMemo(() => {
    if (tab === 'measures') return chipsFor(policy.measures, taken);
    if (tab !== 'duties') return null;
    const measures = new Map(policy.measures.map((measure) => [measure.id, measure]));
    const listed = duties.flatMap((duty) => measures.get(duty.measure) ?? []);
    // The list is in groups by role already.
    return { ...chipsFor(listed, taken), roles: [] };
  }, [policy, duties, taken, tab]);
  // What names us, and what the reader has said is ours.
  const claimed = useMemo(() => claimedBy(duties), [duties]);
  return { rows, taskOf, taken, dutiesOf, shown, total, chips, claimed };
}
