import type { FixedPage } from '../../../lib/formats/types';

/** The straight lines of a page that is set from its geometry. */
export function Rules({ page }: { readonly page: FixedPage }) {
  const { width, height, rules } = page;
  const path = rules.map(({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`).join('');
  return (
    <svg class="original-drawing" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="0.75" />
    </svg>
  );
}
