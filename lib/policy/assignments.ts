import { doing } from '../names/name-length';
import { isCollective, isOrgan } from '../names/organ';
import { resolvedNames } from '../names/resolve';
import { countBelow } from '../text/sorted';
import type { Strand } from '../text/strand';
import type { Draft } from './drafts';
import type { Body } from './item-times';
import type { Item } from './items';
import { type ProseOptions, readProse } from './prose';
import type { Reading } from './readings';
import type { Assignment, Role } from './types';

/** A name with its white space out and rare brackets as the usual ones: 各乡镇〖街道〗 → 各乡镇（街道）. */
function asPrinted(name: string, spaced: boolean): string {
  const plain = spaced ? name.replace(/\s/g, '') : name;
  return rare.test(plain) ? plain.replace(/[〖｛{「『]/g, '（').replace(/[〗｝}」』]/g, '）') : plain;
}
const rare = /[〖〗｛｝{}「」『』]/;

/** Each unit once in a role; most items name few, so a search costs less than a set. */
export function assignmentsOf(item: Item, readings: readonly Reading[]): Assignment[] {
  const out: Assignment[] = [];
  let count = 0;
  let spaced = false;
  for (const { piece } of item.pieces) {
    count += piece.drafts.length;
    for (const { name } of piece.drafts) spaced ||= name.includes(' ');
  }
  const seen = count > 24 || spaced ? new Set<string>() : null;
  const again = ({ role, name }: Draft): boolean => {
    if (!seen) return out.some((one) => one.role === role && one.unit === name);
    const key = `${role}|${name}`;
    return seen.has(key) || !seen.add(key);
  };
  for (const { at, piece } of item.pieces) {
    const { drafts } = piece;
    if (drafts.length === 0) continue;
    const { strand } = readings[at]!.paragraph;
    const resolved = resolvedNames(drafts, strand.text);
    for (let k = 0; k < drafts.length; k++) {
      const d = drafts[k]!;
      if (again(d)) continue;
      out.push({
        role: d.role,
        unit: asPrinted(d.name, spaced),
        span: strand.span(d.start, d.end),
        resolved: resolved[k] ?? null,
        collective: isCollective(d.name),
        form: d.form,
        certainty: d.certainty,
        openList: d.open,
      });
    }
  }
  return out;
}

/** As sure as a unit at the head of its point, with no word of its role. */
const atHead = 0.8;

/** Which role says most of a unit that several sentences name. */
const weight: Readonly<Record<Role, number>> = { lead: 2, responsible: 1, participant: 0 };

/**
 * Duties told in the body beside (or without) a division of work; a unit that has a role already keeps that one. Of
 * several sentences about one unit that counts which asks most of it. `from`: where the item begins in the text.
 */
export function withProse(
  assignments: Assignment[],
  bodies: readonly Body[],
  { decided, from }: { readonly decided: boolean; readonly from: number },
): Assignment[] {
  const divided = new Set(assignments.map((a) => a.unit));
  const told = new Map<string, Assignment>();
  // 县气象局要…，县应急局要做好准备: where units stand at the head of a point, others may head its clauses.
  // （一）垃圾整治（县城管局总牵头）⏎1.清运垃圾。由城关镇清理: what a heading above says leaves open who does the point itself.
  const own = assignments.filter((a) => a.span.start >= from);
  const onlyBy = own.some((a) => a.form !== 'prose' || a.certainty > atHead);
  const options = { onlyBy, weak: !onlyBy, any: decided, decided };
  for (const { strand, from, pieces } of bodies) {
    for (const d of tellingIn(strand, from, pieces, options)) {
      const before = told.get(d.name);
      if (divided.has(d.name) || (before && weight[before.role] >= weight[d.role])) continue;
      told.set(d.name, {
        role: d.role,
        unit: d.name,
        span: strand.span(d.start, d.end),
        resolved: null,
        collective: isCollective(d.name),
        form: 'prose',
        certainty: d.certainty,
        openList: d.open,
      });
    }
  }
  return told.size ? [...assignments, ...told.values()] : assignments;
}

