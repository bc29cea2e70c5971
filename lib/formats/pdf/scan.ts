import type { PDFDocumentProxy } from 'pdfjs-dist';
import { apply, compose, type Matrix } from '../geometry';
import { COVER, suspectPages } from '../layout/scan';
import type { RawPage } from '../layout/types';
import type { PdfEngine } from './engine';

/** Pages that are looked at for pictures: that costs as much as drawing them. */
const MOST_LOOKS = 6;

/**
 * The pages that are pictures with a line of a scanning program, a running head or a page number on them, by index. Those
 * come into question whose only text returns on other pages or stands at the edge; of them some are looked at, and the
 * others are taken to be the same.
 */
export async function scannedPages(
  document: PDFDocumentProxy,
  pdfjs: PdfEngine,
  pages: readonly RawPage[],
): Promise<ReadonlySet<number>> {
  const suspects = suspectPages(pages);
  const scanned = new Set<number>();
  let looks = 0;
  for (const index of suspects) {
    const unlike = looks >= MOST_LOOKS && scanned.size < looks / 2;
    if (unlike) break;
    if (looks >= MOST_LOOKS || (await isPicture(document, pdfjs, pages[index]!))) scanned.add(index);
    looks++;
  }
  return scanned;
}

/**
 * Of the pages without text those on which there is something to see, by index. A blank page costs next to nothing to
 * look at; once some pictures were seen the other pages are taken to be the same.
 */
export async function drawnPages(
  document: PDFDocumentProxy,
  { OPS }: PdfEngine,
  pages: readonly RawPage[],
): Promise<ReadonlySet<number>> {
  const drawn = new Set<number>();
  const seen = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.constructPath,
    OPS.showText,
  ]);
  for (const [index, { number, items, turned = [] }] of pages.entries()) {
    if (items.length + turned.length > 0) continue;
    if (drawn.size >= MOST_LOOKS) drawn.add(index);
    else {
      const page = await document.getPage(number);
      // What cannot be looked at may be a picture as well: a damaged page costs no other one.
      const list = await page.getOperatorList({ annotationMode: 0 }).catch(() => null);
      if (list?.fnArray.some((operator) => seen.has(operator)) ?? true) drawn.add(index);
      page.cleanup();
    }
  }
  return drawn;
}

/** Whether pictures cover most of a page: each fills the unit square as it is placed. */
async function isPicture(document: PDFDocumentProxy, pdfjs: PdfEngine, { number }: RawPage): Promise<boolean> {
  const { OPS } = pdfjs;
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: 0 }).catch(() => null);
  if (!list) return false;
  const saved: Matrix[] = [];
  let matrix = viewport.transform as unknown as Matrix;
  let covered = 0;
  for (let index = 0; index < list.fnArray.length; index++) {
    const args = list.argsArray[index] as unknown[] | null;
    switch (list.fnArray[index]) {
      case OPS.save:
        saved.push(matrix);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = saved.pop() ?? matrix;
        break;
      case OPS.transform:
        matrix = compose(matrix, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(matrix);
        if (args?.[0]) matrix = compose(matrix, args[0] as Matrix);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        covered += area(matrix, viewport.width, viewport.height);
        break;
    }
  }
  page.cleanup();
  return covered >= COVER * viewport.width * viewport.height;
}

/** Of the unit square as it is placed, the part on the page. */
function area(matrix: Matrix, width: number, height: number): number {
  const corners = [apply(matrix, 0, 0), apply(matrix, 1, 0), apply(matrix, 0, 1), apply(matrix, 1, 1)];
  const span = (values: number[], most: number) =>
    Math.max(0, Math.min(most, Math.max(...values)) - Math.max(0, Math.min(...values)));
  return (
    span(
      corners.map(([x]) => x),
      width,
    ) *
    span(
      corners.map(([, y]) => y),
      height,
    )
  );
}
