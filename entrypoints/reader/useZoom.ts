import { useState } from 'preact/hooks';
import type { Zoom } from '../../components/reader/original/geometry';

interface Zooms {
  readonly alone: Zoom;
  readonly beside: Zoom;
}

const FIT: Zooms = { alone: 'width', beside: 'width' };

/** By file as it is open: a size that suits one page in one pane cuts off another. */
const chosen = new WeakMap<object, Zooms>();

/**
 * How large the pages of a file are shown: as chosen for this file in this way of looking, else as wide as there is room.
 *
 * @param file what stands for the open file; another object is another file
 * @param beside whether the reading text is seen beside the pages
 */
export function useZoom(file: object, beside: boolean): [Zoom, (zoom: Zoom) => void] {
  const [, redraw] = useState({});
  const key = beside ? 'beside' : 'alone';
  const now = chosen.get(file) ?? FIT;
  return [
    now[key],
    (zoom) => {
      chosen.set(file, { ...(chosen.get(file) ?? FIT), [key]: zoom });
      redraw({});
    },
  ];
}
