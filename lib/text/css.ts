/** What a rule of a style sheet says of elements: enough of CSS to know what is counted, printed and hidden by it. */
export interface StyleRule {
  /** Without the pseudo-element. */
  readonly selector: string;
  readonly pseudo: 'before' | 'after' | null;
  /** Property (in lower case) to value. */
  readonly declarations: ReadonlyMap<string, string>;
  /** It holds in windows of some width only, that of a desk among them. */
  readonly window?: true;
}

/** Rules are looked at up to here: sheets of whole sites are long, and what counts numbers stands in few of them. */
const MOST = 4000;

/**
 * The rules of a style sheet as text, in order; of conditions, those for print and unknown at-rules are left out. Broken
 * sheets give what stands before the break. Time: linear.
 */
export function rulesOf(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  collect(css.replace(/\/\*(?:[\s\S]*?\*\/|[\s\S]*$)/g, ' '), rules, 0, false);
  return rules;
}

/** How wide the window is in which nobody draws a page, in pixels: that of a desk, never of a telephone. */
const WIDE = 1280;

/** Whether a condition asks for a width, and whether a window of a desk has it. Of conditions side by side one is enough. */
function windowOf(head: string): { readonly asked: boolean; readonly holds: boolean } {
  const widths = (condition: string) => [
    ...condition.matchAll(/\b(min|max)-(?:device-)?width\s*:\s*([\d.]{1,9})\s*(px|r?em)/gi),
  ];
  const holds = (condition: string) =>
    widths(condition).every(([, side, value, unit]) => {
      const width = Number(value) * (unit!.toLowerCase() === 'px' ? 1 : 16);
      return side!.toLowerCase() === 'min' ? WIDE >= width : WIDE <= width;
    });
  return { asked: widths(head).length > 0, holds: head.split(',').some(holds) };
}

function collect(css: string, rules: StyleRule[], depth: number, window: boolean): void {
  let at = 0;
  while (at < css.length && rules.length < MOST) {
    const open = css.indexOf('{', at);
    if (open < 0) return;
    const close = endOf(css, open);
    // What ends with a semicolon before the selector is a rule without a block: @charset, @import.
    const before = css.slice(at, open);
    const head = before.slice(before.lastIndexOf(';') + 1).trim();
    const body = css.slice(open + 1, close);
    if (!head.startsWith('@')) {
      const found = ruleOf(head, body);
      rules.push(...(window ? found.map((rule): StyleRule => ({ ...rule, window: true })) : found));
    } else if (depth < 8 && /^@(?:media|supports|layer|container)\b/i.test(head) && !/\bprint\b/i.test(head)) {
      const { asked, holds } = /^@media/i.test(head) ? windowOf(head) : { asked: false, holds: true };
      if (holds) collect(body, rules, depth + 1, window || asked);
    }
    at = close + 1;
  }
}

/** The brace that closes the one at `open`; quoted braces do not count. */
function endOf(css: string, open: number): number {
  let depth = 0;
  let quote = '';
  for (let at = open; at < css.length; at++) {
    const sign = css[at]!;
    if (quote) {
      if (sign === '\\') at++;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at;
  }
  return css.length;
}

/** One rule for each of the selectors that stand side by side. */
export function ruleOf(selectors: string, body: string): StyleRule[] {
  const declarations = declarationsOf(body);
  if (declarations.size === 0) return [];
  return splitAt(selectors, ',').flatMap((part) => {
    const [, base = '', pseudo = ''] = /^([\s\S]*?)(?:::?(before|after))?$/i.exec(part.trim()) ?? [];
    // What holds only while a pointer is there, or in another pseudo-element, is not how the page stands.
    if (/::|:(?:hover|focus|active|visited|target|checked|first-l|selection|marker)/i.test(base)) return [];
    const selector = base.trim() === '' ? (pseudo ? '*' : '') : base.trim();
    if (selector === '') return [];
    return [{ selector, pseudo: (pseudo.toLowerCase() || null) as StyleRule['pseudo'], declarations }];
  });
}

function declarationsOf(body: string): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of splitAt(body, ';')) {
    const colon = declaration.indexOf(':');
    if (colon <= 0) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/i, '');
    declarations.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim());
  }
  return declarations;
}

/** Cut at a sign that stands outside quotes and brackets. */
function splitAt(text: string, sign: ',' | ';'): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const here = text[at]!;
    if (quote) {
      if (here === '\\') at++;
      else if (here === quote) quote = '';
    } else if (here === '"' || here === "'") quote = here;
    else if (here === '(' || here === '[') depth++;
    else if (here === ')' || here === ']') depth--;
    else if (here === sign && depth <= 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
