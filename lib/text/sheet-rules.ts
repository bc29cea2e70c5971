import { ruleOf, type StyleRule } from './css';
import { generatedIn, isPrinting } from './generated';

/** Sheets of whole sites are long: what lies beyond is not looked at. */
const MOST = 20_000;

/**
 * The rules of a shown page that print or count, in order; none where nothing is printed. Sheets of other sites are closed to us.
 * Cost: one look at each rule.
 */
function printingRules(document: Document): StyleRule[] {
  const found: StyleRule[] = [];
  const view = document.defaultView;
  let seen = 0;
  const take = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (++seen > MOST) return;
      const { style, selectorText, cssRules, media } = rule as CSSStyleRule & CSSMediaRule;
      if (style && selectorText) {
        const counts = style.counterReset || style.counterIncrement || style.counterSet;
        if (counts || (style.content && /:(?:before|after)/.test(selectorText)))
          found.push(...ruleOf(selectorText, style.cssText));
      }
      if (cssRules?.length && (!media || view?.matchMedia(media.mediaText).matches)) take(cssRules);
    }
  };
  for (const sheet of document.styleSheets) {
    try {
      if (!sheet.disabled) take(sheet.cssRules);
    } catch {
      // Of another site.
    }
  }
  return found.some(isPrinting) ? found : [];
}

/** What style sheets print before elements, where a browser draws them. */
export function printedBefore(root: Node): ReadonlyMap<Element, string> {
  const document = (root.nodeType === 9 ? root : root.ownerDocument) as Document | null;
  if (!document?.defaultView || !document.styleSheets || !root.isConnected || root.nodeType === 11) return new Map();
  const rules = printingRules(document);
  return rules.length === 0 ? new Map() : generatedIn(root as Document | Element, rules).before;
}
