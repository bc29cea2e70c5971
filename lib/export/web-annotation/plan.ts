import { examine } from '../../store/examine';
import type { AnnotationRecord, DocumentHead } from '../../store/types';
import type { ReadAnnotation, ReadAnnotations, Refusal } from './types';

/** Why one was left out: see `Refusal`; nobody knows the document that it is of; or it is more than the store holds. */
export type LeftOut = Refusal | 'no-document' | 'unfit';

/** What annotations of a file come to, beside those that are here. Nothing of it is applied before somebody looked. */
export interface AnnotationPlan {
  readonly added: readonly AnnotationRecord[];
  /** Ours, changed elsewhere after they were last changed here; as they are and as they will be. */
  readonly changed: readonly { readonly before: AnnotationRecord; readonly after: AnnotationRecord }[];
  /** In the file and here, and not newer. */
  readonly same: number;
  readonly leftOut: readonly { readonly quote: string; readonly why: LeftOut }[];
}

export interface AnnotationGround {
  readonly ours: readonly AnnotationRecord[];
  readonly heads: readonly DocumentHead[];
  readonly now: Date;
  /** Makes an id that nothing else has. */
  readonly newId: () => string;
}

/**
 * Finds what a file of annotations says that is not here. One of ours is known by its id; one of another annotator by its
 * document, words, note and tags, so that a file read twice brings nothing twice. A document is known by our id of it, by
 * its number and title, or by its address.
 */
export function planAnnotations({ annotations, refused }: ReadAnnotations, ground: AnnotationGround): AnnotationPlan {
  const byId = new Map(ground.ours.map((each) => [each.id, each]));
  const said = new Set(ground.ours.map(saying));
  const documents = new Known(ground.heads);
  const added: AnnotationRecord[] = [];
  const changed: AnnotationPlan['changed'][number][] = [];
  const leftOut: AnnotationPlan['leftOut'][number][] = refused.map(({ why }) => ({ quote: '', why }));
  let same = 0;
  for (const read of annotations) {
    const record = recordOf(read, documents, ground);
    if (!record || !fits(record)) {
      leftOut.push({ quote: read.quote, why: record ? 'unfit' : 'no-document' });
      continue;
    }
    const before = byId.get(record.id);
    if (before && before.updated < record.updated && saying(before) !== saying(record))
      changed.push({ before, after: record });
    else if (before || said.has(saying(record))) same += 1;
    else added.push(record);
    byId.set(record.id, record);
    said.add(saying(record));
  }
  return { added, changed, same, leftOut };
}

const fits = (record: AnnotationRecord): boolean =>
  examine({ documents: [], tasks: [], annotations: [record] }).bad.length === 0;

const saying = ({ documentId, quote, note, tags, colour }: AnnotationRecord): string =>
  JSON.stringify([documentId, quote, note, tags, colour]);

/** The documents that are here, by what an annotation may say of its own. */
class Known {
  private readonly ids = new Map<string, string>();

  constructor(heads: readonly DocumentHead[]) {
    for (const { id, title, docNumber, urls } of heads) {
      this.keep(`id ${id}`, id);
      if (title !== null && docNumber !== null) this.keep(`name ${docNumber}\n${title}`, id);
      for (const url of urls) this.keep(`at ${bareAddress(url)}`, id);
    }
  }

  /** By our id, by number and title, by address, in this order; null where none is known. */
  idOf({ documentId, title, docNumber, url }: ReadAnnotation): string | null {
    const keys = [`id ${documentId}`, `name ${docNumber}\n${title}`, ...(url ? [`at ${bareAddress(url)}`] : [])];
    return keys.map((key) => this.ids.get(key)).find(Boolean) ?? null;
  }

  /** The first that says so counts. */
  private keep(key: string, id: string): void {
    if (!this.ids.has(key)) this.ids.set(key, id);
  }
}

function recordOf(read: ReadAnnotation, documents: Known, { now, newId }: AnnotationGround): AnnotationRecord | null {
  const { title: _title, docNumber: _number, ...rest } = read;
  // A document of ours that was not met here yet is known again by its id when it is.
  const documentId = documents.idOf(read) ?? read.documentId;
  if (documentId === null) return null;
  const instant = now.toISOString();
  const created = read.created ?? instant;
  return { ...rest, id: read.id ?? newId(), documentId, created, updated: read.updated ?? created };
}

/** An address as pages are compared: http or https, without what leads into the page. */
const bareAddress = (url: string): string => url.replace(/^https?:\/\//i, '//').replace(/#.*$/s, '');
