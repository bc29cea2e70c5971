import { rulesOf, type StyleRule } from '../text/css';
import { generatedIn, isPrinting, matching } from '../text/generated';
import { BLOCK } from '../text/tags';
import { isUnseenAsWritten } from '../text/unseen';
import { boxesAsTables } from './css-tables';
import { decode } from './encoding';
import { openFolds } from './folds';
import { valuesAsText } from './page-values';
import type { FormatWarning } from './types';

/** What says that a page may look otherwise than its text: looked for first, for most pages have none of it. */
const MAYBE =
  /shadow(?:root|mode)|srcdoc|data:text\/html|display\s*:\s*table|content\s{0,9}:[^;}]{0,200}(?:counter|attr|["'])|display\s*:\s*none|font-size\s*:\s*0|-\d{3,}(?:px|em|%)|clip|visibility\s*:\s*hidden|\shidden[\s=>/]|opacity\s*:\s*0|transparent|scale\(\s*0|(?:width|height)\s*:\s*0|wingdings|webdings|symbol|dingbats|<(?:math|input|select|textarea)\b/i;

/** Whether it is worth asking `asSeen`: a look at the source, linear in its length. */
export const mayLookOtherwise = (html: string): boolean => MAYBE.test(html);

/** `asSeen` of a page of this source, where it is worth its cost. */
export const unfolding = (html: string) =>
  mayLookOtherwise(html) ? (document: Document) => seenSaid(asSeen(document)) : undefined;

export interface Seen {
  /** Passages that stay hidden, read like text, and that nothing in the page opens. */
  readonly left: number;
  /** Rules that print or hide text were passed over, for the page is too long to ask them all. */
  readonly cut: boolean;
}

/**
 * A saved page as somebody sees it who reads it whole, where nothing draws it: what its style prints (counted numbers) becomes
 * text, words that it hides inside sentences go, frames and shadow roots that are part of it are put in their places, and
 * folds stand open. Changes the document.
 */
export function asSeen(document: Document): Seen {
  putInPlace(document);
  const sheet = [...document.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n');
  const { rules, cut } = affordable(rulesOf(sheet), document.querySelectorAll('*').length);
  takeOut(document, rules);
  print(document, rules);
  boxesAsTables(document, rules);
  const left = openFolds(document);
  valuesAsText(document, rules);
  return { left, cut };
}

/** What is to be said of a page as it is seen. */
export const seenSaid = ({ left, cut }: Seen): FormatWarning[] => [
  ...(left > 0 ? [{ code: 'hidden-left-out', count: left } as const] : []),
  ...(cut ? [{ code: 'limit-reached' } as const] : []),
];

/** What says how text is seen. */
const MATTERS =
  /^(?:display|visibility|font|position|text-indent|opacity|color|transform|(?:max-)?(?:width|height)|content|counter-)/m;
/** Looks at an element, in all: a page of 5,000 elements has 800 rules that matter. */
const LOOKS = 4_000_000;
const FEWEST_RULES = 100;
/** What asks each element for all that stand before it. */
const FAR = /~|:has\(|:nth-|:not\(.*[ >+]/;
const MANY = 5000;

/** Of the rules that matter those for which a page is not too long: each is asked of each element. */
function affordable(rules: readonly StyleRule[], elements: number): { rules: StyleRule[]; cut: boolean } {
  const most = Math.max(FEWEST_RULES, Math.floor(LOOKS / Math.max(1, elements)));
  const kept: StyleRule[] = [];
  let cut = false;
  for (const rule of rules) {
    if (!MATTERS.test([...rule.declarations.keys()].join('\n'))) continue;
    if (kept.length < most && !(elements > MANY && FAR.test(rule.selector))) kept.push(rule);
    else
      cut ||=
        isPrinting(rule) || HIDES.test(rule.declarations.get('display') ?? rule.declarations.get('visibility') ?? '');
  }
  return { rules: kept, cut };
}

const HIDES = /^(?:none|hidden)\b/i;

/** Frames deeper than this are a page of toys. */
const DEEPEST = 4;

/** Shadow roots and frames whose content stands in the page itself. */
function putInPlace(document: Document): void {
  for (const template of document.querySelectorAll<HTMLTemplateElement>(
    'template[shadowrootmode], template[shadowroot], template[shadowmode]',
  )) {
    const own = template.content?.childNodes.length ? template.content : template;
    // One by one: there may be more of them than a call takes arguments.
    while (own.firstChild) template.before(own.firstChild);
    template.remove();
  }
  // Frames in frames come to light one after the other.
  for (let depth = 0; depth < DEEPEST; depth++)
    for (const frame of document.querySelectorAll(FRAMES)) {
      const inner = document.createElement('div');
      inner.innerHTML = framed(frame);
      frame.replaceWith(inner);
    }
}

/** Frames that hold their page themselves. */
const FRAMES =
  'iframe[srcdoc], iframe[src^="data:text/html"], object[data^="data:text/html"], embed[src^="data:text/html"]';

function framed(frame: Element): string {
  const own = frame.getAttribute('srcdoc');
  if (own !== null) return own;
  const address = frame.getAttribute(frame.localName === 'object' ? 'data' : 'src') ?? '';
  const [, kind = '', data = ''] = /^data:([^,]*),([\s\S]*)$/.exec(address) ?? [];
  try {
    if (!/;base64/i.test(kind)) return decodeURIComponent(data);
    return decode(Uint8Array.from(atob(decodeURIComponent(data)), (sign) => sign.charCodeAt(0))).text;
  } catch {
    return '';
  }
}

function print(document: Document, rules: readonly StyleRule[]): void {
  const { before, after } = generatedIn(document, rules);
  for (const [element, text] of before) element.prepend(text);
  for (const [element, text] of after) element.append(text);
}

/** Longer than this, what is hidden in a line is no word against copying. */
const LONGEST_WORD = 40;

/**
 * Words that style sheets hide in the middle of text; whole blocks may be folds, and stay, but for those that a window of this
 * width does not show: they say once more what others say.
 */
function takeOut(document: Document, rules: readonly StyleRule[]): void {
  const hidden = new Map<Element, boolean>();
  const isTwin = twinsIn(document);
  for (const { selector, pseudo, declarations, window } of rules) {
    const display = declarations.get('display');
    const visibility = declarations.get('visibility');
    const written = [...declarations].map((pair) => pair.join(':')).join(';');
    const moves = /^font-size|position|text-indent|opacity|^color|^transform|^(?:max-)?(?:width|height)/m.test(
      [...declarations.keys()].join('\n'),
    );
    if (pseudo || !(display ?? visibility ?? moves)) continue;
    for (const element of matching(document, selector)) {
      if (moves && isUnseenAsWritten(element, written)) hidden.set(element, true);
      else if (display ?? visibility)
        hidden.set(
          element,
          (display === 'none' || visibility === 'hidden') &&
            (isInline(element) || (window === true && isTwin(element))),
        );
    }
  }
  for (const [element, away] of hidden) if (away) element.remove();
}

/**
 * Tells of an element whether its longest passage stands on the page elsewhere as well. The page is gone through once, when first asked:
 * elements in one another would else each read all that stands in them.
 */
function twinsIn(document: Document): (element: Element) => boolean {
  let page: Passages | null = null;
  return (element) => {
    page ??= passagesIn(document.body ?? document.documentElement);
    const longest = page.longest.get(element) ?? '';
    return longest !== '' && page.times.get(longest)! > 1;
  };
}

/** How often each text of a page stands there, and which is the longest in each element. */
interface Passages {
  readonly times: ReadonlyMap<string, number>;
  readonly longest: ReadonlyMap<Node, string>;
}

function passagesIn(root: Element): Passages {
  // Every node stands behind its parent.
  const order: Node[] = [root];
  for (let at = 0; at < order.length; at++)
    for (let node = order[at]!.firstChild; node; node = node.nextSibling) order.push(node);
  const times = new Map<string, number>();
  const longest = new Map<Node, string>();
  for (const node of order.reverse()) {
    const text = node.nodeType === 3 ? (node.nodeValue ?? '').trim() : (longest.get(node) ?? '');
    if (node.nodeType === 3) times.set(text, (times.get(text) ?? 0) + 1);
    const parent = node.parentNode;
    if (parent && text.length >= (longest.get(parent) ?? '').length) longest.set(parent, text);
  }
  return { times, longest };
}

const isInline = (element: Element): boolean =>
  !BLOCK.has(element.localName) &&
  element.localName !== 'body' &&
  ![...element.children].some((child) => BLOCK.has(child.localName)) &&
  (element.textContent ?? '').trim().length <= LONGEST_WORD;
