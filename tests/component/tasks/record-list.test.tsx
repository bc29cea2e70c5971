import { render } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { useCursor } from '../../../components/records/useCursor';
import { useSelection } from '../../../components/records/useSelection';
import { groupRows, type ListRow } from '../../../components/tasks/groups';
import { RecordList } from '../../../components/tasks/RecordList';
import type { TaskRecord } from '../../../lib/store/types';
import { taskRecord } from './sample';

const shown: string[] = [];
const nothing = () => undefined;

function List({ rows, label }: { readonly rows: readonly ListRow<TaskRecord>[]; readonly label: string }) {
  return (
    <RecordList
      label={label}
      of="task"
      rows={rows}
      cursor={useCursor()}
      selection={useSelection(shown)}
      rowHeight={27}
      groupWord={() => ''}
      row={(task) => task.title}
      onRemove={nothing}
      onReveal={nothing}
      onUndo={nothing}
      fields={[]}
    />
  );
}

it('a list without a cursor looks for it in no row, however often it is drawn', () => {
  const rows = groupRows([taskRecord(), taskRecord()], 'none', new Map(), new Set());
  const look = vi.spyOn(rows, 'findIndex');
  const { rerender } = render(<List rows={rows} label="任务" />);
  rerender(<List rows={rows} label="任务清单" />);
  expect(look).not.toHaveBeenCalled();
});
