import { child, descendants, type XmlElement } from '../xml';
import { toggle } from './styles';

/** Which parts print above the first page and below the last, by the ids of their relations. */
export interface Heads {
  readonly head: string | null;
  /** Whether the first page has a head of its own: what stands in it is part of the paper, no running head. */
  readonly own: boolean;
  readonly foot: string | null;
}

/** Read from the sections of a body: the first has the first page, the last the last. */
export function headsOf(body: XmlElement): Heads {
  const sections = descendants(body, 'sectPr');
  const own = toggle(sections[0], 'titlePg') ?? false;
  const idOf = (section: XmlElement | undefined, kind: 'header' | 'footer', type: string) =>
    section?.children
      .filter((node): node is XmlElement => typeof node !== 'string' && node.name === `${kind}Reference`)
      .find(({ attributes }) => (attributes.type ?? 'default') === type)?.attributes.id ?? null;
  const first = own ? idOf(sections[0], 'header', 'first') : null;
  const last = sections.at(-1);
  const feet = [idOf(last, 'footer', 'default'), idOf(last, 'footer', 'first'), idOf(last, 'footer', 'even')];
  return {
    head: first ?? idOf(sections[0], 'header', 'default'),
    own: first !== null,
    foot: feet.find((id) => id !== null) ?? null,
  };
}

/** 〔2027〕12号 in any of its brackets, or the red line "…文件". */
const RED_HEAD = /[〔［[【（(]\s*[12]\d{3}\s*[〕］\]】）)]\s*\d+\s*号|文\s*件\s*$/m;
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
export const plainText = (html: string): string => html.replace(/<\/p>|<br>/g, '\n').replace(/<[^<>]*>/g, '');

/** The comments of a document that say something. */
export const commentCount = (root: XmlElement | null): number =>
  descendants(root, 'comment').filter((comment) => child(comment, 'p')).length;
