import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type MonthDay, monthLater, monthOf } from '../../lib/follow/agenda';
import type { TaskRecord } from '../../lib/store/types';
import { dueState } from '../due';
import { IconButton } from '../ui/Button';
import './today.css';

/** Titles that a day has room for. */
const few = 3;

/** A month at a glance; a day that is chosen shows its tasks below. */
export function MonthView(props: {
  readonly tasks: readonly TaskRecord[];
  readonly today: string;
  readonly row: (task: TaskRecord) => ComponentChildren;
}) {
  const { tasks, today } = props;
  const [month, setMonth] = useState(today.slice(0, 7));
  const [chosen, setChosen] = useState(today);
  const days = monthOf(tasks, month);
  const day = days.find(({ date }) => date === chosen);
  return (
    <div class="month">
      <header class="month-head">
        <IconButton
          icon="chevronLeft"
          label={i18n.t('today.previous')}
          onClick={() => setMonth(monthLater(month, -1))}
        />
        <h2 aria-live="polite">{i18n.t('today.monthOf', [month.slice(0, 4), Number(month.slice(5))])}</h2>
        <IconButton icon="chevronRight" label={i18n.t('today.next')} onClick={() => setMonth(monthLater(month, 1))} />
      </header>
      <ol class="month-grid" aria-label={i18n.t('today.monthView')}>
        {i18n
          .t('today.weekdays')
          .split(' ')
          .map((name) => (
            <li key={name} class="month-weekday" aria-hidden="true">
              {name}
            </li>
          ))}
        {days.map((each) => (
          <Day
            key={each.date}
            day={each}
            today={today}
            chosen={each.date === chosen}
            onChoose={() => setChosen(each.date)}
          />
        ))}
      </ol>
      {day && day.tasks.length + day.expected.length > 0 && (
        <section class="today-part" aria-label={dayWords(day)}>
          <h2>{dayWords(day)}</h2>
          <ul>{day.tasks.map(props.row)}</ul>
          {day.expected.length > 0 && (
            <p class="month-expected">
              {i18n.t('today.expected')}：{day.expected.map(({ title }) => title).join('；')}
            </p>
          )}
        </section>
      )}
    </div>
  );
}

function Day(props: {
  readonly day: MonthDay<TaskRecord>;
  readonly today: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { day, today } = props;
  const classes = [
    'month-day',
    day.outside && 'month-outside',
    day.date === today && 'month-today',
    props.chosen && 'month-chosen',
  ];
  return (
    <li>
      <button
        type="button"
        class={classes.filter(Boolean).join(' ')}
        aria-pressed={props.chosen}
        aria-current={day.date === today ? 'date' : undefined}
        onClick={props.onChoose}
      >
        {/* Its name holds all that it shows: a label in its place would not. */}
        <span class="visually-hidden">{dayWords(day)} </span>
        <span class="month-date" aria-hidden="true">
          {Number(day.date.slice(8))}
        </span>
        {day.tasks.slice(0, few).map((task) => (
          <span key={task.id} class={`month-task month-${dueState(task, today)} month-is-${task.status}`}>
            {task.title}
          </span>
        ))}
        {day.tasks.length > few && <span class="month-more">+{day.tasks.length - few}</span>}
        {day.tasks.length < few &&
          day.expected.slice(0, few - day.tasks.length).map((task) => (
            <span key={task.id} class="month-task month-later month-again">
              ↻ {task.title}
            </span>
          ))}
      </button>
    </li>
  );
}

const dayWords = ({ date, tasks, expected }: MonthDay<TaskRecord>): string =>
  i18n.t('today.dayOf', [Number(date.slice(5, 7)), Number(date.slice(8)), tasks.length + expected.length]);
