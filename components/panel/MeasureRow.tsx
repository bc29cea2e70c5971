import { i18n } from '#i18n';
import type { Deadline, Measure } from '../../lib/policy/types';
import type { TaskRecord } from '../../lib/store/types';
import { oursIn } from '../../lib/units/ours';
import type { Duty, Profile } from '../../lib/units/types';
import { taskWord } from '../records/words';
import { Button, IconButton } from '../ui/Button';
import { Badge } from '../ui/Chip';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import type { Scope, Verdict } from './decide';
import { doubtOf } from './doubt';
import { headline, snippet } from './headline';
import { Marked } from './Marked';
import './measure.css';
import { MeasureLine } from './MeasureLine';
import { TaskEditor, type TaskEditorProps } from './TaskEditor';
import type { Show } from './types';
import { Units } from './Units';
import { When } from './When';
import { formWord, percent, recurrenceWord, scopeWord, whyWord } from './words';

export interface MeasureRowProps
  extends Pick<TaskEditorProps, 'tags' | 'today' | 'field' | 'onDone' | 'onUpdate' | 'onRemove'> {
  readonly measure: Measure;
  /** What it is called in one line, where its title alone does not tell it from others. */
  readonly name?: string | null;
  /** The one that this row speaks of. */
  readonly duty: Duty | null;
  /** All duties of the measure, of whichever of our units: they say what is filled, as in the page. */
  readonly duties: readonly Duty[];
  /** Whether it says in words why it is ours. */
  readonly explain: boolean;
  readonly profiles: readonly Profile[];
  readonly task: TaskRecord | null;
  readonly current: boolean;
  readonly show: Show;
  readonly picked: boolean;
  readonly terms: readonly string[];
  readonly onReveal: () => void;
  readonly onPick: (range: boolean) => void;
  readonly onTakeOn: () => void;
  readonly onPickUnit: (unit: string) => void;
  readonly onDecide: (scope: Scope, verdict: Verdict) => void;
}

/** One measure: its head leads to the page; open, it is shown in full with the task made of it. */
export function MeasureRow(props: MeasureRowProps) {
  if (props.show === 'line') return <MeasureLine {...props} />;
  const { measure, duty, task, current, terms, show } = props;
  const full = show === 'full';
  const { head, body } = headline(measure);
  const ours = oursIn(props.duties);
  const classes = ['measure', current && 'measure-current', ours.sure.size > 0 && 'measure-mine']
    .filter(Boolean)
    .join(' ');
  return (
    <article class={classes} aria-current={current ? 'true' : undefined}>
      <input
        type="checkbox"
        class="checkbox measure-check"
        aria-label={i18n.t('panel.pickMeasure', [head.slice(0, 40)])}
        checked={props.picked}
        onClick={(event) => props.onPick(event.shiftKey)}
      />
      <div class="measure-body">
        <button type="button" class="measure-head" data-main onClick={props.onReveal}>
          {measure.number !== null && <span class="measure-number">{measure.number}</span>}
          {measure.part !== null && <span class="measure-part">{i18n.t('panel.part', [`${measure.part}`])}</span>}
          <span class={measure.title === null ? 'measure-plain' : 'measure-title'}>
            <Marked text={full ? head : snippet(head, terms, 90)} terms={terms} />
          </span>
        </button>
        {body && (
          <p class={full ? 'measure-text' : 'measure-text measure-clamped'}>
            <Marked text={full ? body : snippet(body, terms, 110)} terms={terms} />
          </p>
        )}
        <Units measure={measure} ours={ours} terms={terms} full={full} onPickUnit={props.onPickUnit} />
        <Times measure={measure} full={full} />
        <DoubtLine measure={measure} full={full} />
        {duty && props.explain && <Why {...props} duty={duty} />}
        {task && full && (
          <TaskEditor
            task={task}
            profiles={props.profiles}
            tags={props.tags}
            today={props.today}
            field={props.field}
            onDone={props.onDone}
            onUpdate={props.onUpdate}
            onRemove={props.onRemove}
          />
        )}
      </div>
      <div class="measure-side">
        {task ? (
          <span class={`task-state task-${task.status}`}>{taskWord(task)}</span>
        ) : (
          <IconButton icon="plus" small label={i18n.t('panel.takeOn')} onClick={props.onTakeOn} />
        )}
      </div>
    </article>
  );
}

