import { closesAt } from '../text/chars';
import { saysWhen } from './dates';
import type { Role } from './types';

/** A time printed behind a name: 县司法局（6月底前完成）. */
export function timedName(name: string): { name: string; time: string } | null {
  if (!closesAt(name, name.length - 1)) return null;
  const m = /^([^（(]{2,40})[（(]([^（()）]{2,30})[）)]$/.exec(name);
  return m && /[\d一二三四]+(?:年|月|季度)|年底|年末|长期|持续/.test(m[2]!) && saysWhen(m[2]!)
    ? { name: m[1]!, time: m[2]! }
    : null;
}

/** A role printed behind a name: 省发展改革委（牵头）. */
export function markedRole(name: string): { role: Role; name: string } | null {
  if (!closesAt(name, name.length - 1) && !name.endsWith('〉')) return null;
  const m =
    /^(.{2,40}?)[（(〈](牵头|牵头单位|牵头部门|主办|主办单位|主责|配合|协办|参与|参加|责任|配合单位)[）)〉]$/.exec(
      name,
    );
  if (!m) return null;
  return { role: /牵头|主/.test(m[2]!) ? 'lead' : m[2] === '责任' ? 'responsible' : 'participant', name: m[1]! };
}
