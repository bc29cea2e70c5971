import { type Designation, readDesignation } from '../names/designation';
import { applyDecisions, type DutyDecision } from './decisions';
import { groundsOf } from './grounds';
import { type Ground, groundFor, match } from './match';
import { byWeight } from './ours';
import { type Compiled, compileProfile } from './profile';
import type { Divided, Duty, Profile } from './types';
import type { Verdict } from './verdict';

/** One printed unit of a document and everywhere it stands. */
interface Mention {
  readonly unit: string;
  readonly designation: Designation;
  /** Measure and assignment indexes, in document order. */
  readonly at: { readonly measure: number; readonly assignment: number }[];
}

/** What all profiles share of a document. */
interface Prepared {
  readonly ground: Ground;
  readonly mentions: readonly Mention[];
}

const prepared = new WeakMap<Divided, Prepared>();
const compiled = new WeakMap<Profile, Compiled>();

/** Names that are looked at in one step. */
const STEP = 16;

function* prepare(document: Divided): Generator<void, Prepared> {
  const known = prepared.get(document);
  if (known) return known;
  const ground = groundFor(groundsOf(document));
  const mentions = new Map<string, Mention>();
  for (const [index, { assignments }] of document.measures.entries()) {
    for (const [assignment, { unit, resolved }] of assignments.entries()) {
      const name = resolved ?? unit;
      const at = { measure: index, assignment };
      const mention = mentions.get(name);
      if (mention) mention.at.push(at);
      else {
        mentions.set(name, { unit: name, designation: readDesignation(name, ground.names), at: [at] });
        if (mentions.size % STEP === 0) yield;
      }
    }
  }
  const result = { ground, mentions: [...mentions.values()] };
  prepared.set(document, result);
  return result;
}

function compile(profile: Profile): Compiled {
  const known = compiled.get(profile);
  if (known) return known;
  const result = compileProfile(profile);
  compiled.set(profile, result);
  return result;
}

const BRANCH = /(?:分局|支局)$/u;

/** The verdict on each mention, null where it is not ours. */
function* judge(mentions: readonly Mention[], me: Compiled, ground: Ground): Generator<void, (Verdict | null)[]> {
  const verdicts: (Verdict | null)[] = [];
  for (const { designation } of mentions) {
    verdicts.push(match(designation, me, ground));
    if (verdicts.length % STEP === 0) yield;
  }
  const printed = verdicts.some(
    (v) => v?.certainty === 'named' && v.relation !== 'renamed' && v.relation !== 'probable-alias',
  );
  if (!printed || me.names.some(({ name }) => name.branch)) return verdicts;
  // A document that prints our own name means another organ by a similar one; a branch may still be our own office.
  return verdicts.map((verdict, index) =>
    verdict?.relation === 'probable-alias' && !BRANCH.test(mentions[index]!.unit) ? null : verdict,
  );
}

/**
 * What a unit has to do: one duty a measure that reaches it, in document order. A named role wins over a collective one
 * and that over a possible one; among equals lead, responsible, participant, then print order. An open list (等部门)
 * makes no duty.
 *
 * Each distinct unit string is judged once per document and profile, so the cost is that of the distinct names plus the
 * hits, not of the measures.
 *
 * @param decisions what the reader confirmed or turned off
 * @param documentId the document's id as decisions know it; without it only decisions for good apply
 */
export function dutiesOf(
  document: Divided,
  profile: Profile,
  decisions: readonly DutyDecision[] = [],
  documentId: string | null = null,
): Duty[] {
  const steps = dutySteps(document, profile, decisions, documentId);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in small steps, for documents of thousands of names. */
export function* dutySteps(
  document: Divided,
  profile: Profile,
  decisions: readonly DutyDecision[],
  documentId: string | null,
): Generator<void, Duty[]> {
  const { ground, mentions } = yield* prepare(document);
  const me = compile(profile);
  const verdicts = yield* judge(mentions, me, ground);
  const hits = new Map<number, { assignment: number; verdict: Verdict }[]>();
  mentions.forEach((mention, index) => {
    const verdict = verdicts[index];
    if (!verdict) return;
    for (const { measure, assignment } of mention.at) {
      const list = hits.get(measure);
      if (list) list.push({ assignment, verdict });
      else hits.set(measure, [{ assignment, verdict }]);
    }
  });
  const duties: Duty[] = [];
  for (const index of [...hits.keys()].sort((a, b) => a - b)) {
    const measure = document.measures[index]!;
    const judged = applyDecisions(
      hits
        .get(index)!
        .map(({ assignment, verdict }) => ({ assignment, verdict, unit: measure.assignments[assignment]!.unit })),
      { profile: profile.id, document: documentId, measure: measure.id },
      decisions,
    );
    const weight = ({ assignment, verdict }: (typeof judged)[number]) => ({
      role: measure.assignments[assignment]!.role,
      certainty: verdict.certainty,
    });
    judged.sort((a, b) => byWeight(weight(a), weight(b)) || a.assignment - b.assignment);
    const first = judged[0];
    if (!first) continue;
    const { role } = measure.assignments[first.assignment]!;
    const sure = first.verdict.certainty !== 'possible';
    const doubtful = judged.flatMap(({ assignment, verdict }) =>
      sure && verdict.certainty === 'possible' ? [assignment] : [],
    );
    duties.push({
      profile: profile.id,
      measure: measure.id,
      role,
      certainty: first.verdict.certainty,
      assignments: judged.map(({ assignment }) => assignment),
      ...(doubtful.length > 0 ? { doubtful } : {}),
      why: {
        unit: first.unit,
        role,
        relation: first.verdict.relation,
        ...(first.verdict.doubt ? { doubt: first.verdict.doubt } : {}),
      },
      ...(first.confirmed ? { confirmed: true } : {}),
    });
  }
  return duties;
}
