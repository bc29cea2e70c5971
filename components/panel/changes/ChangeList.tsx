import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PageTarget } from '../../../lib/page/types';
import { GONE } from '../../../lib/store/changed';
import type { TaskRecord } from '../../../lib/store/types';
import { Button } from '../../ui/Button';
import { Badge } from '../../ui/Chip';
import './changes.css';
import { changeWord } from '../words';
import { ChangeLine, FactLine } from './ChangeLine';
import type { Entry, Told } from './entries';

/** As many are drawn until the reader asks for all. */
const DRAWN = 40;

export interface ChangeListProps {
  readonly told: Told;
  /** The reader's tasks by `measureId`. */
  readonly taskOf: ReadonlyMap<string, TaskRecord>;
  /** null: the later version is not the one that is open, so nothing can be shown in it. */
  readonly onReveal: ((target: PageTarget) => void) | null;
  /** A task takes over the new deadline of its measure. */
  readonly onSetDue: (task: TaskRecord, date: string) => void;
}

/** What is different between two versions: facts, then measures, ours first; what is only renumbered is counted. */
export function ChangeList({ told, taskOf, onReveal, onSetDue }: ChangeListProps) {
  const { facts, entries, renumbered } = told;
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, DRAWN);
  return (
    <>
      {facts.map((fact) => (
        <FactLine key={`${fact.kind}${fact.from}${fact.to}`} change={fact} />
      ))}
      <ol class="changes">
        {shown.map((entry) => (
          <li key={entry.key}>
            <EntryView
              entry={entry}
              task={taskOf.get(entry.gone ? GONE + entry.measure.id : entry.measure.id) ?? null}
              onReveal={onReveal}
              onSetDue={onSetDue}
            />
          </li>
        ))}
      </ol>
      {shown.length < entries.length && (
        <Button small variant="quiet" onClick={() => setAll(true)}>
          {i18n.t('changes.more', [`${entries.length - shown.length}`])}
        </Button>
      )}
      {renumbered.length > 0 && (
        <p class="changes-rest">{i18n.t('changes.renumberedOnly', [`${renumbered.length}`])}</p>
      )}
    </>
  );
}

function EntryView(props: {
  readonly entry: Entry;
  readonly task: TaskRecord | null;
  readonly onReveal: ChangeListProps['onReveal'];
  readonly onSetDue: (task: TaskRecord, date: string) => void;
}) {
  const { task, onReveal } = props;
  const { measure, changes, gone, mine } = props.entry;
  const dated = changes.some(({ kind }) => kind === 'deadlines') ? (measure.deadlines[0]?.date ?? null) : null;
  const name = (
    <>
      {measure.number !== null && <span class="measure-number">{measure.number}</span>}
      <span class="change-name">{measure.title ?? measure.text.slice(0, 40)}</span>
    </>
  );
  return (
    <article class={mine ? 'change change-mine' : 'change'}>
      <p class="change-head">
        {gone ? (
          <del class="change-title">{name}</del>
        ) : onReveal === null ? (
          <span class="change-title">{name}</span>
        ) : (
          <button
            type="button"
            class="link-quiet change-title"
            onClick={() => onReveal({ kind: 'measure', id: measure.id })}
          >
            {name}
          </button>
        )}
      </p>
      <p class="change-badges">
        {mine && <Badge tone="accent">{i18n.t('changes.ours')}</Badge>}
        {task && <Badge tone="good">{i18n.t('panel.myTask')}</Badge>}
        {changes.map(({ kind }) => (
          <Badge key={kind} tone={kind === 'gone' ? 'bad' : 'warn'}>
            {changeWord(kind)}
          </Badge>
        ))}
      </p>
      {changes.map((change) => (
        <ChangeLine key={change.kind} change={change} />
      ))}
      {task && dated !== null && dated !== task.dueDate && (
        <Button small icon="calendar" onClick={() => props.onSetDue(task, dated)}>
          {i18n.t('changes.setDue', [dated])}
        </Button>
      )}
    </article>
  );
}
