import { matching } from '../text/generated';
import { BLOCK } from '../text/tags';

const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!important)?\s*(?:;|$)/i;
/** Kept its room, so that a script may show it when all is there. */
const VEILED = /(?:^|;)\s*visibility\s*:\s*hidden/i;
const OPENS = /阅读全文|查看全文|显示全文|展开|更多|全部/;
/** A fold holds sentences, not a menu or a message. */
const FEWEST = 24;
/** The text of a page whose script shows it is no shorter. */
const LEAST = 12;

/**
 * Opens what somebody who reads a page can open, and what a script of it would show.
 *
 * @returns how much text stays hidden
 */
export function openFolds(document: Document): number {
  let left = 0;
  const isFold = folds(document);
  const page = document.body ?? document.documentElement;
  const hanIn = countsIn(page);
  const half = hanIn(page) / 2;
  for (const element of document.querySelectorAll<HTMLElement>('[hidden], [style*="none"], [style*="hidden"]')) {
    const isHidden = element.hasAttribute('hidden') || HIDDEN.test(element.getAttribute('style') ?? '');
    if (!isHidden || !BLOCK.has(element.localName)) continue;
    if (element.localName === 'tr' && /\p{Script=Han}{2}/u.test(beginningOf(element))) left++;
    // The page itself, until its script has run, or what a search in the page opens.
    const until = VEILED.test(element.getAttribute('style') ?? '') && hanIn(element) > Math.max(half, LEAST);
    const own = until || element.getAttribute('hidden') === 'until-found';
    if (!own && !readsLikeText(beginningOf(element), hanIn(element))) continue;
    if (!own && !isFold(element)) left++;
    else {
      element.removeAttribute('hidden');
      element.setAttribute('style', (element.getAttribute('style') ?? '').replace(HIDDEN, ';'));
    }
  }
  return left;
}

/** An assignment is short and no menu. */
const ASSIGNS = /(?:责任|牵头|配合|承办|主办)(?:单位|部门)[：:]|(?:牵头|负责|配合)。/;

function readsLikeText(text: string, signs: number): boolean {
  if (!/[\u4e00-\u9fff，、：]{2,}[。；]/.test(text)) return false;
  return signs >= FEWEST ? /[\u4e00-\u9fff，、：]{4,}[。；]/.test(text) : ASSIGNS.test(text);
}

/**
 * How many Chinese signs stand in an element, for all of a page, which is gone through once: asked one by one, folds in one another
 * would each read all that stands in them.
 */
function countsIn(page: Element): (element: Element) => number {
  const counts = new Map<Element, number>();
  const count = (element: Element): number => {
    let signs = 0;
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) signs += (node.nodeValue ?? '').match(/\p{Script=Han}/gu)?.length ?? 0;
      else if (node.nodeType === 1) signs += count(node as Element);
    }
    counts.set(element, signs);
    return signs;
  };
  count(page);
  return (element) => counts.get(element) ?? 0;
}

/** So many signs and nodes of an element tell whether it reads like text. */
const LOOK = 4000;

/** The first text of an element, without scripts. */
function beginningOf(element: Element): string {
  const parts: string[] = [];
  let left = LOOK;
  const take = (parent: Element): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (left <= 0) return;
      left--;
      if (node.nodeType === 3) {
        const text = (node.nodeValue ?? '').slice(0, left);
        parts.push(text);
        left -= text.length;
      } else if (node.nodeType === 1 && !/^(?:script|style)$/.test((node as Element).localName)) take(node as Element);
    }
  };
  take(element);
  return parts.join('');
}

/** What names something that it opens. */
const NAMES = ['aria-controls', 'data-target', 'data-bs-target', 'href', 'for'];

/**
 * Whether something in the page opens a fold: named by it, or words beside it. Of tabs one is shown at a time, and the others
 * are others. The page is gone through once, and the elements beside a fold once, however many folds there are.
 */
function folds(document: Document): (element: Element) => boolean {
  const opened = new Set<string>();
  for (const opener of document.querySelectorAll(NAMES.map((name) => `[${name}]`).join(',')))
    if (isNoTab(opener)) for (const name of NAMES) opened.add((opener.getAttribute(name) ?? '').replace(/^#/, ''));
  for (const opener of document.querySelectorAll('[onclick]'))
    if (opens(opener))
      for (const [, name = ''] of (opener.getAttribute('onclick') ?? '').matchAll(/['"]#?([\w-]{1,60})['"]/g))
        opened.add(name);
  const known = new Map<Element, readonly Element[]>();
  const openersIn = (parent: Element | null): readonly Element[] => {
    if (!parent) return [];
    const found = known.get(parent) ?? [...parent.children].filter(opens).slice(0, 2);
    known.set(parent, found);
    return found;
  };
  return (element) => {
    if (/\btab|popup|modal|dialog/i.test(`${element.className} ${element.getAttribute('role') ?? ''}`)) return false;
    if (element.id && opened.has(element.id)) return true;
    return openersIn(element.parentElement).some((other) => other !== element);
  };
}

/** Says that it shows more, or is ticked for it. */
function opens(element: Element): boolean {
  const words = (element.textContent ?? '').trim();
  return (words.length <= 20 && OPENS.test(words)) || matching(element, 'input[type="checkbox"]').length > 0;
}

const isNoTab = (opener: Element): boolean => opener.getAttribute('role') !== 'tab';
