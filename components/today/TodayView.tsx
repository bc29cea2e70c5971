import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type AgendaPart, agendaOf, agendaParts } from '../../lib/follow/agenda';
import type { TaskRecord } from '../../lib/store/types';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { MonthView } from './MonthView';
import './today.css';
import { type RowTools, TodayRow } from './TodayRow';

export interface TodayViewProps extends RowTools {
  readonly tasks: readonly TaskRecord[];
  /** To the list of all. */
  readonly onAll: () => void;
  readonly onAdd: () => void;
}

/** Rows of one part that are drawn, few of what is not due this month: what is more belongs into the list, which filters. */
const mostOf = (part: AgendaPart): number => (part === 'later' ? 5 : 40);

/** The first page: what is overdue, due today, this week and this month, and what waits for a word; or a month at a glance. */
export function TodayView(props: TodayViewProps) {
  const { tasks, today, onAll, onAdd } = props;
  const [view, setView] = useState<'list' | 'month'>('list');
  const [open, setOpen] = useState<string | null>(null);
  const agenda = useMemo(() => agendaOf(tasks, today), [tasks, today]);
  const pressing = agenda.overdue.length + agenda.today.length;
  const row = (task: TaskRecord) => (
    <TodayRow
      key={task.id}
      {...props}
      task={task}
      open={open === task.id}
      onOpen={() => setOpen(open === task.id ? null : task.id)}
    />
  );
  return (
    <div class="today">
      <div class="today-head">
        <p class="today-figures" role="status">
          {i18n.t('today.figures', [
            agenda.overdue.length,
            agenda.today.length,
            agenda.week.length,
            agenda.month.length,
          ])}
        </p>
        <Button small icon="plus" onClick={onAdd}>
          {i18n.t('hand.add')}
        </Button>
        <Button
          small
          icon={view === 'list' ? 'calendar' : 'listTodo'}
          onClick={() => setView(view === 'list' ? 'month' : 'list')}
        >
          {i18n.t(view === 'list' ? 'today.monthView' : 'today.listView')}
        </Button>
      </div>
      {view === 'month' ? (
        <MonthView tasks={tasks} today={today} row={row} />
      ) : (
        <>
          {pressing === 0 && (
            <EmptyState icon="check" title={i18n.t('today.clear')}>
              {i18n.t('today.clearWhy')}
            </EmptyState>
          )}
          {agendaParts
            .filter((part) => agenda[part].length > 0)
            .map((part) => (
              <section key={part} class={`today-part today-${part}`} aria-label={i18n.t(`today.${part}`)}>
                <h2>
                  {i18n.t(`today.${part}`)} <span class="tab-count">{agenda[part].length}</span>
                  {part === 'waiting' && <small>{i18n.t('today.waitingWhy')}</small>}
                </h2>
                <ul>{agenda[part].slice(0, mostOf(part)).map(row)}</ul>
                {agenda[part].length > mostOf(part) && (
                  <Button small variant="quiet" onClick={onAll}>
                    {i18n.t('today.more', [agenda[part].length - mostOf(part)])}
                  </Button>
                )}
              </section>
            ))}
        </>
      )}
    </div>
  );
}
