import type { ComponentChildren } from 'preact';
import './follow.css';

/** One side of following a task up, under its name. */
export function Part({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <section class="follow-part" aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}
