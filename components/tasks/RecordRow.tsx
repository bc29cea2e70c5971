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
 * cost nothing, and none does while it is told how far a change of many has come. The handlers are those of the last
 * drawing of the list, whether the row was drawn with it or not.
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

  private readonly handlers = {
    onDone: () => this.props.onDone(),
    onSelect: (upTo: boolean) => this.props.onSelect(upTo),
    onOpen: () => this.props.onOpen(),
  };

  override render({ row, item, selected, current, open, field }: RecordRowProps<Item>): ComponentChildren {
    return row(item, { selected, current, open, field, ...this.handlers });
  }
}
