import { unitsAtHead } from '../names/at-head';
import { type ListedUnit, readUnits } from '../names/coordination';
import { isCollective, isOrganName } from '../names/organ';
import { answers } from './directives';
import { isDoer, isNamed } from './doers';
import type { Draft, Piece } from './drafts';
import { readProse } from './prose';
import { asNote } from './ranged';
import type { Reading } from './readings';
import { isClosing } from './sections';
import { asNode } from './unit-nodes';

/** So many paragraphs are asked for the line of addressees, and so many units it names at most. */
const opening = 12;
const mostAddressed = 4;
/** Longest line of addressees. */
const longestAddress = 80;
/** How sure it is whom a sentence asks: one that says 你局 or 请于…; one that names nobody, beside such. */
const sure = { asked: 0.85, silent: 0.7 };

/** 你局, 贵单位: whom a letter is addressed to. */
const you = /[你贵](?:们|[局委办厅署部院校行司会社]|[省市县区旗镇乡]|街道|单位|公司|集团|中心|支?大?队|处|科|室|站|所)/;
/** A sentence that asks them: 请你局…, 你局要…, 转你局办理, 请于5月25日前办结. */
const asks = new RegExp(
  `(?:请|望|责成|要求|督促|责令|转|交由?|由)${you.source}|${you.source}[^，。；]{0,12}?(?:要|应当?|须|必须|务必|需|于|在\\d)|(?:^|[，。；])请(?:于|在|立即|尽快|抓紧|认真|会同|将|按|对|结合|务必|及时|速)`,
);
/** What the addressee had said or done, and what is told of the past. */
const reports = new RegExp(`^(?:经查|据|根据|近[日期]|前期|鉴于)|${you.source}[^。；]{0,30}(?:收悉|函收|已悉)`);

/**
 * A letter to units by name (县水利局：) that asks them for something (请你局…，请于…前办结): each point, or each paragraph that asks where
 * nothing is numbered, falls to whom it is addressed to. A point that names another who does it is that one's. An answer (批复、复函) asks
 * nobody. Cost: linear.
 */
export function withAddressed(readings: Reading[]): Reading[] {
  const letter = letterIn(readings);
  if (!letter) return readings;
  const { at, units } = letter;
  const parts = partsOf(readings, letter);
  if (parts.length > 1) return withParts(readings, parts);
  const body = readings.flatMap((reading, i) => (i > at && isBody(reading) ? [i] : []));
  const points = body.filter((i) => readings[i]!.kind === 'node');
  const asked = body.filter((i) => asksOf(readings[i]!) || (!points.length && asksOne(readings[i]!, units)));
  if (!asked.length) return readings;
  const chosen = points.length ? points.filter((i) => isSaid(readings[i]!)) : asked;
  // 请你局做好以下工作：asks for each point below.
  const listed = asked.some((i) => readings[i]!.kind === 'text' && /[：:]$/.test(readings[i]!.paragraph.strand.text));
  const out = [...readings];
  for (const i of chosen) out[i] = addressedTo(readings[i]!, i, { at, units, listed });
  return out;
}

/** Who is addressed from a line on; lines of their own, each over what its units are asked for (发改局：⏎请你局…⏎住建局：⏎请你局…). */
type Part = Pick<Letter, 'at' | 'units'>;

function partsOf(readings: readonly Reading[], first: Part): readonly Part[] {
  const parts: Part[] = [first];
  for (let at = first.at + 2; at < readings.length; at++) {
    const units = addressedIn(readings[at]!, false);
    // 住建局：⏎请你局…: what stands below asks them.
    if (units && readings[at + 1] && isBody(readings[at + 1]!) && asksOf(readings[at + 1]!)) parts.push({ at, units });
  }
  return parts;
}

/** Each paragraph that asks falls to those of the line above it. */
function withParts(readings: readonly Reading[], parts: readonly Part[]): Reading[] {
  const out = [...readings];
  parts.forEach((part, k) => {
    const to = parts[k + 1]?.at ?? readings.length;
    if (k) out[part.at] = asNote(readings[part.at]!, []);
    for (let i = part.at + 1; i < to; i++) {
      const reading = readings[i]!;
      if (isBody(reading) && asksOf(reading)) out[i] = addressedTo(reading, i, { ...part, listed: false });
    }
  });
  return out;
}

interface Letter {
  readonly at: number;
  readonly units: readonly ListedUnit[];
  /** It asks for all that its points say. */
  readonly listed: boolean;
}

/** What the sender does itself, what is done already, and what nobody is asked for. */
const notAsked =
  /^(?:我|本)(?:[办局委室县市区院部]|单位|们)|^[^，。；]{0,16}已|^(?:特此|此致)?感谢|^[你贵][^，。；]{1,4}(?:提供|出动|派出)了?[^，。；]*[次名个人件]$/;
/** Letters that thank, invite or wish well. */
const polite = /感谢|致谢|邀请|慰问|贺信|贺电|倡议/;

