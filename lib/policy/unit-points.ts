import { readUnits } from '../names/coordination';
import { isOrgan, isSentence } from '../names/organ';
import { listKey } from '../text/numbering';
import { building } from './drafts';
import { finish, nobody } from './pieces';
import type { Reading } from './readings';

/** How sure a role is that nobody says: the point names a unit and what falls to it. */
const certainty = 0.8;
/** Names and a stop: 市园林局：…, 区公安分局。…; or names before what they do: 局办公室、宣传科负责…. */
const stopped = /^([^。；！？：:“”《》]{2,60})[：:。]/;
const doing = /^([^。；！？：:，,“”《》]{2,60}?)(?=负责|承担|牵头)/;
/** A heading may end like an organ's name: 健全领导机构, 设立办公室. */
const verb =
  /^(?:成立|设立|组建|建立|健全|完善|加强|强化|优化|推进|明确|落实|调整|整合|发挥|规范|深化|建设|打造|培育|支持|引导|组织|构建|做好|改革|撤销|充实)/;
const duty =
  /^(?:主要)?(?:负责|牵头|承担|依据|依法|按照|根据|落实|做好|组织|指导|会同|配合|参与|协助|协调|统筹|加强|开展|制定|监督|督促|严格|查处|履行|在|1[.．、]|（[1一]）|①)/;

/**
 * Points that name a unit and what falls to it (职责分工：1.市园林局：依据职能管护绿地。2.市水务局负责…): a division by units. Counts
 * where three points of a list and most of them are such. Cost: linear.
 */
export function withUnitPoints(readings: readonly Reading[]): Reading[] {
  const out = [...readings];
  let key = '';
  let run: number[] = [];
  let named = new Map<number, { start: number; end: number; to: number }>();
  const flush = (): void => {
    if (named.size >= 3 && named.size * 5 >= run.length * 3)
      for (const [i, at] of named) out[i] = asDivision(out[i]!, at);
    run = [];
    named = new Map();
  };
  for (let i = 0; i < out.length; i++) {
    const { kind, paragraph, pieces } = out[i]!;
    if (kind !== 'node' || !paragraph.marker?.length) continue;
    const own = listKey(paragraph.marker);
    if (own !== key || paragraph.marker.value === 1) flush();
    key = own;
    run.push(i);
    const at = pieces.length ? null : unitsAt(out[i]!);
    if (at) named.set(i, at);
  }
  flush();
  return out;
}

function unitsAt({ paragraph }: Reading): { start: number; end: number; to: number } | null {
  const { strand, marker } = paragraph;
  const start = marker!.length;
  const text = strand.text.slice(start, start + 80);
  if (verb.test(text)) return null;
  const stop = stopped.exec(text);
  const m = stop && duty.test(text.slice(stop[0].length)) ? stop : doing.exec(text);
  if (!m) return null;
  const { units } = readUnits(strand, start, start + m[1]!.length);
  const fit = units.every(
    ({ name }) => name.length <= 24 && isOrgan(name) && !isSentence(name) && !nobody.test(name) && !verb.test(name),
  );
  return fit && units.length ? { start, end: start + m[1]!.length, to: start + m[0].length } : null;
}

function asDivision(reading: Reading, { start, end, to }: { start: number; end: number; to: number }): Reading {
  const b = building();
  const { units, open } = readUnits(reading.paragraph.strand, start, end);
  b.drafts = units.map((u) => ({ ...u, role: 'responsible', form: 'prose', certainty, open, list: 0 }));
  return { ...reading, pieces: [finish({ start, end: to }, 'prose', b)] };
}
