import { afterEach, expect, it, vi } from 'vitest';
import { inOwnThread, type PdfEngine } from '../../../lib/formats/pdf/engine';
import { boundStates, drawingsWithin, startDocument, tellEnded } from '../../../lib/formats/pdf/states';

const { create } = Object;
afterEach(() => {
  Object.create = create;
  vi.unstubAllGlobals();
});

/** pdf.js where no thread can be started: its port is none, and it reads where the page is. */
class InPage {
  readonly promise = Promise.resolve();
  readonly port = new EventTarget();
  destroy() {}
}

it('a page of a PDF that ends early is counted where pdf.js reads in the page for want of a thread', async () => {
  const page = new EventTarget();
  vi.stubGlobal('document', {});
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const)
    vi.stubGlobal(name, page[name].bind(page));
  tellEnded();
  boundStates();
  startDocument(0);
  const endless = () => {
    let state: object = { ctm: [] };
    for (let drawn = 0; drawn <= drawingsWithin(0).page; drawn++) state = Object.create(state);
  };
  const pdfjs = { PDFWorker: InPage } as unknown as PdfEngine;
  const ended = await inOwnThread(pdfjs, async ({ ended }) => {
    expect(ended()).toBe(0);
    expect(endless).toThrow(RangeError);
    return ended;
  });
  expect(ended()).toBe(1);
  // Nobody listens any more.
  expect(endless).toThrow(RangeError);
  expect(ended()).toBe(1);
});
