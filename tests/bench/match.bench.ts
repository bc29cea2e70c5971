import { parse } from '../../lib/policy/parse';
import type { PolicyDocument } from '../../lib/policy/types';
import { read } from '../../lib/text/read';
import { dutiesOf, guessKind, type Profile } from '../../lib/units';
import { policyHtml, setArticle } from './lib/documents';
import { atMost, type Row, turnAbout } from './lib/measure';

const NAMES =
  '县司法局 县发展和改革委员会 县委编办 县人民法院 石桥镇 望江街道办事处 市生态环境局临澜分局 县融媒体中心 临澜县税务局 县教育体育局';

/** Ten units of one county: what a reader with many hats has. */
function profiles(): Profile[] {
  return NAMES.split(' ').map((name) => ({
    id: name,
    name,
    region: '云岭省清河市临澜县',
    kind: guessKind(name),
    aliases: [],
    colour: null,
  }));
}

/**
 * What it costs to find the duties of ten profiles, beside reading the document and parsing it. Each run gets a document
 * and profiles of its own, so that nothing is remembered from the run before; the names' own caches are warm after the
 * first, as they are in use.
 */
export default function bench(): Row[] {
  const what = 'ten profiles / reading';
  return [
    // Getting ten units ready, once a document, weighs more than 66 measures do: told, not limited.
    row(66, what, (document) => document),
    row(1000, what, (document) => document, 0.1),
    row(5000, what, (document) => document, 0.1),
    row(5000, 'the same, no unit printed twice', distinct),
  ];
}

/**
 * The worst a document can do: every unit is another one, so that no verdict is used twice. No real one comes near, so
 * it has no limit.
 */
function distinct(document: PolicyDocument): PolicyDocument {
  let count = 0;
  const measures = document.measures.map((measure) => ({
    ...measure,
    assignments: measure.assignments.map((one) => ({ ...one, unit: `县第${count++}${one.unit.slice(1)}` })),
  }));
  return { ...document, measures };
}

function row(
  measures: number,
  what: string,
  change: (document: PolicyDocument) => PolicyDocument,
  limit?: number,
): Row {
  const article = setArticle(policyHtml(measures));
  const document = change(parse(read(article)));
  let duties = 0;
  let first = 0;
  const match = () => {
    const fresh: PolicyDocument = { ...document };
    const start = performance.now();
    duties = profiles().reduce((sum, profile) => sum + dutiesOf(fresh, profile).length, 0);
    first ||= performance.now() - start;
  };
  const [readMs, matchMs] = turnAbout([() => parse(read(article)), match]) as [number, number];
  const more = { measures, profiles: 10, duties, matchMs, firstMs: first, readMs };
  const value = matchMs / readMs;
  return limit === undefined ? { what, value, ...more } : atMost(what, value, limit, more);
}
