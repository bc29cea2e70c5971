import type { StyleRule } from './css';
import { numeral } from './list';

/** What style sheets print before and after the text of elements. */
export interface Generated {
  readonly before: ReadonlyMap<Element, string>;
  readonly after: ReadonlyMap<Element, string>;
}

/** Longer strings that a style sheet prints are slogans, not numbers. */
const LONGEST = 16;
const COUNTING = ['counter-reset', 'counter-set', 'counter-increment'] as const;

/**
 * Text that stands in no document, only in its style: numbers that are counted (`counter()`), and letters and numbers that are
 * printed before an element. Signs alone (bullets, arrows, icons) are none.
 *
 * Of rules that meet in one element the last holds: weights of selectors are not compared.
 * Source: https://www.w3.org/TR/css-lists-3/#auto-numbering
 */
export function generatedIn(root: Document | Element, rules: readonly StyleRule[]): Generated {
  const before = new Map<Element, string>();
  const after = new Map<Element, string>();
  if (!rules.some(isPrinting)) return { before, after };
  const styles = stylesOf(
    root,
    rules.filter(
      (rule) => isPrinting(rule) || printsNothing(rule) || COUNTING.some((name) => rule.declarations.has(name)),
    ),
  );
  const counters = new Counters();
  const top = root.nodeType === 9 ? (root as Document).documentElement : (root as Element);
  for (const [element, style] of inOrder(top, styles)) {
    counters.enter(element, style.own);
    for (const [pseudo, into] of [
      ['before', before],
      ['after', after],
    ] as const) {
      const declarations = style[pseudo];
      if (declarations.size === 0) continue;
      counters.enter(element, declarations);
      const text = contentOf(declarations.get('content'), element, counters);
      if (/[\p{L}\p{N}]/u.test(text) && text.length <= LONGEST) into.set(element, text);
    }
  }
  return { before, after };
}

/** Whether a rule prints letters or numbers; icons are signs of private use, and sheets of icons are long. */
export function isPrinting({ pseudo, declarations }: StyleRule): boolean {
  const content = pseudo && declarations.get('content');
  if (!content) return false;
  if (/counters?\(|attr\(/i.test(content)) return true;
  return /[\p{L}\p{N}]/u.test(unescaped((content.match(/"[^"]*"|'[^']*'/g) ?? []).join('')));
}

const printsNothing = ({ pseudo, declarations }: StyleRule): boolean =>
  pseudo !== null && /^(?:none|normal)$/i.test(declarations.get('content') ?? '');

type Styles = Readonly<Record<'own' | 'before' | 'after', Map<string, string>>>;

function stylesOf(root: Document | Element, rules: readonly StyleRule[]): Map<Element, Styles> {
  const styles = new Map<Element, Styles>();
  for (const { selector, pseudo, declarations } of rules)
    for (const element of matching(root, selector)) {
      const known = styles.get(element) ?? { own: new Map(), before: new Map(), after: new Map() };
      styles.set(element, known);
      const into = pseudo ? known[pseudo] : known.own;
      for (const [name, value] of declarations) into.set(name, value);
    }
  return styles;
}

/** Selectors that a parser does not know match nothing. */
export function matching(root: Document | Element, selector: string): Element[] {
  try {
    const found = [...root.querySelectorAll(selector)];
    if (root.nodeType === 1 && (root as Element).matches(selector)) found.unshift(root as Element);
    return found;
  } catch {
    return [];
  }
}

/** The elements that have a style, as they stand in the document. */
function* inOrder(top: Element, styles: ReadonlyMap<Element, Styles>): Generator<[Element, Styles]> {
  let element: Element | null = top;
  while (element) {
    const style = styles.get(element);
    if (style) yield [element, style];
    let next: Element | null = element.firstElementChild;
    while (!next && element && element !== top) {
      next = element.nextElementSibling;
      if (!next) element = element.parentElement;
    }
    element = next;
  }
}

/** Counters by name; each knows the parent in which it was made, and ends with that. */
class Counters {
  private readonly open = new Map<string, { value: number; within: Node | null }[]>();

  enter(element: Element, style: ReadonlyMap<string, string>): void {
    for (const [name, value] of pairs(style.get('counter-reset'), 0)) this.make(name, element, value);
    for (const [name, value] of pairs(style.get('counter-set'), 0)) this.innermost(name, element).value = value;
    for (const [name, step] of pairs(style.get('counter-increment'), 1)) this.innermost(name, element).value += step;
  }

  values(name: string, element: Element): number[] {
    return [...this.reaching(name, element)].map(({ value }) => value);
  }

  private make(name: string, element: Element, value: number): { value: number; within: Node | null } {
    const reaching = this.reaching(name, element);
    // A sibling's counter is taken over, not nested.
    if (reaching.at(-1)?.within === element.parentNode) reaching.pop();
    const made = { value, within: element.parentNode };
    this.open.set(name, [...reaching, made]);
    return made;
  }

  private innermost(name: string, element: Element): { value: number } {
    return this.reaching(name, element).at(-1) ?? this.make(name, element, 0);
  }

  private reaching(name: string, element: Element): { value: number; within: Node | null }[] {
    const all = this.open.get(name) ?? [];
    while (all.length > 0 && all.at(-1)!.within && !all.at(-1)!.within!.contains(element)) all.pop();
    return all;
  }
}

/** `name` or `name number`, several side by side. */
function pairs(value: string | undefined, otherwise: number): [string, number][] {
  if (!value || value === 'none') return [];
  return Array.from(value.matchAll(/([^\s\d-][^\s]*|-[^\s\d][^\s]*)(?:\s+(-?\d{1,7}))?/g), ([, name, number]) => [
    name!,
    number === undefined ? otherwise : Number(number),
  ]);
}

const PART =
  /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|counter\(\s*([^\s,)]+)\s*(?:,\s*([\w-]+)\s*)?\)|counters\(\s*([^\s,)]+)\s*,\s*["']([^"']*)["']\s*(?:,\s*([\w-]+)\s*)?\)|attr\(\s*([\w-]+)\s*\)/g;

function contentOf(content: string | undefined, element: Element, counters: Counters): string {
  if (!content || /^(?:none|normal)$|url\(/i.test(content)) return '';
  let text = '';
  for (const [, double, single, one, style, all, between, styles, attribute] of content.matchAll(PART)) {
    const string = double ?? single;
    if (string !== undefined) text += unescaped(string);
    else if (one) text += numeral(style ?? 'decimal', counters.values(one, element).at(-1) ?? 0);
    else if (all)
      text += counters
        .values(all, element)
        // Of more numbers in one another nothing is printed.
        .slice(0, LONGEST + 1)
        .map((value) => numeral(styles ?? 'decimal', value))
        .join(between);
    else if (attribute) text += element.getAttribute(attribute) ?? '';
  }
  return text;
}

const unescaped = (text: string): string =>
  text.replace(/\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
