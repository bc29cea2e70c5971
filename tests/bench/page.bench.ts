import { marksOf } from '../../lib/page/marks';
import { readingEngine } from '../../lib/page/reading-engine';
import { createPageSession } from '../../lib/page/session';
import type { SessionStore } from '../../lib/page/session-types';
import { createHighlightPainter } from '../../lib/paint/highlight-painter';
import type { Mark } from '../../lib/paint/types';
import { parse } from '../../lib/policy/parse';
import type { AnnotationRecord } from '../../lib/store/types';
import { read } from '../../lib/text/read';
import { dutiesOf, guessKind, type Profile } from '../../lib/units';
import { walkAndJoin } from './lib/baseline';
import { policyHtml, setArticle } from './lib/documents';
import { atMost, fastest, type Row } from './lib/measure';
import { type Held, held } from './lib/slices';

const profile: Profile = {
  id: 'p',
  name: '县司法局',
  region: '云岭省清河市临澜县',
  kind: guessKind('县司法局'),
  aliases: [],
  colour: null,
};

/**
 * The whole way of a page: read, parse, match, paint, beside one walk and join of it: our own (`walkMs`: `read`, with
 * blocks, tables and offsets), which the limit is for, and the barest there is (`bareMs`: text nodes, joined). And how
 * long a page of 50,000 characters with 500 annotations is ever held up by all of it.
 */
export default async function bench(): Promise<Row[]> {
  return [await whole(5000), await annotated()];
}

async function whole(measures: number): Promise<Row> {
  const article = setArticle(policyHtml(measures));
  let [bareMs, walkMs, wholeMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let marks: readonly Mark[] = [];
  for (let run = 0; run < 8; run++) {
    // What the last run painted is drawn, and taken away, before the next one.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    bareMs = Math.min(
      bareMs,
      fastest(() => walkAndJoin(article), 2),
    );
    walkMs = Math.min(
      walkMs,
      fastest(() => read(article), 2),
    );
    (globalThis as { gc?: () => void }).gc?.();
    const from = performance.now();
    const text = read(article);
    const policy = parse(text);
    const duties = dutiesOf(policy, profile);
    marks = marksOf({ policy, duties, annotations: [], tasks: [], anchors: {} }, () => true);
    const painter = createHighlightPainter(text);
    painter.paint(marks);
    await painter.settled();
    wholeMs = Math.min(wholeMs, performance.now() - from);
    painter.clear();
  }
  const more = { measures, marks: marks.length, wholeMs, walkMs, bareMs, overBareWalk: wholeMs / bareMs };
  return atMost('read, parse, match and paint / walk and join', wholeMs / walkMs, 8, more);
}

/** Nothing is stored but the annotations; the store's own time is the background's, not the page's. */
function storeOf(annotations: readonly AnnotationRecord[]): SessionStore {
  return {
    annotations: async () => [...annotations],
    tasks: async () => [],
    document: async () => null,
    saveDocument: () => Promise.reject(new Error('nothing is kept here')),
    recognise: async ({ id }) => id,
    noteResolutions: async () => {},
  };
}

async function annotated(): Promise<Row> {
  const html = policyHtml(355);
  const first = createPageSession(setArticle(html), { store: storeOf([]), engine: readingEngine, watch: false });
  await first.read();
  const seen = first.seen()!;
  const text = read(document.querySelector('article')!);
  const range = document.getSelection()!;
  const annotations: AnnotationRecord[] = [];
  for (let at = 0; at < 500; at++) {
    const start = Math.floor((at * text.text.length) / 501);
    const place = text.rangeOf({ start, end: start + 6 + (at % 30) });
    if (!place) continue;
    range.removeAllRanges();
    range.addRange(place);
    first.selectionChanged();
    const draft = await first.draftAnnotation();
    if (draft) annotations.push({ ...draft, id: `a${at}`, created: '', updated: '' });
  }
  first.dispose();
  // Another revision, so that none stands where it stood.
  const article = setArticle(`<p>补充说明：为便于把握工作要求，现就有关事项作如下说明。</p>${html}`);
  const runs: Held[] = [];
  let found = 0;
  for (let run = 0; run < 5; run++) {
    const session = createPageSession(article, {
      store: storeOf(annotations),
      engine: readingEngine,
      watch: false,
      mine: { profiles: [profile], decisions: [] },
    });
    runs.push(
      await held(async () => {
        await session.read();
        await session.settled();
      }),
    );
    found = Object.values(session.current().anchors).filter(({ span }) => span !== null).length;
    session.dispose();
  }
  const characters = seen.policy.measures.at(-1)?.span.end ?? 0;
  const best = runs.reduce((a, b) => (b.longestSlice < a.longestSlice ? b : a));
  return atMost('a page with annotations, longest slice, ms', best.longestSlice, 50, {
    characters,
    annotations: annotations.length,
    found,
    slices: best.slices,
    worstOfRuns: Math.max(...runs.map(({ longestSlice }) => longestSlice)),
    longestTask: best.longestTask,
  });
}
