import { type IconName, icons } from './icons';

export interface IconProps {
  readonly name: IconName;
  /** In CSS pixels. */
  readonly size?: number;
}

/** A drawing beside a text that says the same: hidden from screen readers. */
export function Icon({ name, size = 16 }: IconProps) {
  return (
    <svg
      class="icon"
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      // Drawings of a library, fixed at build time.
      dangerouslySetInnerHTML={{ __html: icons[name] }}
    />
  );
}
