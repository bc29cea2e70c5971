import type { ComponentChildren } from 'preact';
import './section.css';

export interface SectionProps {
  /** Its address on the page: `options.html#data`. */
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly children: ComponentChildren;
}

export function Section({ id, title, intro, children }: SectionProps) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 class="section-title" id={`${id}-title`}>
        {title}
      </h2>
      <div class="section-body">
        {intro && <p class="section-intro">{intro}</p>}
        {children}
      </div>
    </section>
  );
}
