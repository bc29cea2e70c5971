import { Component, type ComponentChildren } from 'preact';
import type { FieldName } from '../records/useCursor';

export interface RowState {
  readonly selected: boolean;
  readonly current: boolean;
  readonly open: boolean;
  /** The field that is typed into at once. */
  readonly field: FieldName | null;
  /** That field is done with: on to the next row. */
  readonly onDone: () => void;
  readonly onSelect: (upTo: boolean) => void;
  readonly onOpen: () => void;
}

interface RecordRowProps<Item> extends RowState {
  readonly item: Item;
  readonly row: (item: Item, state: RowState) => ComponentChildren;
}

/**
 * The content of one row, drawn anew only when something of it changed: while the list scrolls, rows that stay in view
 * cost nothing. `row` is made anew whenever the page around the list is drawn, and with it the handlers.
 */
export class RecordRow<Item> extends Component<RecordRowProps<Item>> {
  override shouldComponentUpdate(next: RecordRowProps<Item>): boolean {
    const { row, item, selected, current, open, field } = this.props;
    return (
      next.row !== row ||
      next.item !== item ||
      next.selected !== selected ||
      next.current !== current ||
      next.open !== open ||
      next.field !== field
    );
  }

  override render({ row, item, ...state }: RecordRowProps<Item>): ComponentChildren {
    return row(item, state);
  }
}
