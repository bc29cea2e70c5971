import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import './chip.css';
import { Icon } from './Icon';

/** A filter that is on or off. */
export function FilterChip(props: {
  readonly on: boolean;
  readonly count?: number;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <button type="button" class="chip chip-filter" aria-pressed={props.on} onClick={props.onToggle}>
      {props.children}
      {props.count !== undefined && <span class="chip-count">{props.count}</span>}
    </button>
  );
}

/** A word that can be taken away: a tag, a picked unit. */
export function RemovableChip(props: { readonly text: string; readonly onRemove: () => void }) {
  return (
    <span class="chip chip-removable">
      <span class="chip-text">{props.text}</span>
      <button
        type="button"
        class="chip-remove"
        aria-label={i18n.t('common.removeItem', [props.text])}
        onClick={props.onRemove}
      >
        <Icon name="x" size={12} />
      </button>
    </span>
  );
}

/** A word that only says something. */
export function Badge(props: {
  readonly tone?: 'plain' | 'accent' | 'good' | 'warn' | 'bad';
  readonly title?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <span class={`badge badge-${props.tone ?? 'plain'}`} title={props.title}>
      {props.children}
    </span>
  );
}
