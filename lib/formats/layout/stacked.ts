import type { TurnedItem } from './turned';

/** Runs of fewer signs below each other are no text that runs down. */
const FEWEST = 3;
/** Of the signs of a page, at least this many stand so. */
const MOST = 0.7;

/**
 * A page that was set downwards sign by sign, each at its own place: signs that follow each other in the file and stand below
 * each other are runs at a quarter turn. Pages on which only some do so (a narrow column, a head) stay as they are.
 */
export function joinStacked(items: readonly TurnedItem[]): readonly TurnedItem[] {
  const ink = items.reduce((sum, { text }) => sum + text.trim().length, 0);
  const single = items.filter(({ text, turn }) => turn === 0 && [...text.trim()].length === 1).length;
  if (single < MOST * ink || single < 2 * FEWEST) return items;
  const runs: TurnedItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && goesOn(run.at(-1)!, item)) run.push(item);
    else runs.push([item]);
  }
  const down = runs.filter((run) => run.length >= FEWEST);
  if (down.reduce((sum, run) => sum + run.length, 0) < MOST * ink) return items;
  return runs.map((run) => {
    const [first] = run as [TurnedItem, ...TurnedItem[]];
    const { size, x, y } = first;
    if ([...first.text.trim()].length !== 1) return first;
    const text = run.map((item) => item.text.trim()).join('');
    return { ...first, text, x: x - 0.1 * size, y: y - size, width: run.at(-1)!.y - y + size, turn: 1 };
  });
}

const goesOn = (last: TurnedItem, next: TurnedItem): boolean => {
  const step = next.y - last.y;
  return (
    [last, next].every(({ text, turn }) => turn === 0 && [...text.trim()].length === 1) &&
    Math.abs(next.x - last.x) < 0.3 * last.size &&
    Math.abs(next.size - last.size) < 0.1 * last.size &&
    step > 0.8 * last.size &&
    step < 1.6 * last.size
  );
};