function Times({ measure, full }: { readonly measure: Measure; readonly full: boolean }) {
  if (measure.deadlines.length === 0 && measure.recurrences.length === 0) return null;
  return (
    <p class="measure-times">
      {measure.deadlines.map((deadline) =>
        deadline.isDefault ? (
          <ByDefault key={deadline.span.start} deadline={deadline} full={full} />
        ) : (
          <span key={deadline.span.start} class="time">
            <Icon name="calendar" size={13} />
            <span class="deadline">
              <When text={deadline.text} date={deadline.date} />
            </span>
            <YearNote deadline={deadline} />
          </span>
        ),
      )}
      {measure.recurrences.map((recurrence) => (
        <span key={recurrence.span.start} class="time" title={recurrenceWord(recurrence.period, recurrence.times)}>
          <Icon name="repeat" size={13} />
          {recurrence.text}
        </span>
      ))}
    </p>
  );
}

/** The document's own deadline: its date is enough in each of many measures, its words stand in the title and in full. */
function ByDefault({ deadline, full }: { readonly deadline: Deadline; readonly full: boolean }) {
  const words = i18n.t('panel.quoted', [deadline.text]);
  return (
    <span class="time time-default" title={`${i18n.t('panel.defaultHere')}\n${words}`}>
      <Icon name="calendar" size={13} />
      <span>
        {deadline.date ?? deadline.text}
        <span class="time-note">{i18n.t('panel.byDefault')}</span>
        <YearNote deadline={deadline} />
        {full && deadline.date !== null && <span class="time-words">{words}</span>}
      </span>
    </span>
  );
}

/** The year is not printed: where it comes from, or that it could not be inferred either. */
function YearNote({ deadline: { yearInferred, date } }: { readonly deadline: Deadline }) {
  if (!yearInferred) return null;
  return (
    <span class="time-note" title={i18n.t('panel.yearInferredWhy')}>
      {i18n.t(date === null ? 'panel.yearUnknown' : 'panel.yearInferred')}
    </span>
  );
}

/** “待核对”, and in the current measure the reason. */
function DoubtLine({ measure, full }: { readonly measure: Measure; readonly full: boolean }) {
  const doubt = doubtOf(measure);
  if (!doubt) return null;
  const forms = [...new Set(doubt.assignments.map(({ form }) => formWord(form)))].join('、');
  const reasons = [
    doubt.limits ? i18n.t('panel.doubt.limits', [percent(measure.certainty)]) : '',
    forms ? i18n.t('panel.doubt.assignment', [forms, percent(doubt.certainty)]) : '',
    doubt.recognised === null ? '' : i18n.t('panel.doubt.recognised', [percent(doubt.recognised)]),
  ].filter(Boolean);
  const reason = reasons.join(i18n.t('panel.semicolon'));
  return (
    <p class="measure-doubt">
      <Badge tone="warn" title={reason}>
        {i18n.t('panel.toCheck')}
      </Badge>
      {full && <span>{reason}</span>}
    </p>
  );
}

/** Why it is ours, in one line; asked where it is only possible, and to be corrected everywhere. */
function Why({ duty, profiles, onDecide }: MeasureRowProps & { readonly duty: Duty }) {
  const scopes: readonly Scope[] = ['measure', 'document', 'always'];
  return (
    <div class="measure-why">
      <p>{whyWord(duty, profiles)}</p>
      {duty.confirmed && <Badge tone="good">{i18n.t('panel.confirmed')}</Badge>}
      {duty.certainty === 'possible' && (
        <>
          <Button small icon="check" aria-keyshortcuts="y" onClick={() => onDecide('measure', 'confirmed')}>
            {i18n.t('panel.ours')}
          </Button>
          <Button small icon="x" aria-keyshortcuts="n" onClick={() => onDecide('measure', 'dismissed')}>
            {i18n.t('panel.notOurs')}
          </Button>
        </>
      )}
      <Menu
        small
        label={i18n.t('panel.notOursMenu')}
        items={[
          ...(duty.certainty === 'possible'
            ? [
                {
                  text: i18n.t('panel.allOurs', [duty.why.unit]),
                  onPick: () => onDecide('document', 'confirmed'),
                },
              ]
            : []),
          ...scopes.map((scope) => ({
            text: scopeWord(scope, duty.why.unit),
            onPick: () => onDecide(scope, 'dismissed'),
          })),
        ]}
      />
    </div>
  );
}
