/** Looked through at most; pages of more elements are tables of a database. */
const MOST_ELEMENTS = 100_000;
/** Fewer Chinese signs are a button, a head or a foot of the site. */
export const FEWEST_SIGNS = 40;

/**
 * How many Chinese signs of a page stand in open shadow roots, where they are not read: 0 for the few of a menu.
 *
 * Why they are only counted: ranges, selections, changes and what lies under a point stop at each root, so that anchors would need
 * a second path, and marks a style sheet of ours in the page's own trees. The page saved as one file has them in its text.
 */
export function signsApart(root: ParentNode & Node): number {
  let signs = 0;
  let looked = 0;
  const waiting: (ParentNode & Node)[] = [root];
  for (let tree = waiting.pop(); tree; tree = waiting.pop()) {
    for (const element of tree.querySelectorAll('*')) {
      if (++looked > MOST_ELEMENTS) return told(signs);
      const inner = element.shadowRoot;
      if (!inner) continue;
      waiting.push(inner);
      for (const own of inner.childNodes)
        if (own.nodeType !== 8 && !['STYLE', 'SCRIPT', 'TEMPLATE'].includes(own.nodeName))
          signs += own.textContent?.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    }
  }
  return told(signs);
}

const told = (signs: number): number => (signs < FEWEST_SIGNS ? 0 : signs);

/** The same, counted anew only when `of` differs: what is told of a page is told often. */
export function counted(root: ParentNode & Node): (of: string) => number {
  let last: { of: string; signs: number } | null = null;
  return (of) => {
    if (last?.of !== of) last = { of, signs: signsApart(root) };
    return last.signs;
  };
}
