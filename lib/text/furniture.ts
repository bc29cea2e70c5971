const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu', 'menubar', 'toolbar']);

/** Elements that are furniture by their name. */
export const CLAIMING: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'form', 'menu', 'header']);

/** Words that site builders put on what surrounds an article. */
const WORDS =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|submenu|footer|foot|bottom|header|topbar|breadcrumbs?|crumbs?|copyright|sidebar|toolbar|share|friendlinks?|links?|pagination)(?:$|[-_\s\d])/i;

/** A wrapper with such a name that holds this share of the page's text is no furniture. */
const MOST = 0.3;

/** A form with more text than this wraps the page (old server frameworks do), it is no form to fill in. */
const FORM_TEXT = 400;

/** After this many wrappers turned out to hold the article, names are trusted no more: bounds the cost. */
const MAX_DENIED = 40;

/** Decides whether an element starts a part of the page that is seldom document text. One judge a walk. */
export class FurnitureJudge {
  private total: number | null = null;
  private denied = 0;

  constructor(private readonly root: Node) {}

  starts(element: Element, name: string): boolean {
    const role = element.getAttribute('role');
    const claims =
      (CLAIMING.has(name) && (name !== 'header' || element.closest('article, main') === null)) ||
      (role !== null && ROLES.has(role)) ||
      WORDS.test(element.id) ||
      WORDS.test(element.getAttribute('class') ?? '');
    if (!claims || name === 'body' || name === 'html' || this.denied >= MAX_DENIED) return false;
    const length = element.textContent?.length ?? 0;
    this.total ??= this.root.textContent?.length || this.body();
    const small = length <= Math.max(this.total * MOST, 200);
    const furniture = small && (name !== 'form' || length <= FORM_TEXT);
    if (!furniture) this.denied++;
    return furniture;
  }

  /** `textContent` of a Document is null. */
  private body(): number {
    return (this.root as Document).body?.textContent?.length ?? 0;
  }
}
