import type { LedgerTask } from '../ledger/types';

/** How many duties stand where. total = done + doing + open; some of doing and open are overdue. */
export interface Figures {
  readonly total: number;
  readonly done: number;
  readonly doing: number;
  readonly open: number;
  readonly overdue: number;
}

type Standing = Pick<LedgerTask, 'status' | 'dueDate'>;

/** Whether its date is before today, and it is neither done nor dropped. Dates are ISO calendar dates. */
export const isOverdue = ({ status, dueDate }: Standing, today: string): boolean =>
  (status === 'open' || status === 'doing') && dueDate !== null && dueDate < today;

/** Counts duties; what was dropped (不办) is no duty any more and must have been left out. */
export function figuresOf(tasks: readonly Standing[], today: string): Figures {
  const of = (status: LedgerTask['status']) => tasks.filter((task) => task.status === status).length;
  return {
    total: tasks.length,
    done: of('done'),
    doing: of('doing'),
    open: of('open'),
    overdue: tasks.filter((task) => isOverdue(task, today)).length,
  };
}
