import { createHighlightPainter } from '../../lib/paint/highlight-painter';
import type { Mark } from '../../lib/paint/types';
import { read } from '../../lib/text/read';
import type { Span } from '../../lib/text/types';
import { markRanges } from './lib/baseline';
import { policyHtml, setArticle } from './lib/documents';
import { atMost, type Row } from './lib/measure';

/** Script time until 1,000 spans of a text of 50,000 characters are painted, beside mark.js on the same spans. */
export default async function bench(): Promise<Row[]> {
  const html = policyHtml(355);
  let ours = Number.POSITIVE_INFINITY;
  let theirs = Number.POSITIVE_INFINITY;
  let characters = 0;
  for (let run = 0; run < 5; run++) {
    const text = read(setArticle(html));
    characters = text.text.length;
    const step = Math.floor(characters / 1000);
    const spans: Span[] = Array.from({ length: 1000 }, (_, i) => ({ start: i * step, end: i * step + 8 }));
    const marks: Mark[] = spans.map((span, i) => ({ kind: 'lead', span, target: String(i) }));
    const painter = createHighlightPainter(text);
    const from = performance.now();
    painter.paint(marks);
    await painter.settled();
    ours = Math.min(ours, performance.now() - from);
    painter.clear();

    const article = setArticle(html);
    const start = performance.now();
    markRanges(article, spans);
    theirs = Math.min(theirs, performance.now() - start);
  }
  return [
    atMost('1,000 highlights / markRanges', ours / theirs, 1 / 40, { characters, oursMs: ours, markJsMs: theirs }),
  ];
}
