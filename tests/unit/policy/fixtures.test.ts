import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import type { PolicyDocument } from '../../../lib/policy/types';
import { fromPlain } from '../../../lib/text/plain';
import { read } from '../../../lib/text/read';

const folder = resolve(import.meta.dirname, '../../fixtures/policies');

interface GoldMeasure {
  readonly path?: readonly string[];
  readonly number: string | null;
  readonly part?: number;
  readonly title: string | null;
  /** How the body begins. */
  readonly text: string;
  readonly lead?: readonly string[];
  readonly participant?: readonly string[];
  readonly responsible?: readonly string[];
  readonly deadlines?: readonly (string | null)[];
  readonly recurrences?: readonly (readonly [string, number | null])[];
  /** Names that the list shortened, with what they stand for. */
  readonly resolved?: Readonly<Record<string, string>>;
}

interface Gold {
  readonly doc: Partial<PolicyDocument>;
  readonly rules?: readonly string[];
  readonly measures: readonly GoldMeasure[];
}

function load(name: string) {
  const text = readFileSync(join(folder, name), 'utf8');
  return name.endsWith('.html') ? read(parseHTML(text).document as unknown as Document) : fromPlain(text);
}

describe('invented documents, one for each family of forms', () => {
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith('.gold.json'))
    .sort()) {
    const stem = file.replace('.gold.json', '');
    const source = readdirSync(folder).find((f) => f.startsWith(`${stem}.`) && !f.endsWith('.json'))!;
    const gold: Gold = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    it(source, () => {
      const policy = parse(load(source));
      const got = policy.measures.map((m, k) => {
        const g = gold.measures[k];
        const names = (role: string) => m.assignments.filter((a) => a.role === role).map((a) => a.unit);
        return {
          path: g?.path ? m.path : undefined,
          number: m.number,
          part: m.part ?? undefined,
          title: m.title,
          text: g && m.text.includes(g.text) && m.text.indexOf(g.text) <= 3 ? g.text : m.text,
          lead: names('lead'),
          participant: names('participant'),
          responsible: names('responsible'),
          deadlines: m.deadlines.filter((d) => !d.isDefault).map((d) => d.date),
          recurrences: m.recurrences.map((r) => [r.period, r.times]),
          resolved: Object.fromEntries(m.assignments.filter((a) => a.resolved).map((a) => [a.unit, a.resolved])),
        };
      });
      const wanted = gold.measures.map((g) => ({
        path: undefined,
        part: undefined,
        lead: [],
        participant: [],
        responsible: [],
        deadlines: [],
        recurrences: [],
        resolved: {},
        ...g,
      }));
      expect(got).toEqual(
        wanted.map((w, k) => (gold.measures[k]!.resolved ? w : { ...w, resolved: got[k]?.resolved ?? {} })),
      );
      const facts = Object.fromEntries(Object.keys(gold.doc).map((key) => [key, policy[key as keyof PolicyDocument]]));
      expect(facts).toEqual(gold.doc);
      if (gold.rules) expect(policy.rules.map((r) => r.kind).sort()).toEqual([...gold.rules].sort());
    });
  }
});
