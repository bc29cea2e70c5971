import { child, childrenOf, descendants, textOf, type XmlElement } from '../xml';
import { toggle } from './styles';

/** A part that prints above or below pages, by the id of its relation. */
export interface Head {
  readonly id: string;
  /** It is that of the first page alone: what stands in it is part of the paper, no running head. */
  readonly own: boolean;
}

export interface Heads {
  /** In the order in which they come into question: of the first section first, of its first page before the others. */
  readonly heads: readonly Head[];
  /** The same from the last section on. */
  readonly feet: readonly Head[];
}

/** Read from the sections of a body: the red head may stand behind a cover, the imprint in the foot of any kind of page. */
export function headsOf(body: XmlElement): Heads {
  const sections = descendants(body, 'sectPr');
  const partsOf = (section: XmlElement, kind: 'header' | 'footer', first: boolean): Head[] => {
    const references = childrenOf(section, `${kind}Reference`);
    const own = toggle(section, 'titlePg') ?? false;
    return ['first', 'default', 'even'].flatMap((type) =>
      references
        .filter(({ attributes }) => (attributes.type ?? 'default') === type && (type !== 'first' || own))
        .map(({ attributes }) => ({ id: attributes.id ?? '', own: first && type === 'first' })),
    );
  };
  return {
    heads: sections.flatMap((section, index) => partsOf(section, 'header', index === 0)),
    feet: [...sections].reverse().flatMap((section) => partsOf(section, 'footer', false)),
  };
}

/** 〔2027〕12号 in any of its brackets, or the red line "…文件". */
const RED_HEAD = /[〔［[【（(]\s*[12]\d{3}\s*[〕］\]】）)]\s*第?\s*\d+\s*号|文\s*件\s*$/m;
/** What closes an official paper. */
const IMPRINT = /(?:抄送|主送|抄报|印发)\s*[：:]?|\d日\s*印/;

/**
 * Whether a head belongs to the paper: the red head with issuer and number does; what only repeats a title on each page
 * does not. A head of the first page alone does in any case.
 */
export const isLetterhead = (text: string, own: boolean): boolean => /\S/.test(text) && (own || RED_HEAD.test(text));

export const isImprint = (text: string): boolean => IMPRINT.test(text);

/** Watermarks: words along a path, behind the text of each page. */
export function watermarksIn(root: XmlElement | null): string[] {
  return descendants(root, 'textpath').flatMap(({ attributes }) => attributes.string?.trim() || []);
}

/** Text of a part, a paragraph a line, for looking at it. */
export const plainText = (root: XmlElement): string => descendants(root, 'p').map(textOf).join('\n');

/** The comments of a document that say something. */
export const commentCount = (root: XmlElement | null): number =>
  descendants(root, 'comment').filter((comment) => child(comment, 'p')).length;
