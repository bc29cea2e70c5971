import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { record } from '../../lib/cli/record';
import { parse } from '../../lib/policy/parse';
import type { PolicyDocument } from '../../lib/policy/types';
import { fromPlain } from '../../lib/text/plain';
import { read } from '../../lib/text/read';
import { CORPUS } from './gold';

/** A document of the corpus with what its labels say who has to do. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  /** As `linkKey` writes them, one for each time the labels hold it. */
  readonly links: readonly string[];
  /** Units of the labels in their printed spelling, without white space. */
  readonly units: readonly string[];
  /** Some roles are left open, or the labels cover only a part: not for judging single links. */
  readonly partly: boolean;
  readonly isPage: boolean;
}

interface Gold {
  readonly covers_whole?: boolean;
  readonly covers_chars?: number;
  readonly either_role?: readonly string[];
  readonly optional_units?: readonly string[];
  readonly measures?: readonly {
    readonly lead?: readonly string[];
    readonly participants?: readonly string[];
    readonly responsible?: readonly string[];
    readonly lead_by_note?: readonly string[];
  }[];
}

/** A unit's spelling without white space and outer punctuation. */
export const unitKey = (unit: string): string =>
  unit
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^[、，,。；;：:]+|[、，,。；;：:]+$/gu, '');

export const linkKey = (role: string, unit: string): string => `${role} ${unitKey(unit)}`;

/** All labelled documents; empty where the corpus is not at hand. */
export function labelled(): readonly Labelled[] {
  if (!CORPUS) return [];
  const documents = readdirSync(join(CORPUS, 'documents'));
  const names = readdirSync(join(CORPUS, 'gold')).filter((name) => name.endsWith('.json'));
  return names.flatMap((name) => {
    const gold = JSON.parse(readFileSync(join(CORPUS!, 'gold', name), 'utf8')) as Gold;
    const id = name.replace(/\.json$/, '');
    const file = documents.find((each) => each.split('.')[0] === id);
    if (!gold.measures || !file) return [];
    const links = gold.measures.flatMap((m) => [
      ...(m.lead ?? []).map((unit) => linkKey('lead', unit)),
      ...(m.participants ?? []).map((unit) => linkKey('participant', unit)),
      ...(m.responsible ?? []).map((unit) => linkKey('responsible', unit)),
    ]);
    const partly =
      !(gold.covers_whole ?? gold.covers_chars === undefined) ||
      (gold.either_role?.length ?? 0) + (gold.optional_units?.length ?? 0) > 0 ||
      gold.measures.some((m) => m.lead_by_note?.length);
    const units = links.map((link) => link.replace(/^\S+ /, ''));
    const text = readFileSync(join(CORPUS!, 'documents', file), 'utf8');
    return [{ id, text, links, units, partly, isPage: file.endsWith('.html') }];
  });
}

/** Reads a document's text, as a page where it is one. */
export function readText(text: string, isPage: boolean): PolicyDocument {
  return parse(isPage ? read(parseHTML(text).document as unknown as Document) : fromPlain(text));
}

/** The scorer's report on readings, by the document's id. */
export function score(readings: readonly (readonly [id: string, policy: PolicyDocument])[]): string {
  const input = readings.map(([id, policy]) => JSON.stringify(record(`${id}.txt`, policy))).join('\n');
  const only = readings.map(([id]) => id).join();
  return execFileSync(
    process.execPath,
    [join(CORPUS!, 'score.mjs'), '--gold', join(CORPUS!, 'gold'), '--only', only, '--verbose'],
    { input, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
}

/** F1 of `measures`, `links` or `deadlines` over all documents of a report. */
export const figure = (report: string, name: string): number =>
  Number(new RegExp(`^ALL ${name}: .* F1 ([\\d.]+)`, 'm').exec(report)?.[1]);

/**
 * Units that the labels give work and the reading neither lists nor mentions under what could not be read, as often as they
 * are missing.
 */
export function silentlyMissed(
  { units }: Labelled,
  { measures, unread }: PolicyDocument,
  change: (text: string) => string = (text) => text,
): string[] {
  const told = unread.map(({ text }) => unitKey(text)).join('\n');
  const left = new Map<string, number>();
  // A word that was exchanged is exchanged in names as well: 各项目牵头单位 is printed 各项目领办单位.
  const labelledName = new Map(units.map((unit) => [unitKey(change(unit)), unit]));
  for (const unit of units) left.set(unit, (left.get(unit) ?? 0) + 1);
  for (const { assignments } of measures)
    for (const { unit } of assignments) {
      const key = unitKey(unit);
      const name = left.has(key) ? key : (labelledName.get(key) ?? key);
      left.set(name, (left.get(name) ?? 0) - 1);
    }
  return [...left].flatMap(([unit, count]) =>
    Array.from({ length: Math.max(0, count - (told.split(unit).length - 1)) }, () => unit),
  );
}
