import type { Span } from '../text/types';
import { isCollective } from './organ';
import type { Reading } from './readings';
import { addedUnits, type RuleWords, ruleOf } from './rule-notes';
import type { Assignment, DocumentRule, Measure } from './types';

interface Rule {
  readonly words: RuleWords;
  readonly span: Span;
  readonly text: string;
}

/**
 * Finds rules said once for the document and applies them to the measures from there on (下同) — or to all, where the rule
 * stands outside them. A unit whose role comes from a rule has form `note`.
 */
export function applyRules(
  measures: readonly Measure[],
  readings: readonly Reading[],
): { measures: Measure[]; rules: DocumentRule[] } {
  const rules: DocumentRule[] = [];
  const leads: Rule[] = [];
  const adds: { span: Span; units: { name: string; span: Span }[] }[] = [];
  for (const { paragraph, pieces } of readings) {
    const { strand } = paragraph;
    for (const piece of pieces) {
      for (const r of piece.rules)
        leads.push({ words: r.words, span: strand.span(r.start, r.end), text: strand.text.slice(r.start, r.end) });
      if (piece.added.length) {
        const units = piece.added.map((u) => ({ name: u.name, span: strand.span(u.start, u.end) }));
        const first = piece.added[0]!;
        const span = strand.span(first.start, piece.added.at(-1)!.end);
        adds.push({ span, units });
        rules.push({
          kind: 'added-units',
          text: strand.text.slice(piece.start, piece.end).slice(0, 120),
          span: strand.span(piece.start, piece.end),
        });
      }
    }
    const added =
      /不再|不另|不一一/.test(strand.text) && !pieces.some((p) => p.added.length) ? addedUnits(strand.text) : null;
    if (added) {
      const span = strand.span(added.start, added.end);
      adds.push({ span, units: [{ name: strand.text.slice(added.start, added.end), span }] });
      rules.push({ kind: 'added-units', text: strand.text.slice(added.start, added.end), span });
    }
    if (
      pieces.length ||
      strand.length > 400 ||
      !/牵头|主办|主责/.test(strand.text) ||
      !/排|列|第一|首|逗号/.test(strand.text)
    )
      continue;
    const sentence = strand.text
      .split(/[。；]/)
      .find((s) => s.length <= 60 && /(?:责任|牵头|单位|部门)/.test(s) && ruleOf(s.split(/[，,]/).at(-1) ?? s));
    if (sentence && /排|列|第一|首|逗号/.test(sentence)) {
      const at = strand.text.indexOf(sentence);
      const words = ruleOf(sentence.replace(/^.*[，,]/, '')) ?? ruleOf(sentence);
      if (words) leads.push({ words, span: strand.span(at, at + sentence.length), text: sentence });
    }
  }
  for (const r of leads) rules.push({ kind: r.words.kind, text: r.text, span: r.span });
  rules.sort((a, b) => a.span.start - b.span.start);
  if (!leads.length && !adds.length) return { measures: [...measures], rules };
  const rule = leads.sort((a, b) => a.span.start - b.span.start)[0];
  const everywhere = rule
    ? !measures.some((m) => m.span.start <= rule.span.start && rule.span.start < m.span.end)
    : false;
  return {
    rules,
    measures: measures.map((m) => {
      let { assignments } = m;
      if (rule && (everywhere || m.span.end > rule.span.start))
        assignments = leadByRule(assignments, rule.words, m, readings);
      for (const add of adds) {
        if (m.span.end <= add.span.start) continue;
        for (const unit of add.units) {
          if (assignments.some((a) => a.unit === unit.name)) continue;
          assignments = [
            ...assignments,
            {
              role: 'responsible',
              unit: unit.name,
              span: unit.span,
              resolved: null,
              collective: isCollective(unit.name),
              form: 'note',
              certainty: 0.85,
              openList: false,
            },
          ];
        }
      }
      return assignments === m.assignments ? m : { ...m, assignments };
    }),
  };
}

/** Lists are told apart by what is printed between two units. */
function leadByRule(
  assignments: readonly Assignment[],
  words: RuleWords,
  _m: Measure,
  readings: readonly Reading[],
): readonly Assignment[] {
  if (assignments.some((a) => a.role === 'lead')) return assignments;
  const list = assignments.filter((a) => a.role === 'responsible' && a.form !== 'prose');
  if (!list.length) return assignments;
  const chosen = new Set<Assignment>();
  const drafts = draftsAt(readings, list[0]!.span);
  if (words.kind === 'before-comma-leads') {
    for (const a of list)
      if ((drafts.get(a.span.start)?.part ?? 0) === (drafts.get(list[0]!.span.start)?.part ?? 0)) chosen.add(a);
  } else {
    chosen.add(list[0]!);
    if (words.groups > 0) {
      const seen = new Set<number>();
      for (const a of list) {
        const group = drafts.get(a.span.start)?.group ?? 0;
        if (!seen.has(group) && seen.size < words.groups) chosen.add(a);
        seen.add(group);
      }
    }
  }
  return assignments.map((a) =>
    chosen.has(a) ? { ...a, role: 'lead', form: 'note', certainty: Math.min(a.certainty, 0.9) } : a,
  );
}

const index = new WeakMap<readonly Reading[], Map<number, { group: number; part: number }>>();

/** Group and part of every unit, by the offset it is printed at. Built once a document. */
function draftsAt(readings: readonly Reading[], _near: Span): Map<number, { group: number; part: number }> {
  let map = index.get(readings);
  if (!map) {
    map = new Map();
    for (const { paragraph, pieces } of readings)
      for (const piece of pieces)
        for (const d of piece.drafts) map.set(paragraph.strand.offset(d.start), { group: d.group, part: d.part });
    index.set(readings, map);
  }
  return map;
}
