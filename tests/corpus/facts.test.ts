import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../lib/policy/parse';
import { fromPlain } from '../../lib/text/plain';
import { CORPUS } from './gold';

interface Gold {
  readonly doc: {
    readonly title: string;
    readonly doc_number: string | null;
    readonly date: string | null;
    readonly kind: string;
    readonly draft: boolean;
    readonly addressees: readonly string[];
    readonly default_deadline: { readonly text: string; readonly date: string } | null;
    readonly cited_documents: readonly { readonly title: string; readonly number: string | null }[];
  };
  readonly measures: readonly {
    readonly number: string | null;
    readonly recurrences: readonly { readonly period: string; readonly times: number | null }[];
  }[];
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s《》〈〉]/g, '');

describe.skipIf(!CORPUS)('facts of real documents', () => {
  for (const name of ['000', '001', '002', '003', '004']) {
    it(name, () => {
      const gold: Gold = JSON.parse(readFileSync(join(CORPUS ?? '', 'gold', `${name}.json`), 'utf8'));
      const policy = parse(fromPlain(readFileSync(join(CORPUS ?? '', 'documents', `${name}.txt`), 'utf8')));
      const { doc } = gold;
      expect(plain(policy.title ?? '')).toBe(plain(doc.title));
      expect(policy).toMatchObject({ docNumber: doc.doc_number, date: doc.date, kind: doc.kind, draft: doc.draft });
      expect(policy.addressees).toEqual(doc.addressees);
      expect(
        policy.defaultDeadline && { text: policy.defaultDeadline.text, date: policy.defaultDeadline.date },
      ).toEqual(doc.default_deadline && { text: doc.default_deadline.text, date: doc.default_deadline.date });
      const cites = (list: readonly { title: string; number: string | null }[]) =>
        list.map((c) => `${plain(c.title)} ${c.number}`).sort();
      expect(cites(policy.cites.map((c) => ({ title: c.title, number: c.docNumber })))).toEqual(
        cites(doc.cited_documents),
      );
      expect(policy.measures.map((m) => m.recurrences.map((r) => [r.period, r.times]))).toEqual(
        gold.measures.map((m) => m.recurrences.map((r) => [r.period, r.times])),
      );
    });
  }
});
