import { loadEngine } from '../../lib/formats/pdf/engine';

export interface PrintedPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Without white space, which a printer puts anywhere. */
  readonly text: string;
  /** The same as it was set: what stands in one line of a cell is one, mostly. */
  readonly runs: readonly string[];
}

/** The pages of a PDF: sizes, and what is printed on them. */
export async function pagesOf(bytes: Uint8Array): Promise<PrintedPage[]> {
  const { pdfjs, cMapUrl } = await loadEngine();
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    cMapUrl,
    cMapPacked: true,
    useWasm: false,
    disableFontFace: true,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const runs = items.map((item) => ('str' in item ? item.str : ''));
    const text = runs.join('');
    pages.push({ width, height, runs, text: text.normalize('NFKC').replace(/\s+/g, '').replace(/,/g, '，') });
  }
  await task.destroy();
  return pages;
}
