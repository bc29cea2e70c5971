import { washOf } from './colour';
import type { Mark } from './types';

/** How a mark is drawn over the text: washed with a colour, or with a line below. */
export interface Ink {
  readonly wash?: string;
  readonly wave?: string;
}

/** The washes of `paint.css`, for a surface that lies over the text instead of under it. */
const INKS: Readonly<Partial<Record<Mark['kind'] | 'flash', Ink>>> = {
  mine: { wash: 'rgb(245 140 0 / 42%)' },
  possible: { wash: 'rgb(245 140 0 / 14%)' },
  task: { wave: '#8a63c9' },
  draft: { wash: 'rgb(60 120 220 / 38%)' },
  hit: { wash: 'rgb(255 214 0 / 45%)' },
  'hit-now': { wash: 'rgb(255 140 0 / 60%)' },
  flash: { wash: 'rgb(255 196 0 / 45%)' },
};

const NOTES: Readonly<Record<string, string>> = {
  yellow: 'rgb(250 238 60 / 42%)',
  green: 'rgb(64 170 96 / 32%)',
  blue: 'rgb(64 140 220 / 32%)',
  red: 'rgb(224 84 72 / 32%)',
  purple: 'rgb(150 100 210 / 32%)',
};

/** @param mine The reader's own colour for what is mine; null: the usual one. */
export function inkOf({ kind, colour }: Pick<Mark, 'kind' | 'colour'>, mine: string | null): Ink | null {
  if (kind === 'annotation') return { wash: NOTES[colour ?? 'yellow'] ?? NOTES.yellow! };
  const wash = kind === 'mine' ? washOf(mine) : null;
  return wash ? { wash } : (INKS[kind] ?? null);
}

export const flashInk: Ink = INKS.flash!;
