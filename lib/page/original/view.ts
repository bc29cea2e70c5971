import type { Place } from './places';

/** Where in the viewport a place that is asked for comes to stand, as a share of its height. */
export const STAND = 0.3;

/** What others may do with the original pages while they are shown. */
export interface OriginalView {
  /** Its bar, its thumbnails and its pages. */
  readonly frame: HTMLElement;
  readonly scroller: HTMLElement;
  /** All pages stand in it. */
  readonly root: HTMLElement;
  /** Distance of a place from the top of the stack of pages, in CSS pixels. */
  topOf(place: Pick<Place, 'page' | 'y'>): number;
  /** The place at a distance from the top. */
  placeAt(top: number): Pick<Place, 'page' | 'y'>;
  /** Scrolls a place to where the eye rests. */
  scrollTo(place: Place): void;
}
