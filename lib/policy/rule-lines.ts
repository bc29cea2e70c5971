import type { Reading } from './readings';
import { isNote, ruleOf, saysOfEvery } from './rule-notes';

/**
 * A note that says who leads in all lists (注：第一个单位为牵头单位，其余为责任单位。) divides nothing itself: 其余 is no unit. `applyRules` reads it
 * as a rule of the document. Cost: linear.
 */
export const withoutRuleLines = (readings: readonly Reading[]): readonly Reading[] =>
  readings.map((reading) => (saysRule(reading) ? { ...reading, kind: 'text', ...nothing } : reading));

const nothing = { pieces: [], bare: null, inner: [], head: null, unclear: [] } as const;

const saysRule = ({ paragraph: { strand, cell, marker } }: Reading): boolean =>
  !cell &&
  !marker &&
  strand.length <= 120 &&
  isNote(strand.text) &&
  (saysOfEvery(strand.text) ||
    ruleOf(strand.text.replace(/^.{0,4}[：:]|[。）)]+$/g, '')) !== null ||
    strand.text.split(/[。；，]/).some((part) => ruleOf(part.replace(/^.{0,4}[：:]/, '')) !== null));
