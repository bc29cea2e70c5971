import { Component, type ComponentChildren } from 'preact';

export interface RowState {
  readonly selected: boolean;
  readonly open: boolean;
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
    const { row, item, selected, open } = this.props;
    return next.row !== row || next.item !== item || next.selected !== selected || next.open !== open;
  }

  override render({ row, item, ...state }: RecordRowProps<Item>): ComponentChildren {
    return row(item, state);
  }
}
