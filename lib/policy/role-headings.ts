import type { Item } from './items';
import { suggestedRole } from './morphemes';
import type { OutlineNode } from './outline';
import type { Reading } from './readings';
import type { Role } from './types';

const heading =
  /^(?:本[单部](?:位|门))?(?:作为)?([\u4e00-\u9fff]{2,4}?)(?:负责)?的?(?:重点|主要|具体)?(?:任务|工作|事项|职责|项目|内容)(?:清单|分工)?(?:[（(][^）)]{1,8}[）)])?[：:]?$/;

/** The role that a heading between a unit and its tasks says of it: 牵头任务：, 配合事项（3项）; null where it says none. */
export function headedRole({ paragraph: { strand, marker } }: Reading): Role | null {
  if (strand.length > 24) return null;
  const word = heading.exec(strand.text.slice(marker?.length ?? 0))?.[1];
  const { role, clear } = word ? suggestedRole(word) : { role: 'none' as const, clear: false };
  return clear && role !== 'none' ? role : null;
}

/** An item below a heading that names who does it, and its role where one between them says it. */
export interface Heir {
  readonly node: OutlineNode;
  readonly role: Role | null;
}

/** The items below a unit with the role each has there: by the heading above it, with or without a number; null where none says it. */
export function headedItems(node: OutlineNode, readings: readonly Reading[]): readonly Heir[] {
  let role: Role | null = null;
  let at = node.at;
  return node.children.flatMap((child) => {
    for (; at < child.at; at++) role = headedRole(readings[at]!) ?? role;
    const own = child.children.length ? headedRole(readings[child.at]!) : null;
    return own ? child.children.map((below) => ({ node: below, role: own })) : [{ node: child, role }];
  });
}

/** The division that a heading above gives to all below it, in the role that a heading between says. */
export const withRole = (pieces: Item['pieces'], role: Role | null): Item['pieces'] =>
  role
    ? pieces.map(({ at, piece }) => ({ at, piece: { ...piece, drafts: piece.drafts.map((d) => ({ ...d, role })) } }))
    : pieces;
