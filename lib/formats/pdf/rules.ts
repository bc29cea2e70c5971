import type { PDFPageProxy } from 'pdfjs-dist';
import { apply, compose, type Matrix } from '../geometry';
import type { FixedRule } from '../types';
import type { PdfEngine } from './engine';

/** A filled box thinner than this, in points, is a rule. */
const thin = 3;

/**
 * The straight rules drawn on a page. pdf.js gives each path as numbers: 0 x y = move, 1 x y = line, 2 and 3 = curves
 * with six and four numbers, 4 = close.
 *
 * @param view From the page's space to points, y downwards.
 */
export async function pageRules(page: PDFPageProxy, pdfjs: PdfEngine, view: Matrix): Promise<FixedRule[]> {
  const { OPS } = pdfjs;
  const list = await page.getOperatorList({ annotationMode: 0 });
  const rules: FixedRule[] = [];
  const saved: Matrix[] = [];
  let matrix = view;
  for (let index = 0; index < list.fnArray.length; index++) {
    const args = list.argsArray[index];
    switch (list.fnArray[index]) {
      case OPS.save:
        saved.push(matrix);
        break;
      case OPS.restore:
        matrix = saved.pop() ?? matrix;
        break;
      case OPS.transform:
        matrix = compose(matrix, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(matrix);
        if (args?.[0]) matrix = compose(matrix, args[0] as Matrix);
        break;
      case OPS.paintFormXObjectEnd:
        matrix = saved.pop() ?? matrix;
        break;
      case OPS.constructPath: {
        const [operator, paths] = args as [number, (Float32Array | null)[]];
        if (operator === OPS.endPath) break;
        const filled = operator === OPS.fill || operator === OPS.eoFill;
        for (const path of paths ?? []) if (path) for (const rule of pathRules(path, matrix, filled)) rules.push(rule);
        break;
      }
    }
  }
  return rules;
}

const steps = [2, 2, 6, 4, 0];

function pathRules(path: ArrayLike<number>, matrix: Matrix, filled: boolean): FixedRule[] {
  const rules: FixedRule[] = [];
  let run: [number, number][] = [];
  const close = () => {
    if (filled) rules.push(...axis(run));
    else
      for (let at = 1; at < run.length; at++) {
        const [x1, y1] = run[at - 1]!;
        const [x2, y2] = run[at]!;
        rules.push({ x1, y1, x2, y2 });
      }
    run = [];
  };
  for (let index = 0; index < path.length; ) {
    const kind = path[index]!;
    const step = steps[kind];
    if (step === undefined) break;
    if (kind === 4) {
      if (run.length > 0) run.push(run[0]!);
    } else {
      if (kind === 0) close();
      run.push(apply(matrix, path[index + step - 1]!, path[index + step]!));
    }
    index += step + 1;
  }
  close();
  return rules;
}

/** The middle line of a thin filled box; nothing for an area. */
function axis(points: readonly [number, number][]): FixedRule[] {
  if (points.length < 3) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (bottom - top < thin && right - left > thin)
    return [{ x1: left, x2: right, y1: (top + bottom) / 2, y2: (top + bottom) / 2 }];
  if (right - left < thin && bottom - top > thin)
    return [{ y1: top, y2: bottom, x1: (left + right) / 2, x2: (left + right) / 2 }];
  return [];
}
