import type { ListedUnit } from '../names/coordination';
import type { RuleWords } from './rule-notes';
import type { AssignmentForm, Role } from './types';

/** A unit with a role, as a stretch of the strand it was read from. */
export interface Draft extends ListedUnit {
  readonly role: Role;
  readonly form: AssignmentForm;
  readonly certainty: number;
  readonly open: boolean;
  /** Which list of the piece it stands in: a rule (the first leads) counts within a list. */
  readonly list: number;
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
  /** Looked like a list of units and gave none. */
  readonly unread: readonly { start: number; end: number; reason: 'no-unit' | 'unclear-role' | 'unclear-list' }[];
}

/** A piece while it is being read. */
export interface Building {
  drafts: Draft[];
  times: { start: number; end: number }[];
  rules: { words: RuleWords; start: number; end: number }[];
  added: ListedUnit[];
  unread: { start: number; end: number; reason: 'no-unit' | 'unclear-role' | 'unclear-list' }[];
  list: number;
  /** The label asks for persons too: a short name that is no organ is one. */
  persons: boolean;
  /** A role whose label ends its line: the units stand on the lines below. */
  awaits: Role | null;
}

export const building = (): Building => ({
  drafts: [],
  times: [],
  rules: [],
  added: [],
  unread: [],
  list: 0,
  persons: false,
  awaits: null,
});
