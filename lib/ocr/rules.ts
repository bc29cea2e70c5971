import { darkOf, type Grey } from './level';
import type { ReadRule } from './types';

/** Shortest level rule of a table, as a share of the page's width, and shortest upright one: strokes of large type are longer. */
const SHORTEST = 0.08;
const SHORTEST_DOWN = 0.016;
/** White pixels inside a rule that a bad print may have. */
const GAP = 3;
/** How far from a rule there is white again: pixels. */
const BESIDE = 5;
/** Of a rule's length, so much has white on both of its sides. */
const FREE = 0.6;

interface Run {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Straight rules, level and upright, in pixels of the grey page. Long runs of dark with white beside them: writing is
 * never dark for so long, and what is dark on both sides is an area.
 */
export function rulesOf(grey: Grey): ReadRule[] {
  const dark = darkOf(grey);
  const { width, height } = grey;
  const level = { lines: height, length: width, line: width, step: 1 };
  const upright = { lines: width, length: height, line: 1, step: width };
  const across = merged(runs(dark, level, SHORTEST * width));
  // Strokes of large type are as long as low rows are high; a table's rules end at its level ones.
  const down = merged(runs(dark, upright, SHORTEST_DOWN * width)).filter(
    (rule) => meets(across, rule, rule.from) && meets(across, rule, rule.to),
  );
  return [
    ...across
      .filter((rule) =>
        down.some(({ at, from, to }) => within(rule, at) && rule.at > from - NEAR && rule.at < to + NEAR),
      )
      .map(({ at, from, to }) => ({ x1: from, y1: at, x2: to, y2: at })),
    ...down.map(({ at, from, to }) => ({ x1: at, y1: from, x2: at, y2: to })),
  ];
}

/** How far apart the ends of rules that meet may be, in pixels. */
const NEAR = 6;

const within = ({ from, to }: Run, place: number): boolean => place > from - NEAR && place < to + NEAR;

/** Whether the end of an upright rule lies on a level one. */
const meets = (across: readonly Run[], { at }: Run, end: number): boolean =>
  across.some((rule) => Math.abs(rule.at - end) < NEAR && within(rule, at));

interface Way {
  readonly lines: number;
  readonly length: number;
  /** From one line to the next, and from one pixel of a line to the next. */
  readonly line: number;
  readonly step: number;
}

function runs(dark: Uint8Array, way: Way, shortest: number): Run[] {
  const found: Run[] = [];
  for (let at = 0; at < way.lines; at++) {
    let from = -1;
    let last = -1;
    for (let place = 0; place <= way.length; place++) {
      const isDark = place < way.length && inkAt(dark, way, at, place);
      if (isDark) {
        if (from < 0) from = place;
        last = place;
      } else if (from >= 0 && place - last > GAP) {
        if (last - from >= shortest && isFree(dark, way, at, from, last)) found.push({ at, from, to: last + 1 });
        from = -1;
      }
    }
  }
  return found;
}

/** A rule that leans by a pixel or two goes on in the line beside. */
function inkAt(dark: Uint8Array, { lines, line, step }: Way, at: number, place: number): boolean {
  const here = at * line + place * step;
  return dark[here] === 1 || (at + 1 < lines && dark[here + line] === 1);
}

function isFree(dark: Uint8Array, way: Way, at: number, from: number, to: number): boolean {
  const beside = (other: number): number => {
    if (other < 0 || other >= way.lines) return to - from;
    let white = 0;
    for (let place = from; place < to; place++) if (dark[other * way.line + place * way.step] === 0) white++;
    return white;
  };
  const least = FREE * (to - from);
  return beside(at - BESIDE) >= least && beside(at + BESIDE) >= least;
}

/** Runs of neighbouring lines that lie over each other are one rule. */
function merged(found: readonly Run[]): Run[] {
  const groups: { at: number; from: number; to: number; weight: number; sum: number; last: number }[] = [];
  for (const { at, from, to } of found) {
    const group = groups.findLast((other) => at - other.last <= 3 && from <= other.to + GAP && to >= other.from - GAP);
    const weight = to - from;
    if (!group) groups.push({ at, from, to, weight, sum: at * weight, last: at });
    else {
      group.from = Math.min(group.from, from);
      group.to = Math.max(group.to, to);
      group.weight += weight;
      group.sum += at * weight;
      group.last = at;
    }
  }
  return groups.map(({ from, to, weight, sum }) => ({ at: sum / weight + 0.5, from, to }));
}
