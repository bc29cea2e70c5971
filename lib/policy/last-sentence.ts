import { isOrgan } from '../names/organ';
import { codes } from '../text/chars';
import type { Strand } from '../text/strand';
import { readBareList } from './bare-list';
import { building, type Piece } from './drafts';
import { labelMeaning } from './labels';
import type { Paragraph } from './paragraphs';
import { finish, isRole, readRoleClauses, readValue, sure } from './pieces';
import type { Role } from './types';

/** A division in the middle of a sentence might be an aside. */
export const lessSure = (piece: Piece): Piece => ({
  ...piece,
  drafts: piece.drafts.map((d) => ({ ...d, certainty: d.certainty * 0.9 })),
});

const isStop = (code: number): boolean => code === 0x3002 || code === 0xff1b;
/** The last characters of the role words that may end it. */
const roleEnds = codes('头责合落实与加施助');

/**
 * A last sentence that holds units and role words and nothing else: …门槛。省发改委、省财政厅牵头，各市人民政府按职责分工负责. Read only
 * where every name is an organ's.
 */
export function readLastSentence({ strand, marker }: Paragraph): Piece | null {
  const { text } = strand;
  let end = text.length;
  while (end > 0 && isStop(text.charCodeAt(end - 1))) end--;
  const start = text.lastIndexOf('。', end - 1) + 1;
  if (start <= (marker?.length ?? 0) || end - start < 4 || end - start > 400) return null;
  const labelled = readNamedRoles(strand, start, end);
  if (labelled) return lessSure(labelled);
  if (!roleEnds.has(text.charCodeAt(end - 1))) return null;
  if (!/(?:牵头|负责|配合|落实|参与|参加|实施|协助)$/.test(text.slice(start, end))) return null;
  // 领导小组日常工作由县水利局负责 says who does that one thing; 此项工作由… divides the item's work.
  const by = text.indexOf('由', start);
  if (by > start && by < end && !/^(?:[此该本上以各]|工作|任务|事项)/.test(text.slice(start, by))) return null;
  const piece = readRoleClauses(strand, start, end, 'line', { start, end: text.length });
  if (
    !piece?.drafts.length ||
    piece.unread.length ||
    !piece.drafts.every((d) => isOrgan(d.name) && d.name.length <= 24)
  )
    return null;
  return lessSure(piece);
}

/** A last sentence that is a list of organs and nothing else: …新建五十个。市民政局、市住建局. Whether it counts, the document decides. */
export function readLastList({ strand, marker }: Paragraph): Piece | null {
  const { text } = strand;
  let end = text.length;
  while (end > 0 && '。；'.includes(text[end - 1]!)) end--;
  const start = text.lastIndexOf('。', end - 1) + 1;
  if (start <= (marker?.length ?? 0) || end - start < 4 || end - start > 200) return null;
  if (
    !isOrgan(text.slice(Math.max(start, text.lastIndexOf('、', end - 1) + 1, text.lastIndexOf('，', end - 1) + 1), end))
  )
    return null;
  return readBareList(strand, start, end, { start, end: text.length });
}

const naming = /(?:^|[，；,;])([\u4e00-\u9fff]{2,8}?)(?:为|是)(?=.{2})/g;

/** Labels with a verb for a colon: …连片建设。牵头单位为市住建局，配合单位为市城管局. */
function readNamedRoles(strand: Strand, start: number, end: number): Piece | null {
  const text = strand.text.slice(start, end);
  if (!text.includes('为') && !text.includes('是')) return null;
  const heads: { role: Role; at: number; from: number }[] = [];
  naming.lastIndex = 0;
  for (let m = naming.exec(text); m; m = naming.exec(text)) {
    const kind = labelMeaning(m[1]!)?.kind;
    if (kind && isRole(kind)) heads.push({ role: kind as Role, at: m.index, from: m.index + m[0].length });
    else if (!heads.length) return null;
  }
  if (!heads.length) return null;
  const b = building();
  heads.forEach(({ role, from }, k) => {
    readValue(strand, start + from, start + (heads[k + 1]?.at ?? text.length), role, 'line', sure.label, b);
  });
  if (!b.drafts.length || b.unread.length || !b.drafts.every((d) => isOrgan(d.name))) return null;
  return finish({ start, end: strand.length }, 'line', b);
}
