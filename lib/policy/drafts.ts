import type { ListedUnit } from '../names/coordination';
import type { RuleWords } from './rule-notes';
import type { AssignmentForm, Role, Unread } from './types';

/** A unit with a role, as a stretch of the strand it was read from. */
export interface Draft extends ListedUnit {
  readonly role: Role;
  readonly form: AssignmentForm;
  readonly certainty: number;
  readonly open: boolean;
  /** Which list of the piece it stands in: a rule (the first leads) counts within a list. */
  readonly list: number;
  /** Its name ends like an organ's. */
  readonly organ: boolean;
}

/** What looked like units and could not be read. */
export interface Doubt {
  readonly start: number;
  readonly end: number;
  readonly reason: Unread['reason'];
}

/** A stretch that divides work: a bracket, an own line, a cell. Not part of the body. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly form: AssignmentForm;
  readonly drafts: readonly Draft[];
  readonly times: readonly { start: number; end: number }[];
  readonly rules: readonly { words: RuleWords; start: number; end: number }[];
  readonly added: readonly ListedUnit[];
  readonly awaits?: Role | null;
  readonly unread: readonly Doubt[];
}
