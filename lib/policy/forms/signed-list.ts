import { isSentence } from '../../names/organ';
import type { Stretch } from '../../text/strand';
import { PieceBuilder, sure } from '../builder';
import type { Draft, Piece } from '../drafts';
import { labelMeaning } from '../labels';
import type { Legend } from '../legend';
import type { Role } from '../types';
import { readBareList, readLooseList } from './bare-list';
import { type Form, none, type View } from './form';

/** Longest list of signs and units. */
const longest = 300;

/**
 * Units behind signs that the document explains: ☆县医保局 △县财政局, where it says ☆为牵头单位，△为配合单位. Where it explains none nothing is
 * looked for; one alone marks who leads in a list (`rules.ts`). Cost: linear.
 */
export const signedList: Form = {
  name: 'units behind signs',
  read: (view) => {
    const { legend } = view.grammar;
    const places = legend.size > 1 ? placesOf(view, legend) : [];
    if (!places.length || view.strand.length - places[0]!.at > longest) return none;
    const end = endOf(view);
    const lists = places.map(({ at, role }, k) => listIn(view, { start: at + 1, end: places[k + 1]?.at ?? end }, role));
    if (lists.some((list) => !list)) return none;
    const drafts = lists.flatMap((list, k) => list!.map((d) => ({ ...d, list: k })));
    const first = places[0]!.at;
    const start = '（([〔【'.includes(view.strand.text[first - 1] ?? ' ') ? first - 1 : first;
    const piece = {
      start,
      end: view.strand.length,
      form: 'bracket',
      drafts,
      times: [],
      rules: [],
      added: [],
      unread: [],
    } as const;
    return [{ counts: 'always', piece, line: start === 0 }];
  },
  examples: [],
  counterExamples: ['☆县医保局 △县财政局', '1.完善制度。☆为牵头单位'],
};

/** How sure a role is that a sign says. */
const certainty = 0.93;

function placesOf({ strand, from }: View, legend: Legend): { at: number; role: Role }[] {
  const places: { at: number; role: Role }[] = [];
  for (let at = from; at < strand.length; at++) {
    const role = legend.get(strand.text[at]!);
    if (role) places.push({ at, role });
  }
  return places;
}

/** Before the stop and the bracket that close it. */
function endOf({ strand: { text } }: View): number {
  let end = text.length;
  while (end > 0 && '。；）)]〕】'.includes(text[end - 1]!)) end--;
  return end;
}

function listIn(view: View, { start, end }: { start: number; end: number }, role: Role): Draft[] | null {
  const { strand, grammar } = view;
  let to = end;
  while (to > start && '、，； '.includes(strand.text[to - 1]!)) to--;
  const stretch = { strand, start, end: to };
  // The paper says what the sign means: behind it may stand a class or a name that nobody knows.
  const list =
    readBareList(stretch, { start, end: to }, grammar) ??
    readLooseList(stretch, { start, end: to }, grammar) ??
    namesOf(stretch, grammar);
  return list?.drafts.map((d) => ({ ...d, role, certainty: Math.min(certainty, d.certainty + known) })) ?? null;
}
/** What a sign that the paper explains adds to a name. */
const known = 0.2;

/** Names of any kind behind a sign, and nothing else: 山阳大学、市国资委. */
function namesOf(stretch: Stretch, grammar: View['grammar']): Piece | null {
  const builder = new PieceBuilder('bracket', grammar);
  builder.addList(stretch, { role: 'responsible', certainty: sure.bare });
  // ◎主办部门 in the legend names nobody.
  const names = builder.drafts.every(
    ({ name }) => name.length <= longestName && !isSentence(name) && !labelMeaning(name),
  );
  return builder.drafts.length && !builder.unread.length && names ? builder.finish(stretch) : null;
}
const longestName = 16;
