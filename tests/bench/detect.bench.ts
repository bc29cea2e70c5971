import { glance } from '../../lib/policy/glance';
import { read } from '../../lib/text/read';
import { walkAndJoin } from './lib/baseline';
import { chatterHtml, setArticle } from './lib/documents';
import { atMost, fastest, type Row } from './lib/measure';

/** What a page that is no policy pays for being looked at. */
export default async function bench(): Promise<Row[]> {
  const article = setArticle(chatterHtml(20_000));
  const walkMs = fastest(() => read(article), 5);
  const bareMs = fastest(() => walkAndJoin(article), 9);
  const input = { url: 'https://www.linlan.gov.cn/', title: '论坛', fields: {} };
  const sample = walkAndJoin(article);
  const glanceMs = fastest(() => glance({ ...input, sample }), 15);
  return [atMost('glance / walk and join', glanceMs / walkMs, 0.2, { paragraphs: 20_000, glanceMs, walkMs, bareMs })];
}
