import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import type { Measure, PolicyDocument } from '../../../lib/policy/types';
import { fromPlain } from '../../../lib/text/plain';
import { read } from '../../../lib/text/read';

/**
 * Short invented documents with their reading written between the lines. A file is a family of forms; `==== name` begins
 * a document; `=> 1 l:甲局 p:乙局 r:丙局 d:2031-06-30 c:year/2` is a measure (number, units by the first letter of their
 * role, `~` behind it where told in a sentence, deadlines, recurrences); `=: key value` is a fact of the document or
 * `unread`, `none` standing for nothing.
 */
const folder = resolve(import.meta.dirname, '../../fixtures/forms');

function load(lines: readonly string[]): PolicyDocument {
  const text = lines.join('\n');
  return parse(
    text.startsWith('<')
      ? read(parseHTML(`<!doctype html><html><body><div>${text}</div></body></html>`).document as unknown as Document)
      : fromPlain(text),
    { now: new Date('2031-06-01') },
  );
}

const said = (m: Measure): string =>
  [
    `${m.number ?? '-'}${m.part ? `/${m.part}` : ''}`,
    ...m.assignments.map((a) => `${a.role[0]}${a.form === 'prose' ? '~' : ''}:${a.unit}`),
    ...m.deadlines.map((d) => `${d.isDefault ? 'D' : 'd'}:${d.date ?? d.text}`),
    ...m.recurrences.map((r) => `c:${r.period}/${r.times}`),
  ].join(' ');

function fact(policy: PolicyDocument, key: string): string {
  if (key === 'unread') return policy.unread.map((u) => u.text).join(' | ') || 'none';
  if (key === 'text') return policy.measures.map((m) => m.text.replace(/\n/g, '⏎')).join(' | ');
  if (key === 'titles') return policy.measures.map((m) => m.title ?? '-').join(' | ');
  const value = policy[key as keyof PolicyDocument];
  return Array.isArray(value) ? value.join(' | ') || 'none' : String(value ?? 'none');
}

describe.each(readdirSync(folder).sort())('%s', (file) => {
  for (const block of readFileSync(join(folder, file), 'utf8')
    .split(/^==== /m)
    .slice(1)) {
    const [name, ...lines] = block.trimEnd().split('\n');
    it(name!, () => {
      const policy = load(lines.filter((l) => !/^=[>:] ?/.test(l)));
      const measures = lines.filter((l) => l.startsWith('=>')).map((l) => l.slice(2).trim());
      expect(policy.measures.map(said)).toEqual(measures);
      const facts = lines.filter((l) => l.startsWith('=:')).map((l) => l.slice(2).trim());
      expect(facts.map((f) => `${f.split(' ')[0]} ${fact(policy, f.split(' ')[0]!)}`)).toEqual(facts);
    });
  }
});
