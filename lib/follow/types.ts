/** What becomes of a task after it was taken on. Dates are ISO calendar dates, instants ISO 8601 in UTC. */

/** 进展: what was told of a task on a day. */
export interface ProgressEntry {
  /** Unique: entries of several offices come together by it. */
  readonly id: string;
  readonly on: string;
  readonly text: string;
  /** 0 to 100; null where nobody said. */
  readonly percent: number | null;
  /** 存在问题 */
  readonly problem: string;
  /** 下一步 */
  readonly next: string;
  /** Which office told it; '' for the reader's own. */
  readonly by: string;
  /** When it was last changed. */
  readonly at: string;
}

/** A due date that was moved (延期, or brought forward). */
export interface Move {
  /** The day on which it was moved. */
  readonly on: string;
  readonly from: string;
  /** null: the date was taken away. */
  readonly to: string | null;
  readonly reason: string;
}

/** A period of a recurring duty that is behind us. */
export interface Round {
  /** When it was due; null where it had no date yet. */
  readonly due: string | null;
  readonly done: string;
}

/** One of several limits of a measure: 6月底前完成方案，年底前全部完成. */
export interface PrintedDeadline {
  readonly text: string;
  /** null for 长期坚持 and the like. */
  readonly date: string | null;
  /** The day on which it was met; absent or null: it was not yet. */
  readonly done?: string | null | undefined;
}

/** How a duty comes back: as printed (每季度末月25日前), to the day after which it does not; null: without end. */
export interface Repetition {
  readonly text: string;
  readonly until: string | null;
}

export interface Step {
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
}

/** Where a task that no document holds comes from: a meeting, an instruction in writing (批示), word of mouth, or else. */
export const sourceKinds = ['meeting', 'instruction', 'verbal', 'other'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export interface TaskSource {
  readonly kind: SourceKind;
  /** 县政府第12次常务会议 */
  readonly name: string;
  readonly date: string | null;
}

/** Who in one's own office has to do with a task. */
export interface People {
  /** 分管领导 */
  readonly leaders?: readonly string[] | undefined;
  /** 承办科室（股室） */
  readonly offices?: readonly string[] | undefined;
  /** 承办人 */
  readonly handlers?: readonly string[] | undefined;
}

export const peopleFields = ['leaders', 'offices', 'handlers'] as const;
export type PeopleField = (typeof peopleFields)[number];

/** What is kept of following a task up; what is absent was never said. */
export interface FollowUp extends People {
  /** A status word of the office's own (滞后); the task's status is what it is mapped to. */
  readonly word?: string | null | undefined;
  /** Oldest first by day. */
  readonly progress?: readonly ProgressEntry[] | undefined;
  /** 办结日期 */
  readonly doneOn?: string | null | undefined;
  /** 佐证材料: names or paths, never the files. */
  readonly evidence?: readonly string[] | undefined;
  /** Oldest first. */
  readonly moves?: readonly Move[] | undefined;
  /** As printed and in their order, where there are several; the due date is that of the next one. */
  readonly deadlines?: readonly PrintedDeadline[] | undefined;
  readonly repeat?: Repetition | null | undefined;
  /** Oldest first. */
  readonly rounds?: readonly Round[] | undefined;
  readonly steps?: readonly Step[] | undefined;
  /** Only of a task by hand. */
  readonly source?: TaskSource | null | undefined;
  /** When each field was last changed: what decides between two offices. A field that is absent is as old as the task. */
  readonly at?: Readonly<Record<string, string>> | undefined;
}

/** Fields of a task that a person sets: they carry a stamp in `at`, and go field by field when ledgers are merged. */
export const stampedFields = [
  'title',
  'status',
  'dueDate',
  'tags',
  'note',
  'leaders',
  'offices',
  'handlers',
  'word',
  'doneOn',
  'evidence',
  'repeat',
  'steps',
] as const;
export type StampedField = (typeof stampedFields)[number];
