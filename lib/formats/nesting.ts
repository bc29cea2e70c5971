import { type Bounded, tagsWithin } from './bounds';

/**
 * Elements in one another, at most: browsers end at 512. A parser without a browser moves all that stands open for each tag,
 * so that 50,000 tables in one another took a minute.
 */
const DEEPEST = 2000;

/** Tags without an end. */
const VOID = new Set(
  'area base basefont br col command embed frame hr img input link meta param source track wbr'.split(' '),
);

const P = new Set(['p']);
const CELLS = new Set(['td', 'th', 'tr']);
const TERMS = new Set(['dd', 'dt']);
const GROUPS = new Set(['thead', 'tbody']);
const blocks =
  'address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header main nav ol p pre section table ul';

/** What a tag ends that stands open just before it. */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...blocks.split(' ').map((name) => [name, P] as const),
  ['li', new Set(['li'])],
  ['td', new Set(['td', 'th', 'thead'])],
  ['th', new Set(['td', 'th'])],
  ['tr', CELLS],
  ['dd', TERMS],
  ['dt', TERMS],
  ['tbody', GROUPS],
  ['tfoot', GROUPS],
  ['option', new Set(['option'])],
]);

/** What holds text that only looks like tags. */
const RAW: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'textarea', 'title', 'xmp'].map((name) => [name, new RegExp(`</${name}(?![a-z0-9])`, 'gi')]),
);

const NAME = /[a-z][^\s/<>]*/iy;

/** Where the tag ends whose name ends at `at`: at a `>` that stands in no quoted value; -1 for one that never does. */
function endOfTag(html: string, at: number): number {
  let value = false;
  for (let end = at; end < html.length; end++) {
    const sign = html.charCodeAt(end);
    if (sign === 0x3e) return end;
    if (value && (sign === 0x22 || sign === 0x27)) {
      end = html.indexOf(html[end]!, end + 1);
      if (end < 0) return -1;
    }
    if (sign > 0x20) value = sign === 0x3d;
  }
  return -1;
}

/** Where tags are read on after one that ends at `at`. */
function endOfRaw(html: string, name: string, at: number): number {
  const raw = RAW.get(name);
  if (!raw) return at;
  raw.lastIndex = at;
  return raw.exec(html)?.index ?? -1;
}

/** The elements that stand open, and how many there are of each name. */
class Open {
  readonly names: string[] = [];
  private readonly counts = new Map<string, number>();

  get last(): string {
    return this.names.at(-1) ?? '';
  }

  push(name: string): void {
    this.names.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  pop(): string | undefined {
    const name = this.names.pop();
    if (name !== undefined) this.counts.set(name, this.counts.get(name)! - 1);
    return name;
  }

  /** Ends the innermost of the name and all in it. */
  end(name: string): void {
    if (!this.counts.get(name)) return;
    while (this.pop() !== name);
  }
}

/**
 * The source of a page whose elements stand in one another up to a depth; what stands deeper follows there, one after the
 * other, as in browsers. All its text stays. Time: linear.
 */
export function nestedWithin(html: string, deepest = DEEPEST): Bounded {
  // Each takes three signs at least.
  if (html.length <= 3 * deepest) return { text: html, cut: false };
  const open = new Open();
  const parts: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const closing = html.charCodeAt(at + 1) === 0x2f;
    NAME.lastIndex = closing ? at + 2 : at + 1;
    const name = NAME.exec(html)?.[0].toLowerCase();
    if (name === undefined) {
      at = html.startsWith('<!--', at) ? html.indexOf('-->', at + 4) : at + 1;
      if (at < 0) break;
      continue;
    }
    const end = endOfTag(html, NAME.lastIndex);
    if (end < 0) break;
    if (closing) open.end(name);
    else if (!VOID.has(name)) {
      const ends = ENDS.get(name);
      while (ends?.has(open.last)) open.pop();
      if (open.names.length >= deepest) {
        parts.push(html.slice(from, at), `</${open.pop()}>`);
        from = at;
      }
      open.push(name);
    }
    at = closing ? end : endOfRaw(html, name, end);
    if (at < 0) break;
  }
  return from > 0 ? { text: parts.join('') + html.slice(from), cut: true } : { text: html, cut: false };
}

/** A page as a parser without a browser is given it: as many tags as are read, and as deep. */
export function pageWithin(html: string): Bounded {
  const tags = tagsWithin(html);
  const nested = nestedWithin(tags.text);
  return { text: nested.text, cut: tags.cut || nested.cut };
}