/** Whom the paper is addressed to, where it names them and none of them is a class. */
function letterIn(readings: readonly Reading[]): Omit<Letter, 'listed'> | null {
  const at = readings.slice(0, opening).findIndex(isAddressLine);
  if (
    at < 0 ||
    readings
      .slice(0, at)
      .some(({ paragraph }) => answers.test(paragraph.strand.text) || polite.test(paragraph.strand.text))
  )
    return null;
  const units = addressedIn(readings[at]!, true);
  return units && { at, units };
}

const isAddressLine = ({ kind, paragraph: { strand, cell, furniture } }: Reading): boolean =>
  kind === 'text' && !cell && !furniture && strand.length <= longestAddress && /[：:]$/.test(strand.text);

/** The units of a line that is nothing but them and a colon; null for any other. `named`: none of them is a class. */
function addressedIn(reading: Reading, named: boolean): readonly ListedUnit[] | null {
  const { strand } = reading.paragraph;
  if (!isAddressLine(reading)) return null;
  const { units } = readUnits(strand, 0, strand.length - 1);
  const called = units.every(({ name }) =>
    isCollective(name) ? !named : isNamed(name) || isDoer(name) || isOrganName(name),
  );
  return called && units.length > 0 && units.length <= mostAddressed ? units : null;
}

const isBody = ({ kind, paragraph: { furniture, align, strand, cell } }: Reading): boolean =>
  (kind === 'node' || kind === 'text') &&
  !furniture &&
  !cell &&
  align !== 'right' &&
  strand.length >= 6 &&
  (kind === 'node' || !isClosing(strand.text));

function asksOf({ paragraph: { strand, marker } }: Reading): boolean {
  const said = strand.text.slice(marker?.length ?? 0).split(/[。；]/);
  return said.some((sentence) => asks.test(sentence) && !reports.test(sentence));
}

/** 请县自然资源局于…，请城关镇人民政府于…: it asks one of its addressees by name. */
const asksOne = ({ paragraph: { strand } }: Reading, units: readonly ListedUnit[]): boolean =>
  units.some(({ name }) => strand.text.includes(`请${name}`));

/** A point that says something of its own, and is no heading. */
const isSaid = (reading: Reading): boolean => {
  const { strand, marker } = reading.paragraph;
  if (reading.pieces.some((p) => p.drafts.length > 0)) return false;
  return asksOf(reading) || /.{3}[。；，]/.test(strand.text.slice(marker?.length ?? 0));
};

/** The same with the addressees as its doers, and whom it asks them to work with. */
function addressedTo(reading: Reading, i: number, { at, units, listed }: Letter): Reading {
  const { strand, marker } = reading.paragraph;
  const from = marker?.length ?? 0;
  if (notAsked.test(strand.text.slice(from))) return reading;
  const said = you.test(strand.text);
  const others = said ? [] : readProse(strand, from, [], { onlyBy: false, weak: true, any: true });
  // 请县水利局于…，请城关镇于…: each of several is asked for its own.
  if (others.length && units.length > 1 && reading.kind === 'text')
    return asNode(reading, i, [...reading.pieces, { ...nothing, drafts: others.map(asAsked) }]);
  if (others.length) return reading;
  const certainty = said || listed || asksOf(reading) ? sure.asked : sure.silent;
  // 请石潭镇人民政府…: of several addressees the point asks whom it names.
  const named = units.filter(({ name }) => strand.text.includes(`请${name}`));
  const piece: Piece = {
    ...nothing,
    drafts: (named.length ? named : units).map((unit) => ({
      ...unit,
      role: 'responsible',
      form: 'prose',
      certainty,
      open: false,
      list: 0,
      organ: true,
    })),
  };
  const node = reading.kind === 'node' ? reading : asNode(reading, i, reading.pieces);
  const beside = partners(reading);
  const own = beside.length ? [...node.pieces, { ...nothing, drafts: beside }] : node.pieces;
  return { ...node, pieces: own, given: [...(node.given ?? []), { at, piece }] };
}

/** Whom a letter names of its addressees it asks outright. */
const asAsked = (draft: Draft): Draft => ({ ...draft, certainty: Math.max(draft.certainty, sure.silent) });

/** A division of work that takes no characters away from the text. */
const nothing: Omit<Piece, 'drafts'> = {
  start: 0,
  end: 0,
  form: 'prose',
  times: [],
  rules: [],
  added: [],
  unread: [],
};

/** 请会同市水利局、柳河镇政府研究…: who takes part. */
function partners({ paragraph: { strand } }: Reading): Draft[] {
  return [...strand.text.matchAll(/会同|联合|商(?=[省市县区])/g)].flatMap((m, list) => {
    const ahead = unitsAtHead(strand, m.index + m[0].length);
    return (ahead?.units ?? []).map((unit): Draft => {
      return { ...unit, role: 'participant', form: 'prose', certainty: 0.75, open: ahead!.open, list, organ: true };
    });
  });
}