/** What is told, with those at the head of other clauses of the same sentences: …由甲局负责，乙局做好保障 · 甲局：…，乙局做好保障. */
function tellingIn(strand: Strand, from: number, pieces: Body['pieces'], options: ProseOptions): readonly Draft[] {
  const told = readProse(strand, from, pieces, options);
  const heads = pieces.filter(({ form, drafts }) => form === 'prose' && drafts.length > 0);
  if (options.onlyBy)
    return [...told, ...partnersBeside(strand, from, pieces, [...told, ...heads.flatMap((h) => h.drafts)])];
  if (!(told.length || heads.length) || options.any) return told;
  const sentence = sentencesOf(strand.text);
  const said = [...told.filter((d) => d.certainty > weakest), ...heads];
  const sentences = new Set(said.map(({ start }) => sentence(start)));
  const own = new Set(told.map((d) => d.start));
  const more = readProse(strand, from, pieces, { ...options, any: true, beside: true }).filter(
    (d) => sentences.has(sentence(d.start)) && !own.has(d.start) && (told.length > 0 || takesPart(strand.text, d.end)),
  );
  return [...told, ...more];
}

/** 督促县城管局配合, 同时县城管局配合: the word in front is none of the name. */
const hasWordAhead = (name: string): boolean => doing.test(name) || /^(?:争取|同时|要求|并|请|联系|商请)/.test(name);

/** 由县水利局牵头，县城管局配合清理垃圾: who takes part, in a sentence that says who leads. */
function partnersBeside(
  strand: Strand,
  from: number,
  pieces: Body['pieces'],
  said: readonly Draft[],
): readonly Draft[] {
  const led = said.filter(({ role }) => role === 'lead');
  if (!led.length) return [];
  const sentence = sentencesOf(strand.text);
  const sentences = new Set(led.map(({ start }) => sentence(start)));
  return readProse(strand, from, pieces, { onlyBy: false, weak: false }).filter(
    ({ role, start, name }) =>
      role === 'participant' && sentences.has(sentence(start)) && isOrgan(name) && !hasWordAhead(name),
  );
}

/** 各乡镇督促落实, 县财政局保障经费; not 县财政局保障的资金. */
const takesPart = (text: string, end: number): boolean =>
  part.test(text.slice(end, end + 12)) && !/^[^，。；]{1,10}的/.test(text.slice(end, end + 12));
const part =
  /^(?:具体|统一|分别|共同|主要|要|应|须)*(?:落实|负责|做好|配合|指导|协助|保障|组织|实施|承担|推进|提供|加强|开展|统筹|督促|抓好|协调|参与|完成|制定|承办|派|安排)/;

/** The number of the sentence that a place stands in. Cost: linear once, then logarithmic. */
function sentencesOf(text: string): (at: number) => number {
  const stops: number[] = [];
  for (let at = text.indexOf('。'); at >= 0; at = text.indexOf('。', at + 1)) stops.push(at);
  return (at) => countBelow(stops, at);
}

/** As sure as a sentence that only says what its doers do. */
const weakest = 0.5;

/**
 * Where two readings took the same place (a label inside a bracket, a bracket inside a field), the better name stays:
 * one place on the page names one unit.
 */
export function apart(assignments: Assignment[]): Assignment[] {
  if (assignments.every((next, k) => k === 0 || next.span.start >= assignments[k - 1]!.span.end)) return assignments;
  const lost = new Set<Assignment>();
  const better = (a: Assignment, b: Assignment): boolean => {
    const [left, right] = [isOrgan(a.unit), isOrgan(b.unit)];
    return left === right ? a.certainty > b.certainty : left;
  };
  let last: Assignment | null = null;
  for (const next of [...assignments].sort((a, b) => a.span.start - b.span.start)) {
    if (last && next.span.start < last.span.end) {
      if (!better(next, last)) {
        lost.add(next);
        continue;
      }
      lost.add(last);
    }
    last = next;
  }
  return lost.size ? assignments.filter((each) => !lost.has(each)) : assignments;
}
