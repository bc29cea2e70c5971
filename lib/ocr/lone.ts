import { patchesOf } from './components';
import { darkOf, type Grey } from './level';
import type { ReadRule, Rectangle } from './types';

/** More lone signs than this on a page are noise, or a drawing. */
const MOST = 80;
/** Rules are this thick at the most, in pixels of the grey page, and boxes are drawn so close. */
const THICK = 3;

/**
 * Signs that stand alone in the cells of tables (a number, 是), which the detector is apt to miss: patches of ink as high as
 * type, where no line was found.
 *
 * @param grey The page, `shrink` pixels of it one of the grey. @param boxes Lines found, and rules, in pixels of the page.
 */
export function loneSigns(
  grey: Grey,
  shrink: number,
  boxes: readonly Rectangle[],
  rules: readonly ReadRule[],
): Rectangle[] {
  if (rules.length === 0 || boxes.length === 0) return [];
  const heights = boxes.map(({ height }) => height / shrink).sort((a, b) => a - b);
  const type = heights[Math.floor(heights.length / 2)]!;
  const field = Float32Array.from(darkOf(grey));
  for (const rule of rules) wipe(field, grey, ruleArea(rule, shrink));
  for (const box of boxes) wipe(field, grey, boxArea(box, shrink));
  const table = tableOf(rules, shrink);
  const signs = patchesOf(field, grey.width, grey.height, 0.5)
    .map(({ top, edges }) => {
      let [left, right] = [grey.width, 0];
      for (let at = 0; at < edges.length; at += 2) {
        left = Math.min(left, edges[at]!);
        right = Math.max(right, edges[at + 1]! + 1);
      }
      return { x0: left, x1: right, y0: top, y1: top + edges.length / 2 };
    })
    .filter(({ y0, y1 }) => y1 - y0 > 0.3 * type && y1 - y0 < 1.2 * type)
    .filter(({ x0, x1 }) => x1 - x0 < 1.5 * type)
    .filter(({ x0, x1, y0, y1 }) => x0 > table.x0 && x1 < table.x1 && y0 > table.y0 && y1 < table.y1);
  if (signs.length > MOST) return [];
  return together(signs, type).map(({ x0, x1, y0, y1 }) => ({
    x: ((x0 + x1) / 2) * shrink,
    y: ((y0 + y1) / 2) * shrink,
    // As much white around as the detector leaves.
    width: (x1 - x0 + 0.6 * type) * shrink,
    height: Math.max(type, (y1 - y0) * 1.3) * shrink,
    angle: 0,
  }));
}

interface Area {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

const ruleArea = ({ x1, x2, y1, y2 }: ReadRule, shrink: number): Area => ({
  x0: Math.min(x1, x2) / shrink - THICK,
  x1: Math.max(x1, x2) / shrink + THICK,
  y0: Math.min(y1, y2) / shrink - THICK,
  y1: Math.max(y1, y2) / shrink + THICK,
});

const boxArea = ({ x, y, width, height }: Rectangle, shrink: number): Area => ({
  x0: (x - width / 2) / shrink - THICK,
  x1: (x + width / 2) / shrink + THICK,
  y0: (y - height / 2) / shrink - THICK,
  y1: (y + height / 2) / shrink + THICK,
});

function wipe(field: Float32Array, { width, height }: Grey, { x0, x1, y0, y1 }: Area): void {
  const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(width, Math.ceil(x1))];
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, Math.ceil(y1)); y++)
    field.fill(0, y * width + left, Math.max(y * width + left, y * width + right));
}

function tableOf(rules: readonly ReadRule[], shrink: number): Area {
  const areas = rules.map((rule) => ruleArea(rule, shrink));
  return {
    x0: Math.min(...areas.map(({ x0 }) => x0)),
    x1: Math.max(...areas.map(({ x1 }) => x1)),
    y0: Math.min(...areas.map(({ y0 }) => y0)),
    y1: Math.max(...areas.map(({ y1 }) => y1)),
  };
}

/** Patches side by side are one sign, or a number of two digits. */
function together(signs: readonly Area[], type: number): Area[] {
  const groups: Area[] = [];
  for (const sign of [...signs].sort((a, b) => a.x0 - b.x0)) {
    const at = groups.findIndex(
      ({ x1, y0, y1 }) => sign.x0 - x1 < 0.6 * type && Math.min(y1, sign.y1) > Math.max(y0, sign.y0),
    );
    if (at < 0) groups.push(sign);
    else {
      const { x0, x1, y0, y1 } = groups[at]!;
      groups[at] = {
        x0,
        x1: Math.max(x1, sign.x1),
        y0: Math.min(y0, sign.y0),
        y1: Math.max(y1, sign.y1),
      };
    }
  }
  return groups;
}
