import { isMeeting } from './directives';
import type { Reading } from './readings';
import { isSigning, signedDateAt, wholeDate } from './signed-lines';
import { closesByUnits } from './signed-off';

/**
 * A line of units that no item follows may sign the paper instead of dividing its work: it counts for nothing by itself and is told as
 * unread where it stands among the items. Who attended a meeting takes part in none of its tasks. Cost: linear.
 */
export function withoutSignatures(readings: readonly Reading[]): readonly Reading[] {
  const met = isMeeting(readings);
  // A paper is signed once: units above one day after another have these days as limits.
  const byUnits = closesByUnits(readings);
  const once = readings.filter((_, i) => isDated(readings, i)).length === 1 && !byUnits;
  const last = readings.findLastIndex(({ kind }) => kind === 'node' || kind === 'cell');
  // A paper is signed once: days behind several units are limits.
  const signing = readings.flatMap(({ paragraph: { strand } }, i) => (signedDateAt(strand.text) > 0 ? [i] : []));
  const signed = signing.length === 1 ? signing[0]! : -1;
  return readings.map((reading, i) => {
    const { bare, paragraph, unclear } = reading;
    if (i === signed && i > last && isSignedOff(reading)) return signature(reading);
    if (!byUnits && i > last && signedTogether(readings, i)) return signature(reading);
    if (met && isAttendance(reading, readings[i - 1])) return { ...reading, kind: 'text', pieces: [] };
    if (!bare || bare.start > 0 || bare.end < paragraph.strand.length || paragraph.marker) return reading;
    const next = readings[i + 1];
    if (once && isDated(readings, i)) return { ...reading, bare: null };
    return paragraph.align === 'right' || (next !== undefined && signsBefore(next))
      ? { ...reading, bare: null, unclear: [...unclear, bare] }
      : reading;
  });
}

/** It is no part of the text: its name is not told as a unit that nothing speaks of. */
const signature = (reading: Reading): Reading => ({
  ...reading,
  ...nothing,
  kind: 'text',
  paragraph: { ...reading.paragraph, furniture: true },
});
const nothing = { pieces: [], bare: null, inner: [], head: null, unclear: [] } as const;

/** 雾溪县人民政府办公室　2031年3月30日 in one line, read as a unit that has something to do. */
const isSignedOff = ({ pieces, bare, head }: Reading): boolean => pieces.length > 0 || bare !== null || head !== null;

/** One unit alone in its line, and a whole date below. */
const isDated = (readings: readonly Reading[], i: number): boolean =>
  readings[i]!.bare?.drafts.length === 1 && wholeDate.test(readings[i + 1]?.paragraph.strand.text ?? '');

/** Of the lines of names right above the one date of the paper one holds several that white space parts: who issued it together. */
function signedTogether(readings: readonly Reading[], at: number): boolean {
  let [from, to] = [at, at];
  while (at - from < mostLines && isSigning(readings[from - 1]?.paragraph.strand)) from--;
  while (to - at < mostLines && isSigning(readings[to]?.paragraph.strand)) to++;
  const lines = readings.slice(from, to);
  return (
    to > at &&
    lines.some(({ paragraph: { strand } }) => strand.gaps.some((gap) => gap > 0 && gap < strand.length)) &&
    wholeDate.test(readings[to]?.paragraph.strand.text ?? '')
  );
}
const mostLines = 8;

const attended = /^(?:参加|参会|出席|列席|与会)(?:单位|部门|人员|领导)?[：:]/;

/** 参加：县住建局、县财政局: who came to a meeting. Below the line of who leads (牵头单位：…) it says who takes part. */
const isAttendance = ({ kind, paragraph }: Reading, before: Reading | undefined): boolean =>
  kind === 'line' &&
  attended.test(paragraph.strand.text) &&
  !(before?.kind === 'line' && before.pieces.some((p) => p.drafts.length > 0));

/** What stands below a signature: the date, another who signs, the annex, or who gets a copy. */
function signsBefore({ kind, bare, paragraph }: Reading): boolean {
  if (kind === 'node' || kind === 'line') return false;
  return bare !== null || below.test(paragraph.strand.text);
}
const below = /^(?:(?:19|20)\d\d年|二[〇○零O]|附件|附[：:]|抄送|分送|主送|印发|（?联系人|（?此件|（印章|（盖章|（公章)/;
