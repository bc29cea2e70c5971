import { behindDash } from './behind-dash';
import { bracket } from './bracket';
import type { Form } from './form';
import { groupOf } from './group-of';
import { head } from './head';
import { labelBehind } from './label-behind';
import { lastSentence } from './last-sentence';
import { listLine } from './list-line';
import { ownLine } from './own-line';
import { signedClosing } from './signed-closing';
import { signedList } from './signed-list';
import { tail } from './tail';
import { unclearLabel } from './unclear-label';
import { unitsLast } from './units-last';

/** The forms of a division of work, in the order in which they are tried. */
export const forms: readonly Form[] = [
  signedList,
  ownLine,
  labelBehind,
  bracket,
  signedClosing,
  tail,
  behindDash,
  lastSentence,
  listLine,
  unitsLast,
  groupOf,
  head,
  unclearLabel,
];
