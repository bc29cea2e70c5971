import { doersOf } from './acting-lists';
import { isMeeting } from './directives';
import { meeting } from './outline';
import type { Reading } from './readings';
import { talked } from './sections';
import { asNode } from './unit-nodes';

/**
 * What a meeting decided, told in a paragraph of its own, at its head or behind what was heard: 会议听取了县交通局的汇报。会议明确，…. 会议指出 and
 * 会议认为 tell what it thought.
 */
const decides =
  /^[▲△◆●■★☆▪·]?(?:会议[^。]{3,150}。){0,2}(?:(?:针对|关于|对于|围绕|就)[^。；]{2,40}?，)?会议(?:还|并|最后)?(?:要求|议定|决定|明确|确定|强调|同意|商定)/;
/** 会议强调，县水利局完成投资3亿元 praises. */
const asks = /[要应须由请]|牵头|负责|同意|\d前/;
/** Shorter ones lead in what follows. */
const shortest = 16;

/**
 * Minutes without numbers (会议要求，县交通局要…；会议议定，由县督查室牵头…): each paragraph that says what was decided is an item of its own, and so is
 * one below the last numbered item, which it says nothing of. Where such paragraphs stand below other items, they say what was decided of each
 * (二、研究场馆建设。⏎会议同意…). Cost: linear.
 */
export function withMeetingPoints(readings: readonly Reading[]): readonly Reading[] {
  if (!isMeeting(readings)) return readings;
  const nodes = readings.flatMap(({ kind }, i) => (kind === 'node' ? [i] : []));
  const below = nodes.length ? [] : decidedBelow(readings);
  if (below.length) return asPoints(readings, new Set(below));
  const said = readings.flatMap((reading, i) => (isDecision(reading) ? [i] : []));
  const [first = -1, last = -1] = [nodes[0], nodes.at(-1)];
  const topics = last >= 0 && isTopic(readings[last]!);
  if (!said.length || topics || said.some((i) => i > first && i < last)) return readings;
  const points = new Set(said.filter((i) => i > last));
  // 县交通局负责修路 in a paragraph between two: whose point it would be nobody can tell.
  const own = readings.slice(said[0], said.at(-1)! + 1).some(isOther);
  if (own) return readings;
  return asPoints(readings, points);
}

function asPoints(readings: readonly Reading[], points: ReadonlySet<number>): readonly Reading[] {
  return readings.map((reading, i) => {
    if (!points.has(i)) return reading;
    const node = asNode(reading, i, reading.pieces);
    return { ...node, paragraph: { ...node.paragraph, marker: { ...node.paragraph.marker!, style: meeting } } };
  });
}

/** What was decided stands below, a paragraph each: 会议确定：. */
const leadsIn =
  /(?:确定|议定|决定|明确|要求|同意|商定)(?:了?(?:如下|以下))?(?:事项|意见|内容)?[：:]$|(?:议定|确定|会议)(?:事项|意见|内容|精神)?(?:纪要)?如下[：:]$/;
/** Who was there, and who got a copy. */
const ends = /^(?:出席|列席|参[会加]|请假|缺席|主持|记录|分送|抄送|发送|主送|会议)/;

/** The paragraphs below a line that leads in what was decided, where half of them at least say who does something. */
function decidedBelow(readings: readonly Reading[]): number[] {
  const lead = readings.findIndex(({ kind, paragraph }) => kind === 'text' && leadsIn.test(paragraph.strand.text));
  const out: number[] = [];
  for (let i = lead + 1; lead >= 0 && i < readings.length; i++) {
    const { kind, paragraph } = readings[i]!;
    if (!paragraph.strand.length) continue;
    if (kind !== 'text' || paragraph.furniture || paragraph.align === 'right' || ends.test(paragraph.strand.text))
      break;
    if (paragraph.strand.length >= shortest / 2) out.push(i);
  }
  const told = out.filter((i) => doersOf(readings[i]!).length > 0);
  return told.length >= 2 && told.length * 2 >= out.length ? out : [];
}

/** A paragraph that tells no more of the meeting. */
const isOther = ({ kind, paragraph: { furniture, strand } }: Reading): boolean =>
  kind === 'text' && !furniture && !/^会议/.test(strand.text);

/** 三、会议研究了场馆建设事宜。 · 二、研究场馆建设: what was talked about; what was decided of it stands below. */
function isTopic({ paragraph: { strand, marker } }: Reading): boolean {
  const text = strand.text.slice(marker?.length ?? 0);
  return talked.test(text) || /^(?:传达|学习|通报|关于)/.test(text) || !/[，。；]./.test(text);
}

function isDecision({ kind, paragraph: { furniture, strand } }: Reading): boolean {
  return (
    kind === 'text' &&
    !furniture &&
    strand.length >= shortest &&
    decides.test(strand.text) &&
    asks.test(strand.text) &&
    !/[：:]$/.test(strand.text)
  );
}
