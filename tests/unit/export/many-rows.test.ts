import { expect, it } from 'vitest';
import { csvGrid } from '../../../lib/export/ledger/back/csv';
import { returnedRows } from '../../../lib/export/ledger/back/returned';
import { readAnnotationsJsonLd } from '../../../lib/export/web-annotation/read';

/** More than a call takes as arguments. */
const MANY = 150_000;

it('a table that comes back may have more rows than a call takes arguments', () => {
  const text = `举措,状态,任务ID\r\n${Array.from({ length: MANY }, (_, at) => `修路,进行中,t-${at}`).join('\r\n')}\r\n`;
  expect(returnedRows([csvGrid(new TextEncoder().encode(text))]).rows).toHaveLength(MANY);
});

it('so may a page of annotations', () => {
  const items = Array.from({ length: MANY }, () => ({ type: 'Annotation' }));
  const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items };
  expect(() => readAnnotationsJsonLd(JSON.stringify(page))).not.toThrow(RangeError);
});
