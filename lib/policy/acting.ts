import type { Strand } from '../text/strand';
import type { Piece } from './drafts';

/** What a division of work says besides its units. */
const saysRole =
  /总?牵头|主办|主责|主抓|负总责|负责|责任|配合|协办|协同|协助|参与|参加|会同|共同|联合|分别|具体|分工|职责|按照?|根据|组织实施|组织|实施|落实|抓好|推进|承办|承担|执行|办理|予以|给予|积极|切实|密切|有关|相关|各自|单位|部门|完成|以上|此项|该项|工作|任务|事项|其他|其余|统筹|协调|指导|督促|由|等|和|与|及|为|是|的|做好/g;
/** So many other characters are a thing to be done. */
const fewest = 4;

/**
 * Does a sentence that divides work also say what is done: 由县委办公室牵头清理各类工作群，县数据局配合? It then stays part of the item's text.
 * Cost: linear in the piece.
 */
export function saysAction({ form, start, end, drafts, times }: Piece, { text }: Strand): boolean {
  if (form !== 'line' || !drafts.length) return false;
  let rest = '';
  let at = start;
  for (const taken of [...drafts, ...times].sort((a, b) => a.start - b.start)) {
    if (taken.start > at) rest += `${text.slice(at, taken.start)}，`;
    at = Math.max(at, taken.end);
  }
  rest += text.slice(at, end);
  return rest
    .replace(/[（(][^（）()]*[）)]/g, '')
    .split(/[，。；、：]/)
    .some((part) => (part.replace(saysRole, '').match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= fewest);
}
