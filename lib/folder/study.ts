import { buildIndex } from '../anchor/index';
import { fileUrl } from '../formats/address';
import { FormatError, type LocalDocument } from '../formats/types';
import { wholePage } from '../formats/whole-page';
import { dutyFacts, taskOfMeasure } from '../page/drafts';
import type { Mine } from '../page/engine';
import { documentIdentity } from '../page/identity';
import { weighed } from '../page/recognised';
import { parse } from '../policy/parse';
import type { PolicyDocument } from '../policy/types';
import type { NewTask, SeenDocument } from '../store/port';
import { read } from '../text/read';
import { dutiesOf } from '../units/duties';
import type { Duty } from '../units/types';
import type { Brief, OursCount, Studied } from './types';

/** Makes a document of HTML; the browser's own parser is not to be had in a thread. */
export type ParseHtml = (html: string) => { readonly document: Document };

/**
 * Reads an opened file as a session of the reader reads it, on a document that is never shown.
 *
 * @throws FormatError `empty` where no text stands in it.
 */
export function study(file: LocalDocument, parseHtml: ParseHtml): Studied {
  const { document } = parseHtml(wholePage(file.html));
  // The reader shows the content of a page alone, and so reads it without what the page says of itself.
  for (const element of [...document.querySelectorAll('meta, title, base')]) element.remove();
  const text = read(document);
  if (text.blocks.length === 0) throw new FormatError('empty');
  const policy = weighed(parse(text), text, file.recognised);
  const { id, fingerprint } = documentIdentity(policy, text);
  const url = fileUrl(file.name);
  const source = { documentId: id, url, policy, duties: [], index: buildIndex(text, policy) };
  return {
    seen: { id, url, fingerprint, policy },
    warnings: file.warnings ?? [],
    ...(file.scans && { scans: file.scans }),
    drafts: policy.measures.map((measure) => taskOfMeasure(source, measure)),
  };
}

/** What the table shows of it. @param today ISO date */
export function briefOf({ seen, warnings, scans }: Studied, mine: Mine, today: string): Brief {
  const { policy } = seen;
  const duties = dutiesIn(seen, mine);
  const { title, docNumber, issuer, date, measures } = policy;
  return {
    documentId: seen.id,
    class: policy.class,
    // Of what is no policy the first line is read, seldom a title: the file's name says more.
    title: policy.class === 'other' ? null : title,
    docNumber,
    issuer,
    date,
    measures: measures.length,
    ...countOf(duties),
    namedIds: namedIn(duties),
    next: nextDeadline(policy, mine.profiles.length > 0 ? duties : null, today),
    warnings,
    ...(scans && { scans }),
  };
}

/** A draft for each measure that names one of our units. */
export function draftsFor({ seen, drafts }: Studied, mine: Mine): NewTask[] {
  const duties = dutiesIn(seen, mine);
  const named = new Set(namedIn(duties));
  return drafts
    .filter(({ measureId }) => measureId !== null && named.has(measureId))
    .map((draft) => ({ ...draft, ...dutyFacts(duties, draft.measureId ?? '') }));
}

const dutiesIn = ({ id, policy }: SeenDocument, { profiles, decisions }: Mine): readonly Duty[] =>
  profiles.flatMap((profile) => dutiesOf(policy, profile, decisions, id));

const namedIn = (duties: readonly Duty[]): string[] => [
  ...new Set(duties.filter(({ certainty }) => certainty === 'named').map(({ measure }) => measure)),
];

function countOf(duties: readonly Duty[]): OursCount {
  const count = { named: 0, collective: 0, possible: 0 };
  for (const measure of new Set(duties.map((duty) => duty.measure))) {
    const { certainty } = dutyFacts(duties, measure);
    if (certainty) count[certainty] += 1;
  }
  return count;
}

/**
 * The next deadline from today on; where all have passed, the last of them.
 *
 * @param duties Of our units; null: whatever the document asks of anybody.
 */
function nextDeadline(policy: PolicyDocument, duties: readonly Duty[] | null, today: string): string | null {
  const ours =
    duties && new Set(duties.filter(({ certainty }) => certainty !== 'possible').map((duty) => duty.measure));
  let next: string | null = null;
  let last: string | null = null;
  for (const { id, deadlines } of policy.measures) {
    if (ours && !ours.has(id)) continue;
    for (const { date } of deadlines) {
      if (date === null) continue;
      if (date >= today) {
        if (next === null || date < next) next = date;
      } else if (last === null || date > last) last = date;
    }
  }
  return next ?? last;
}
