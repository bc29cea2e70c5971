import { parse, parseInSlices } from '../../lib/policy/parse';
import { read } from '../../lib/text/read';
import { longestTask, walkAndJoin } from './lib/baseline';
import { policyHtml, setArticle } from './lib/documents';
import { atMost, fastest, type Row } from './lib/measure';

/**
 * What reading a policy costs: parsing beside the walk of the page that gives it its text (`read`: one walk and join,
 * with blocks, tables and offsets), and beside the barest walk there is.
 */
export default async function bench(): Promise<Row[]> {
  const rows: Row[] = [];
  const times = new Map<number, number>();
  for (const measures of [66, 1000, 5000, 10_000]) {
    const article = setArticle(policyHtml(measures));
    const runs = measures > 1000 ? 3 : 9;
    const bareMs = fastest(() => walkAndJoin(article), runs);
    const walkMs = fastest(() => read(article), runs);
    const text = read(article);
    const found = parse(text).measures.length;
    const parseMs = fastest(() => parse(text), runs);
    times.set(measures, parseMs);
    if (measures > 5000) continue;
    const more = {
      measures,
      found,
      parseMs,
      walkMs,
      bareMs,
      overBareWalk: parseMs / bareMs,
      characters: text.text.length,
    };
    rows.push(atMost('parse / walk and join', parseMs / walkMs, 5, more));
  }
  for (const [half, whole] of [[5000, 10_000]] as const) {
    const growth = (times.get(whole) as number) / (times.get(half) as number);
    rows.push(atMost('growth from N to 2N', growth, 2.2, { from: half, to: whole }));
  }
  const text = read(setArticle(policyHtml(5000)));
  rows.push(atMost('longest task, ms', await longestTask(() => parseInSlices(text)), 50, { measures: 5000 }));
  return rows;
}
