import { isCollective } from '../names/organ';
import { remembered } from '../names/remembered';
import { Sign } from '../text/chars';
import type { Strand } from '../text/strand';
import type { Span } from '../text/types';
import type { Draft, Piece } from './drafts';
import { isTorn } from './members';
import type { Reading } from './readings';
import { addedUnits, isLikewise, isNote, type RuleWords, ruleOf, saysOthers } from './rule-notes';
import type { Assignment, DocumentRule, Measure } from './types';

interface Rule {
  readonly words: RuleWords;
  readonly span: Span;
  readonly text: string;
  /** Meant for all that follows (下同); else for its own measure alone. */
  readonly likewise: boolean;
  /** A note in a line of its own: for all measures, wherever it stands. */
  readonly noted: boolean;
  /** It says as well that all others take part. */
  readonly others: boolean;
}

interface Added {
  readonly span: Span;
  readonly text: string;
  readonly units: readonly { name: string; span: Span }[];
}

/**
 * Finds rules said once for the document and applies them to the measures from there on (下同), to all where the rule
 * stands outside them, or to its own measure. A unit whose role comes from a rule has form `note`.
 */
export function applyRules(
  measures: readonly Measure[],
  readings: readonly Reading[],
): { measures: Measure[]; rules: DocumentRule[] } {
  const { leads, adds } = collect(readings);
  const rules: DocumentRule[] = [
    ...leads.map((r) => ({ kind: r.words.kind, text: r.text, span: r.span })),
    ...adds.map((a) => ({ kind: 'added-units' as const, text: a.text, span: a.span })),
  ].sort((a, b) => a.span.start - b.span.start);
  if (!rules.length) return { measures: [...measures], rules };
  const inside = (rule: Rule): boolean =>
    measures.some((m) => m.span.start <= rule.span.start && rule.span.start < m.span.end);
  const common = leads.find((r) => r.likewise || !inside(r));
  const everywhere = common !== undefined && (common.noted || !inside(common));
  const places = leads.length ? placesOf(readings) : new Map<number, Place>();
  const marked = remembered((mark: string) => (mark ? markedInCells(mark, readings) : nothing));
  return {
    rules,
    measures: measures.map((m) => {
      const own = leads.find((r) => r.span.start >= m.span.start && r.span.start < m.span.end);
      const rule = own ?? (common && (everywhere || m.span.end > common.span.start) ? common : null);
      let { assignments } = m;
      if (rule) assignments = leadByRule(assignments, rule, places, marked(rule.words.mark ?? ''));
      for (const add of adds) if (reaches(add, m)) assignments = withAdded(assignments, add);
      return assignments === m.assignments ? m : { ...m, assignments };
    }),
  };
}

/** 以上均需… adds to its own measure and all before it, 以下均需… to its own and all behind. */
const reaches = ({ span, text }: Added, measure: Measure): boolean =>
  /(?:以上|上述)/.test(text) ? measure.span.start <= span.start : measure.span.end > span.start;

function collect(readings: readonly Reading[]): { leads: Rule[]; adds: Added[] } {
  const leads: Rule[] = [];
  const adds: Added[] = [];
  for (const { paragraph, pieces } of readings) {
    const { strand } = paragraph;
    const { text } = strand;
    for (const piece of pieces) {
      for (const r of piece.rules) {
        const said = text.slice(r.start, r.end);
        leads.push({
          words: r.words,
          span: strand.span(r.start, r.end),
          text: said,
          likewise: isLikewise(text.slice(r.start, Math.max(r.end + 10, Math.min(piece.end, r.end + 40)))),
          noted: false,
          others: saysOthers(text.slice(r.start, r.end + 24)),
        });
      }
      if (piece.added.length) {
        const units = piece.added.map((u) => ({ name: u.name, span: strand.span(u.start, u.end) }));
        adds.push({ span: strand.span(piece.start, piece.end), text: text.slice(piece.start, piece.end), units });
      }
    }
    const said = pieces.some((p) => p.added.length) ? null : addedIn(strand);
    if (said) adds.push(said);
    const note = pieces.length === 0 && strand.signs & Sign.role ? noteIn(text) : null;
    if (note)
      leads.push({
        words: note.words,
        span: strand.span(note.start, note.end),
        text: text.slice(note.start, note.end),
        likewise: true,
        noted: isNote(text),
        others: saysOthers(text.slice(note.start, note.end + 24)),
      });
  }
  return { leads: leads.sort((a, b) => a.span.start - b.span.start), adds };
}

