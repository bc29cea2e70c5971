import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import './button.css';
import { Icon } from './Icon';
import type { IconName } from './icons';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size' | 'icon' | 'loading'> {
  /** primary: the one thing to do here. plain: with an edge. quiet: looks like text. danger: removes something. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly small?: boolean;
  /** At work: cannot be pressed, says so to screen readers. */
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}

export function Button({
  variant = 'plain',
  icon,
  small,
  busy,
  children,
  class: extra,
  disabled,
  ...rest
}: ButtonProps) {
  const classes = ['button', `button-${variant}`, small && 'button-small', extra].filter(Boolean).join(' ');
  return (
    <button type="button" class={classes} disabled={disabled || busy} aria-busy={busy ? 'true' : undefined} {...rest}>
      {icon && <Icon name={icon} size={small ? 14 : 16} />}
      <span class="button-text">{children}</span>
    </button>
  );
}

/** The name of something in a list, which opens it. */
export function NameButton({ class: extra, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" class={['button-name', extra].filter(Boolean).join(' ')} {...rest} />;
}

export interface IconButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size' | 'icon' | 'label' | 'children'> {
  readonly icon: IconName;
  /** Read aloud, and shown as the tooltip. */
  readonly label: string;
  readonly small?: boolean;
  /** For a button that stays pressed. */
  readonly pressed?: boolean;
}

export function IconButton({ icon, label, small, pressed, class: extra, ...rest }: IconButtonProps) {
  const classes = ['icon-button', small && 'icon-button-small', extra].filter(Boolean).join(' ');
  return (
    <button type="button" class={classes} aria-label={label} title={label} aria-pressed={pressed} {...rest}>
      <Icon name={icon} size={small ? 14 : 16} />
    </button>
  );
}
