/** Drawings inside each other, in papers that people make: a few; the standard counts on 28. */
const DEEPEST = 1000;
/** Drawings begun on a page, those of drawings that are drawn again and again among them: the densest maps have some thousands. */
const MOST = 100_000;

/** Of a small file, and for each byte of a larger one: real plans begin one drawing in 500 bytes. */
const FEW = 20_000;
const BYTES = 32;

/** What a document may begin on a page and in all, by the size of its file; a page that draws itself anew counts for each time. */
export const drawingsWithin = (size: number): { readonly page: number; readonly all: number } => ({
  page: Math.min(MOST, FEW + size / BYTES),
  all: FEW + size / BYTES,
});

let within: { readonly page: number; readonly all: number } = { page: MOST, all: Number.POSITIVE_INFINITY };
let begun = 0;

/**
 * To be called before a file is read in the same thread, where no other is read until it is done. In a page pdf.js has a thread of
 * its own, which knows of no file: there each page has its own bound, for it may be drawn again and again, and whoever waits can stop it.
 */
export function startDocument(size: number): void {
  within = drawingsWithin(size);
  begun = 0;
}

/** How many drawings the document has begun. */
export const drawingsBegun = (): number => begun;

/** What pdf.js's own thread says of a page that ended early: pdf.js has no word for it, and passes this one over. */
export const ENDED = 'dutymark-page-ended';

let ended = 0;
let tell: (() => void) | null = null;

/** How many pages ended early in this thread, since this module was loaded. */
export const pagesEnded = (): number => ended;

/** To be called in a thread that is pdf.js's alone: the page that it reads for, and no other, hears of pages that end early. */
export function tellEnded(): void {
  // In a page there is no such thread: pdf.js has come here because none could be started, and the page itself is told.
  tell =
    typeof document === 'undefined'
      ? () => (postMessage as (word: string) => void)(ENDED)
      : () => dispatchEvent(new Event(ENDED));
}

const inside = Symbol('inside');
interface State {
  [inside]?: { readonly deep: number; readonly page: { begun: number } };
}

/**
 * pdf.js keeps what `q` saves as an object behind which the one before stands, and so on: each look at it goes through all of
 * them, and a page of nothing but `q` takes hours; so does one of drawings that each draw the next one twice. It offers no
 * bound of its own. So where it makes such an object (known by the matrix in it) the new one holds all of the old one and
 * nothing stands behind it; deeper than any paper goes it is the old one itself; and a page that begins more and more ends
 * there, with the text that stood before.
 *
 * To be called in the thread in which pdf.js reads, before it does.
 */
export function boundStates(): void {
  const create = Object.create as (proto: object | null, own?: PropertyDescriptorMap) => object;
  if (inside in create) return;
  const bounded = (proto: object | null, own?: PropertyDescriptorMap): object => {
    if (own !== undefined) return create(proto, own);
    if (proto === null || !Object.hasOwn(proto, 'ctm')) return create(proto);
    const { deep, page } = (proto as State)[inside] ?? { deep: 0, page: { begun: 0 } };
    begun++;
    if (++page.begun > within.page || begun > within.all) {
      ended++;
      tell?.();
      throw new RangeError('too many drawings');
    }
    if (deep >= DEEPEST) return proto;
    (proto as State)[inside] ??= { deep, page };
    return Object.assign(create(Object.getPrototypeOf(proto)), proto, { [inside]: { deep: deep + 1, page } });
  };
  Object.create = Object.assign(bounded, { [inside]: true }) as typeof Object.create;
}
