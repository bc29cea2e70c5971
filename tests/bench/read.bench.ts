import { parse, parseSteps } from '../../lib/policy/parse';
import { drain } from '../../lib/text/pause';
import { read } from '../../lib/text/read';
import { walkAndJoin } from './lib/baseline';
import { flatHtml, policyHtml, setArticle } from './lib/documents';
import { atMost, type Row, turnAbout } from './lib/measure';
import { held } from './lib/slices';

/**
 * What reading a policy costs: parsing beside the walk of the page that gives it its text (`read`: one walk and join,
 * with blocks, tables and offsets; `walkMs`), and beside the barest walk there is (`bareMs`: text nodes, joined).
 */
export default async function bench(): Promise<Row[]> {
  return [
    ...[66, 1000, 5000].map((measures) => ratio(measures)),
    growth('growth from N to 2N', policyHtml),
    growth('growth from N to 2N, one list without sections', flatHtml),
    await slices(5000),
  ];
}

function ratio(measures: number): Row {
  const article = setArticle(policyHtml(measures));
  const text = read(article);
  const found = parse(text).measures.length;
  const [bareMs, walkMs, parseMs] = turnAbout(
    [() => walkAndJoin(article), () => read(article), () => parse(text)],
    measures > 1000 ? 8 : 32,
  ) as [number, number, number];
  const characters = text.text.length;
  const more = { measures, found, parseMs, walkMs, bareMs, overBareWalk: parseMs / bareMs, characters };
  return atMost('parse / walk and join', parseMs / walkMs, 5, more);
}

function growth(what: string, html: (measures: number) => string): Row {
  const from = 5000;
  const half = read(setArticle(html(from)));
  const whole = read(setArticle(html(2 * from)));
  const [halfMs, wholeMs] = turnAbout([() => parse(half), () => parse(whole)], 6) as [number, number];
  return atMost(what, wholeMs / halfMs, 2.2, { from, to: 2 * from, halfMs, wholeMs });
}

/** As the product reads a page: in steps, with the pauses of `drain`. The steadiest of three runs. */
async function slices(measures: number): Promise<Row> {
  const text = read(setArticle(policyHtml(measures)));
  const runs = [];
  for (let run = 0; run < 3; run++) {
    (globalThis as { gc?: () => void }).gc?.();
    runs.push(await held(() => drain(parseSteps(text))));
  }
  const best = runs.reduce((a, b) => (b.longestSlice < a.longestSlice ? b : a));
  const worst = Math.max(...runs.map(({ longestSlice }) => longestSlice));
  const more = { measures, slices: best.slices, worstOfRuns: worst, longestTask: best.longestTask };
  return atMost('longest slice on the main thread, ms', best.longestSlice, 50, more);
}
