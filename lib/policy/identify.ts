import type { Assembly } from './assemble';
import type { RowMeasure } from './label-rows';
import { isTorn } from './members';
import type { OutlineNode } from './outline';
import { nodesOf } from './outline';
import type { Reading } from './readings';
import type { Measure, Section } from './types';

/** Gives sections and measures their places, paths and ids. A section is a numbered node with something below it. */
export function* identify(
  roots: readonly OutlineNode[],
  readings: readonly Reading[],
  assembled: readonly Assembly[],
  rows: readonly RowMeasure[],
): Generator<number, { sections: Section[]; measures: Measure[] }> {
  const sections: Section[] = [];
  const ids = new Map<OutlineNode, number>();
  const hosts = new Set(assembled.filter((a) => a.measure.number === null && a.node.at >= 0).map((a) => a.node));
  const above = tableHosts(roots, readings, rows, new Set(assembled.map((a) => a.node)));
  for (const host of above.values()) if (host) hosts.add(host);
  const enlist = (node: OutlineNode): void => {
    if (node.children.length === 0 && !hosts.has(node)) return;
    const { strand, marker } = readings[node.at]!.paragraph;
    const end = headingEnd(strand.text, marker?.length ?? 0);
    ids.set(node, sections.length);
    sections.push({
      id: sections.length,
      parent: node.parent ? (ids.get(node.parent) ?? null) : null,
      heading: strand.text.slice(0, end).replace(/[。：:]$/, ''),
      number: marker?.number ?? null,
      depth: node.depth,
      span: strand.span(0, end),
    });
  };
  for (const root of roots) for (const node of nodesOf(root)) enlist(node);
  const places = new Map<OutlineNode, Place>();
  const all: Placed[] = assembled.map(({ measure, node }) => ({
    measure,
    place: sectionOf(measure.number !== null ? node.parent : node.at >= 0 ? node : null),
  }));
  for (const { measure, path, at } of rows) {
    const place = sectionOf(above.get(at) ?? null);
    all.push({ measure, place: path.length ? below(place, path) : place });
  }
  all.sort((a, b) => a.measure.span.start - b.measure.span.start);
  yield 0.962;
  const used = new Map<string, number>();
  const measures: Measure[] = [];
  for (let from = 0; from < all.length; from += 512) {
    const to = Math.min(all.length, from + 512);
    for (let i = from; i < to; i++) measures.push(identified(all[i]!, i, used));
    yield 0.963;
  }
  return { sections, measures };

  function sectionOf(node: OutlineNode | null): Place {
    const known = node ? places.get(node) : nowhere;
    if (known) return known;
    const section = node ? (ids.get(node) ?? null) : null;
    const path: string[] = [];
    const numbers: string[] = [];
    for (let s = section; s !== null; s = sections[s]!.parent) {
      path.unshift(sections[s]!.heading);
      numbers.unshift(sections[s]!.number ?? '');
    }
    const place = { section, path, id: joined('', numbers) };
    places.set(node!, place);
    return place;
  }
}

interface Placed {
  readonly measure: Assembly['measure'];
  readonly place: Place;
}

const joined = (id: string, parts: readonly string[]): string => {
  let out = id;
  for (const part of parts) if (part !== '') out = out === '' ? part : `${out}›${part}`;
  return out;
};

const below = ({ section, path, id }: Place, labels: readonly string[]): Place => ({
  section,
  path: [...path, ...labels],
  id: joined(id, labels),
});

/** Written out field by field: a spread of so many fields costs ten times as much. */
/** Torn names are no units; the account tells of them as unread. */
const whole = (assignments: Measure['assignments']): Measure['assignments'] =>
  assignments.some((a) => isTorn(a.unit)) ? assignments.filter((a) => !isTorn(a.unit)) : assignments;

function identified({ measure, place }: Placed, index: number, used: Map<string, number>): Measure {
  const base = joined(place.id, [measure.number ?? '·', measure.part === null ? '' : String(measure.part)]);
  const n = (used.get(base) ?? 0) + 1;
  used.set(base, n);
  return {
    id: n > 1 ? `${base}~${n}` : base,
    index,
    section: place.section,
    path: place.path,
    number: measure.number || null,
    part: measure.part,
    title: measure.title,
    text: measure.text,
    span: measure.span,
    numberSpan: measure.numberSpan,
    titleSpan: measure.titleSpan,
    textSpan: measure.textSpan,
    assignments: whole(measure.assignments),
    deadlines: measure.deadlines,
    recurrences: measure.recurrences,
    certainty: measure.certainty,
  };
}

interface Place {
  readonly section: number | null;
  readonly path: readonly string[];
  /** The numbers of the path: how ids of what stands here begin. */
  readonly id: string;
}

const nowhere: Place = { section: null, path: [], id: '' };

/** A heading ends with its paragraph, or with its first sentence where a body follows in the same paragraph. */
function headingEnd(text: string, from: number): number {
  const stop = text.indexOf('。', from);
  return stop < 0 || stop === text.length - 1 ? Math.min(text.length, 200) : Math.min(stop, 200);
}

/** The number each paragraph stands under. */
function ownersIn(roots: readonly OutlineNode[]): ReadonlyMap<number, OutlineNode> {
  const owner = new Map<number, OutlineNode>();
  for (const root of roots) for (const node of nodesOf(root)) for (const at of node.own) owner.set(at, node);
  return owner;
}

/**
 * The heading each table stands under: the nearest number before it that is no measure itself. A table behind the word
 * 附件 stands under none. Keyed by the paragraph a row begins at.
 */
function tableHosts(
  roots: readonly OutlineNode[],
  readings: readonly Reading[],
  rows: readonly RowMeasure[],
  measures: ReadonlySet<OutlineNode>,
): Map<number, OutlineNode | null> {
  const out = new Map<number, OutlineNode | null>();
  if (rows.length === 0) return out;
  const owner = ownersIn(roots);
  let host: OutlineNode | null = null;
  let read = 0;
  for (const { at } of [...rows].sort((a, b) => a.at - b.at)) {
    for (; read <= at; read++) {
      const { kind, paragraph } = readings[read]!;
      if (kind === 'cell') continue;
      if (/^附(?:件|表|录)/.test(paragraph.strand.text)) host = null;
      else if (kind === 'node') host = owner.get(read) ?? null;
    }
    while (host && measures.has(host)) host = host.parent;
    out.set(at, host);
  }
  return out;
}
