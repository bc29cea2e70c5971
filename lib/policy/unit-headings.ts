import { beginsWithLevel } from '../names/organ';
import { listKey } from '../text/numbering';
import { isOffice } from './doers';
import { promises } from './promise';
import type { Reading } from './readings';
import { headedRole } from './role-headings';
import { asNode } from './unit-nodes';

/** So many units that are lines of their own are a division by units; fewer where they are numbered. */
const least = { plain: 3, numbered: 2 };
const longestHeading = 60;

/** What stands under a unit and is none of its duties. */
const noDuty =
  /电话|传真|地址|联系人|邮编|邮箱|^(?:20\d\d|二[〇○]|\d{1,2}月(?!底|末|[上中下]旬|(?:\d{1,2}日)?前))|^[\u4e00-\u9fff]{2,3}$|^(?:19|20)\d\d年/;

/**
 * Units that are headings by themselves, each with its duties below (市水务局⏎1.检修闸门。⏎2.补足沙袋。⏎市住建局⏎…), numbered or
 * not, in a document that promises a division of work: each becomes a division, an unnumbered one an item. Cost: linear.
 */
export function withUnitHeadings(readings: readonly Reading[]): readonly Reading[] {
  const lists = new Map<string, number[]>();
  for (const [i, reading] of readings.entries()) {
    if (!isHeading(reading) || !hasDuty(readings, i) || closesItem(readings, i)) continue;
    const key = keyOf(reading);
    const list = lists.get(key);
    if (list) list.push(i);
    else lists.set(key, [i]);
  }
  if (!lists.size) return readings;
  const out = [...readings];
  for (const [key, own] of lists)
    if (dividesByUnits(key, own, readings)) for (const i of own) out[i] = asNode(out[i]!, i, [out[i]!.head!]);
  return out;
}

const keyOf = ({ kind, paragraph }: Reading): string => (kind === 'node' ? listKey(paragraph.marker!) : '');

/** Enough of a list are units, most of them by level or subject, in a document that promises a division of work. */
function dividesByUnits(key: string, own: readonly number[], readings: readonly Reading[]): boolean {
  // A list that begins anew behind each of two is enough.
  const anew = own.every((i) => beginsAnew(readings, i));
  if (own.length < (key || anew ? least.numbered : least.plain) || !promises(readings, own[0]!)) return false;
  const known = own.filter((i) => readings[i]!.head!.drafts.every((d) => beginsWithLevel(d.name) || isOffice(d.name)));
  // Where each heads a list that begins anew, a third of names that are known speaks for the rest: 农业农村办：1.…, 宣传文化站：1.….
  if (known.length * 3 < own.length * (anew ? 1 : 2)) return false;
  const siblings = key ? readings.filter((r) => r.kind === 'node' && keyOf(r) === key).length : own.length;
  return own.length * 5 >= siblings * 3;
}

/** A list begins below it at one, at once or behind the heading that says its role there (牵头任务：). */
function beginsAnew(readings: readonly Reading[], at: number): boolean {
  const next = readings[at + 1];
  const first = next && next.kind !== 'node' && headedRole(next) ? readings[at + 2] : next;
  return first?.kind === 'node' && first.paragraph.marker!.value === 1;
}

/** The paragraph is units and nothing else, and divides nothing otherwise. */
function isHeading({ head, pieces, kind, paragraph }: Reading): boolean {
  if (!head || pieces.length || (kind !== 'text' && kind !== 'node') || paragraph.align === 'right') return false;
  const { strand, marker } = paragraph;
  return head.start <= (marker?.length ?? 0) + 4 && head.end >= strand.length && strand.length <= longestHeading;
}

/** Something stands below that could be a duty, and no other heading. */
function hasDuty(readings: readonly Reading[], at: number): boolean {
  const next = readings[at + 1];
  if (!next || next.kind === 'cell' || next.paragraph.furniture || isHeading(next)) return false;
  const { strand, marker } = next.paragraph;
  const text = strand.text.slice(marker?.length ?? 0);
  return text.length >= 4 && !noDuty.test(text);
}

/** It stands between two items of one list: it says who does the one above. */
function closesItem(readings: readonly Reading[], at: number): boolean {
  const [before, after] = [readings[at - 1], readings[at + 1]];
  if (readings[at]!.kind === 'node' || before?.kind !== 'node' || after?.kind !== 'node') return false;
  const [one, next] = [before.paragraph.marker!, after.paragraph.marker!];
  return listKey(one) === listKey(next) && next.value === one.value + 1;
}
