import type { Assignment, Measure, PolicyDocument, Role } from '../policy/types';

export type UnitKind =
  | 'party-organ'
  | 'government-department'
  | 'vertical-organ'
  | 'court'
  | 'procuratorate'
  | 'peoples-congress'
  | 'cppcc'
  | 'township'
  | 'subdistrict'
  | 'institution'
  | 'enterprise'
  | 'other';

/** The reader's own unit. */
export interface Profile {
  readonly id: string;
  /** As its own people write it: 区司法局, 青桐区司法局. */
  readonly name: string;
  /** As long as known: 清河市青桐区, 云岭省清河市临澜县. Empty: unknown. */
  readonly region: string;
  readonly kind: UnitKind;
  readonly aliases: readonly string[];
  /** CSS colour for what is mine; null takes the theme's. */
  readonly colour: string | null;
}

/** named: printed by name. collective: surely inside a designation. possible: 有关, 其他, or a doubtful name. */
export type DutyCertainty = 'named' | 'collective' | 'possible';

/** Why an assignment is ours: data, so that every surface can word it in its own language. */
export interface Why {
  /** The unit as printed. */
  readonly unit: string;
  readonly role: Role;
  readonly relation:
    | 'same-name'
    | 'alias'
    | 'short-form'
    | 'renamed'
    | 'class-member'
    | 'class-relevant'
    | 'class-other'
    | 'probable-alias'
    /** An office inside ours. */
    | 'own-part';
  /** The name stands in a remark or beside unnamed exceptions; absent where any doubt is of another sort. */
  readonly doubt?: 'wording';
}

/** What of a document tells whose work it divides, and where it is of: all that duties are made of. */
export interface Divided
  extends Pick<PolicyDocument, 'region' | 'issuer' | 'title' | 'attachmentTitle' | 'addressees'> {
  readonly measures: readonly (Pick<Measure, 'id'> & {
    readonly assignments: readonly Pick<Assignment, 'role' | 'unit' | 'resolved'>[];
  })[];
}

/** A measure seen from a profile. */
export interface Duty {
  readonly profile: string;
  /** `Measure.id` */
  readonly measure: string;
  readonly role: Role;
  readonly certainty: DutyCertainty;
  /** Indexes into `Measure.assignments` of all that make it ours, the deciding one first. */
  readonly assignments: readonly number[];
  /** Those of `assignments` that are only possible beside others that are sure; absent where there are none. */
  readonly doubtful?: readonly number[];
  readonly why: Why;
  /** The reader confirmed what was only `possible`. */
  readonly confirmed?: true;
}

/**
 * What the reader said of a duty: it is ours after all, or it is not. Kept as data and handed to `dutiesOf`. The
 * narrowest decision wins, among equals the last of the list.
 */
export interface DutyDecision {
  /** `Profile.id` */
  readonly profile: string;
  readonly verdict: 'confirmed' | 'dismissed';
  /** For this measure, for this document, or for good. */
  readonly scope: 'measure' | 'document' | 'always';
  /** The designation it is about, as printed; null: any (only sensible for a measure). */
  readonly unit: string | null;
  /** `DocumentRecord.id`; null for good. */
  readonly document: string | null;
  /** `Measure.id`; null for more than one measure. */
  readonly measure: string | null;
}

/** One answer to "which of these are you?", from the units an open document names. */
export interface Suggestion {
  /** As printed. */
  readonly name: string;
  readonly kind: UnitKind;
  /** As far as name and document tell; empty when they do not. */
  readonly region: string;
  /** How else the document prints it (县发改委, 临澜县发展和改革委员会), the most frequent first; absent: in no other way. */
  readonly forms?: readonly string[];
  /** In how many assignments it stands, and in how many of them it leads. */
  readonly mentions: number;
  readonly leads: number;
}
