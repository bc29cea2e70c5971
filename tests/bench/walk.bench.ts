import { read } from '../../lib/text/read';
import { policyHtml, setArticle } from './lib/documents';
import { fastest, type Row, round } from './lib/measure';

/** What one walk-and-join of the page costs, which the other figures are held against. */
export default async function walk(): Promise<Row[]> {
  return [66, 1000, 5000].map((measures) => {
    const article = setArticle(policyHtml(measures));
    return { what: 'walk and join', measures, ms: round(fastest(() => read(article), 5)) };
  });
}
