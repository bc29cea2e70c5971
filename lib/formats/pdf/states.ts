/** Drawings inside each other, in papers that people make: a few; the standard counts on 28. */
const DEEPEST = 1000;
/** Drawings begun on a page, those of drawings that are drawn again and again among them: the densest maps have some thousands. */
const MOST = 100_000;

/** Between the two threads of pdf.js in a page: it has no word of its own for a page that ends early. */
const CHANNEL = 'dutymark-pdf-cut';

let ended = 0;
let tell: BroadcastChannel | null = null;

/** How many pages ended early, here or in a thread that was listened to, since this module was loaded. */
export const pagesEnded = (): number => ended;

/** To be called where pdf.js reads in a thread of its own: there, to tell of pages that end early; in the page, to hear of them. */
export function tellEnded(): void {
  tell = new BroadcastChannel(CHANNEL);
}
export function hearEnded(): void {
  new BroadcastChannel(CHANNEL).addEventListener('message', () => ended++);
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
    if (++page.begun > MOST) {
      ended++;
      tell?.postMessage(null);
      throw new RangeError(`more than ${MOST} drawings on a page`);
    }
    if (deep >= DEEPEST) return proto;
    (proto as State)[inside] ??= { deep, page };
    return Object.assign(create(Object.getPrototypeOf(proto)), proto, { [inside]: { deep: deep + 1, page } });
  };
  Object.create = Object.assign(bounded, { [inside]: true }) as typeof Object.create;
}
