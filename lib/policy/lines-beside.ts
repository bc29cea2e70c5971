import type { Piece } from './drafts';
import { isMembers, labelByForm } from './labels';
import { isRole } from './lexicon';
import type { Reading } from './readings';
import { deadlinesIn } from './time/deadlines';
import { saysOtherTime } from './time/labelled';
import type { Role } from './types';

/**
 * Labels that nobody knows on lines of their own (成员单位：县财政局、县民政局) beside a line whose label is known: as inside one paragraph
 * they divide the same item's work, by the role that their form suggests. Cost: linear.
 */
export function withLinesBeside(readings: readonly Reading[]): readonly Reading[] {
  let out: Reading[] | null = null;
  // Fields behind a line of the division, whatever they are about: 监督部门：…, 节点：11月底完工.
  let among = false;
  for (let i = 1; i < readings.length; i++) {
    const before = (out ?? readings)[i - 1]!;
    among = before.kind === 'line' || (among && before.kind === 'text' && field.test(before.paragraph.strand.text));
    const line = asLine(readings[i]!, before) ?? (among ? asTimes(readings[i]!) : null);
    if (!line) continue;
    out ??= [...readings];
    out[i] = line;
  }
  return out ?? readings;
}

function asLine(reading: Reading, before: Reading): Reading | null {
  const { kind, unclear, paragraph, pieces } = reading;
  if (kind !== 'text' || pieces.length || unclear.length !== 1) return null;
  const [piece] = unclear as [Piece];
  const whole = piece.start === 0 && piece.end >= paragraph.strand.length - 1;
  const beside = (before.kind === 'line' || endsInDivision(before)) && before.pieces.some((p) => p.drafts.length);
  if (!whole || !piece.drafts.length || !(beside || isOfGroup(before))) return null;
  const role = roleOf(paragraph.strand.text.slice(0, piece.drafts[0]!.start).replace(/[：:\s]+$/, ''));
  if (!role) return null;
  const drafts = piece.drafts.map((d) => ({ ...d, role }));
  return { ...reading, kind: 'line', pieces: [{ ...piece, drafts }], unclear: [], head: null, bare: null };
}

const field = /^[^\u4e00-\u9fff]?([\u4e00-\u9fff]{2,8})[：:]/;
const noYear = { year: null, date: null };
/** Labels of what comes of a task; under any other may stand the next task: 耕地保护：6月底前…. */
const besideTask = /成效|成果|效果|产出|节点|进度|安排|时点|里程碑|备注|标准|形式$/;
/** Longest value of a field that is looked through for dates. */
const longest = 80;

/** 预期成效：改造茶园1200亩，10月底前完成: what the fields below the units say of time belongs to their item. */
function asTimes(reading: Reading): Reading | null {
  const { kind, pieces, paragraph } = reading;
  const { strand } = paragraph;
  if (kind !== 'text' || pieces.length || strand.length > longest) return null;
  const label = field.exec(strand.text);
  if (!label || !besideTask.test(label[1]!) || saysOtherTime(label[1]!)) return null;
  const start = label[0].length;
  const times = deadlinesIn(strand.text.slice(start), noYear).map((t) => ({
    start: start + t.start,
    end: start + t.end,
  }));
  if (!times.length) return null;
  const piece = { ...empty, start: 0, end: strand.length, times };
  return { ...reading, kind: 'line', pieces: [piece], head: null, bare: null };
}
const empty: Omit<Piece, 'start' | 'end' | 'times'> = { form: 'line', drafts: [], rules: [], added: [], unread: [] };

/** 一、交通保障专班（牵头单位：县交通局）, with its members on the line below. */
const endsInDivision = ({ kind, pieces, paragraph: { strand } }: Reading): boolean =>
  kind === 'node' && pieces.length > 0 && pieces.at(-1)!.end >= strand.length - 1;

/** （一）综合协调组, 组长：秦川: its members stand below. */
const isOfGroup = ({ kind, paragraph: { strand, marker } }: Reading): boolean =>
  (kind === 'node' && /组[。：:]?$/.test(strand.text.slice(marker?.length ?? 0))) ||
  /^(?:常务)?副?(?:组长|指挥长)[：:]/.test(strand.text);

/** Members take part beside who leads; any other label says by its form what it asks for. */
function roleOf(label: string): Role | null {
  const kind = isMembers(label) ? 'participant' : labelByForm(label)?.kind;
  return kind && isRole(kind) ? kind : null;
}
