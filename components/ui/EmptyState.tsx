import type { ComponentChildren } from 'preact';
import './feedback.css';
import { Icon } from './Icon';
import type { IconName } from './icons';

export interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: string;
  /** What could be here and how it gets here. */
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** error: something failed; read aloud at once. */
  readonly tone?: 'quiet' | 'error';
}

/** A place with nothing in it yet, which says why and what to do. */
export function EmptyState({ icon, title, children, actions, tone = 'quiet' }: EmptyStateProps) {
  return (
    <div class={`empty empty-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      {icon && <Icon name={icon} size={28} />}
      <h2 class="empty-title">{title}</h2>
      {children && <div class="empty-text">{children}</div>}
      {actions && <div class="empty-actions">{actions}</div>}
    </div>
  );
}
