import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/Icon';
import type { IconName } from '../../ui/icons';
import './notice.css';

/** A line above the lists that says what needs the reader, and opens to show it. */
export function Notice(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Beside the line. */
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="notice" aria-label={props.title}>
      <div class="notice-line">
        <button type="button" class="notice-title" aria-expanded={props.open} onClick={props.onToggle}>
          <Icon name={props.icon} size={14} />
          <span>{props.title}</span>
          <Icon name={props.open ? 'chevronDown' : 'chevronRight'} size={14} />
        </button>
        {props.action}
      </div>
      {props.open && <div class="notice-body">{props.children}</div>}
    </section>
  );
}