/** Units that a sentence adds to all that follows: 以下均需各市人民政府落实，不再列出. */
function addedIn(strand: Strand): Added | null {
  const { text, signs } = strand;
  const added = signs & Sign.not && /不再|不另|不一一/.test(text) ? addedUnits(text) : null;
  const name = added ? text.slice(added.start, added.end) : '';
  if (!added || isTorn(name)) return null;
  const span = strand.span(added.start, added.end);
  return { span, text, units: [{ name, span }] };
}

/** A rule in a sentence of its own: 注：各项任务中排在第一位的为牵头单位。 */
function noteIn(text: string): { words: RuleWords; start: number; end: number } | null {
  if (text.length > 400 || !/排|列|第一|首|依次|[逗分顿]号|前|标|[★☆●○▲△◆◇■□◎*＊#＃√✓]/.test(text)) return null;
  for (const sentence of text.split(/[。；]/)) {
    if (sentence.length > 60 || !/责任|牵头|单位|部门/.test(sentence)) continue;
    const words = ruleOf(sentence.replace(/^.*[，,]/, '')) ?? ruleOf(sentence);
    const start = text.indexOf(sentence);
    if (words) return { words, start, end: start + sentence.length };
  }
  return null;
}

function withAdded(assignments: readonly Assignment[], add: Added): readonly Assignment[] {
  const fresh = add.units.filter(
    (u, k) => !assignments.some((a) => a.unit === u.name) && add.units.findIndex((v) => v.name === u.name) === k,
  );
  if (!fresh.length) return assignments;
  return [
    ...assignments,
    ...fresh.map(
      ({ name, span }): Assignment => ({
        role: 'responsible',
        unit: name,
        span,
        resolved: null,
        collective: isCollective(name),
        form: 'note',
        certainty: 0.85,
        openList: false,
      }),
    ),
  ];
}

/** Where the names begin and end that a sign marks in the cells of tables, as offsets: 县财政局★, ★县财政局. */
function markedInCells(mark: string, readings: readonly Reading[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { kind, paragraph } of readings) {
    const { strand } = paragraph;
    for (let at = kind === 'cell' ? strand.text.indexOf(mark) : -1; at >= 0; at = strand.text.indexOf(mark, at + 1)) {
      const behind = at > 0 && (ownsSign(strand, at) || /[\u4e00-\u9fff]/.test(strand.text[at - 1]!));
      found.add(behind ? strand.span(at - 1, at).end : strand.offset(at + 1));
    }
  }
  return found;
}
const nothing: ReadonlySet<number> = new Set();

interface Place {
  readonly group: number;
  readonly part: number;
  /** Its list says 按职责分工负责: nobody in it leads. */
  readonly shared: boolean;
  /** What parts the names before it from each other and from it. */
  readonly ahead: string;
  /** The signs that mark it, before it or behind it. */
  readonly signs: string;
}

/** Longest list whose members are told apart by place. */
const longestList = 200;
const nowhere: Place = { group: 0, part: 0, shared: false, ahead: '', signs: '' };

const sharedWords = /按(?:照)?(?:各自)?(?:职责|职能|分工)[^，。；]{0,6}$|(?:分别|共同|分工)负责$/;

function leadByRule(
  assignments: readonly Assignment[],
  { words, others }: Rule,
  places: ReadonlyMap<number, Place>,
  marked: ReadonlySet<number>,
): readonly Assignment[] {
  if (assignments.some((a) => a.role === 'lead')) return assignments;
  const list = assignments.filter((a) => a.role === 'responsible' && a.form !== 'prose');
  if (!list.length || list.every((a) => places.get(a.span.start)?.shared)) return assignments;
  if (words.inTurn) return inTurn(assignments, list, words.inTurn, places);
  const chosen = chosenBy(words, list, places, marked);
  const listed = new Set(list);
  return assignments.map((a) => {
    const [first, rest] = words.roles ?? ['lead' as const, others ? ('participant' as const) : null];
    const role = chosen.has(a) ? first : (chosen.size || !words.roles) && listed.has(a) ? rest : null;
    return role ? { ...a, role, form: 'note', certainty: Math.min(a.certainty, 0.9) } : a;
  });
}

/** Who leads by the rule. */
function chosenBy(
  { kind, groups, before, mark }: RuleWords,
  list: readonly Assignment[],
  places: ReadonlyMap<number, Place>,
  marked: ReadonlySet<number>,
): ReadonlySet<Assignment> {
  const placeOf = (a: Assignment): Place | undefined => places.get(a.span.start);
  const isMarked = ({ span }: Assignment): boolean => marked.has(span.start) || marked.has(span.end);
  if (mark) return new Set(list.filter((a) => placeOf(a)?.signs.includes(mark) || isMarked(a)));
  if (kind !== 'before-comma-leads') return firstOfGroups(list, places, groups);
  const sign = before ?? '，';
  const own = placeOf(list[0]!)?.ahead.includes(sign) ? [] : list.filter((a) => !placeOf(a)?.ahead.includes(sign));
  // Where the sign stands nowhere the rule says nothing.
  return new Set(own.length === list.length && sign !== '，' ? [] : own);
}

/** The parts of a list, set apart by ；, else by ，, have the roles of the rule in their order. */
function inTurn(
  assignments: readonly Assignment[],
  list: readonly Assignment[],
  roles: NonNullable<RuleWords['inTurn']>,
  places: ReadonlyMap<number, Place>,
): readonly Assignment[] {
  const at = (a: Assignment): Place => places.get(a.span.start) ?? nowhere;
  const grouped = list.some((a) => at(a).group > at(list[0]!).group);
  const parts = [...new Set(list.map((a) => (grouped ? at(a).group : at(a).part)))];
  if (parts.length < 2) return assignments;
  const listed = new Set(list);
  return assignments.map((a) => {
    const role = listed.has(a) ? roles[parts.indexOf(grouped ? at(a).group : at(a).part)] : null;
    return role ? { ...a, role, form: 'note', certainty: Math.min(a.certainty, 0.9) } : a;
  });
}

/** The first unit of all, and of each of the first groups. */
function firstOfGroups(
  list: readonly Assignment[],
  places: ReadonlyMap<number, Place>,
  groups: number,
): ReadonlySet<Assignment> {
  const firsts = new Map<number, Assignment>();
  for (const a of list) {
    const group = places.get(a.span.start)?.group ?? 0;
    if (!firsts.has(group)) firsts.set(group, a);
  }
  return new Set([list[0]!, ...[...firsts.values()].slice(0, groups)]);
}

/** Group and part of every listed unit, by the offset it is printed at. */
function placesOf(readings: readonly Reading[]): Map<number, Place> {
  const places = new Map<number, Place>();
  for (const { paragraph, pieces, bare, inner } of readings)
    for (const piece of bare || inner.length ? [...pieces, ...inner, ...(bare ? [bare] : [])] : pieces)
      for (const d of piece.drafts) places.set(paragraph.strand.offset(d.start), placeOf(d, piece, paragraph.strand));
  return places;
}

function placeOf({ group, part, list, start, end: own }: Draft, { drafts, end }: Piece, strand: Strand): Place {
  const { text } = strand;
  const last = drafts.findLast((d) => d.list === list)!;
  const behind = text.slice(last.end, Math.min(end, last.end + 16)).replace(/[，。；）)\]】〕].*$/s, '');
  // A list of hundreds has no order that anybody counts.
  const before = drafts.length > longestList ? [] : drafts.filter((d) => d.list === list && d.start < start);
  const ahead = before.map((d, k) => text.slice(d.end, before[k + 1]?.start ?? start).slice(0, 8)).join('');
  const signs = `${before.length && ownsSign(strand, start - 1) ? '' : text.slice(Math.max(0, start - 1), start)}${
    ownsSign(strand, own) ? text.slice(own, own + 1) : ''
  }`;
  return { group, part, shared: sharedWords.test(behind), ahead: ahead.replace(/／/g, '/').replace(/｜/g, '|'), signs };
}

/** Does the sign at `at` belong to the name before it: 甲局★ 乙局, not 甲局 ★乙局? */
const ownsSign = (strand: Strand, at: number): boolean =>
  !strand.hasGap(at) && (strand.hasGap(at + 1) || !/[\u4e00-\u9fff]/.test(strand.text[at + 1] ?? ''));
