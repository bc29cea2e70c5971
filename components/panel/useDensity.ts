import { useState } from 'preact/hooks';
import type { Density, PanelProps } from './types';

/** How dense the list is; kept by whoever owns the panel, or by the panel itself. */
export function useDensity({
  density,
  onDensity,
}: Pick<PanelProps, 'density' | 'onDensity'>): readonly [Density, (density: Density) => void] {
  const [own, setOwn] = useState<Density>(density ?? 'dense');
  return [
    density ?? own,
    (next) => {
      setOwn(next);
      onDensity?.(next);
    },
  ];
}
