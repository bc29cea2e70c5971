import type { CDPSession, Page } from 'playwright-core';

interface Found {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeType: number;
  readonly nodeValue: string;
  readonly attributes?: string[];
  readonly children?: Found[];
  readonly shadowRoots?: Found[];
  readonly contentDocument?: Found;
}

const below = (node: Found): Found[] => [
  ...(node.children ?? []),
  ...(node.shadowRoots ?? []),
  ...(node.contentDocument ? [node.contentDocument] : []),
];

function* walk(node: Found): Generator<Found> {
  yield node;
  for (const child of below(node)) yield* walk(child);
}

const words = (node: Found): string =>
  [...walk(node)].map(({ nodeType, nodeValue }) => (nodeType === 3 ? nodeValue : '')).join('');

/**
 * Our interface in a page: in a closed shadow root, which no page script and no locator enters; the debugger does.
 */
export async function inside(page: Page): Promise<{
  /** All it says, on one line. */
  text(): Promise<string>;
  /** Clicks the button with this label or text, by the mouse. */
  click(label: string): Promise<void>;
  /** Where a button is once it has come to rest, in CSS pixels of the viewport. */
  box(label: string): Promise<{ left: number; top: number; right: number; bottom: number }>;
  /** Waits until it says something. */
  says(text: string | RegExp): Promise<void>;
}> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const guest = async (): Promise<Found | null> => {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: Found };
    for (const node of walk(root)) if (node.nodeName === 'DUTYMARK-ROOT') return node;
    return null;
  };
  const text = async () => {
    const root = await guest();
    return root ? words(root).replace(/\s+/g, ' ') : '';
  };
  const button = async (label: string): Promise<Found | null> => {
    const root = await guest();
    if (!root) return null;
    for (const node of walk(root)) {
      if (node.nodeName !== 'BUTTON') continue;
      const at = node.attributes?.indexOf('aria-label') ?? -1;
      if (words(node).includes(label) || (at >= 0 && node.attributes?.[at + 1] === label)) return node;
    }
    return null;
  };
  const until = async <T>(look: () => Promise<T | null | false>, what: string): Promise<T> => {
    for (let turn = 0; turn < 250; turn++) {
      const found = await look();
      if (found) return found;
      await page.waitForTimeout(100);
    }
    throw new Error(`${what}: not there; it says "${await text()}"`);
  };
  const box = async (label: string) => {
    const { backendNodeId } = await until(() => button(label), `button "${label}"`);
    let last = '';
    const [left = 0, top = 0, right = 0, , , bottom = 0] = await until(async () => {
      const found = await session.send('DOM.getBoxModel', { backendNodeId }).catch(() => null);
      const before = last;
      last = JSON.stringify(found?.model.border);
      // What is still being placed or moves in would be clicked where it no longer is.
      return found && last === before ? found.model.border : null;
    }, `"${label}" at rest`);
    return { left, top, right, bottom };
  };
  return {
    text,
    async says(wanted) {
      await until(
        async () => (typeof wanted === 'string' ? (await text()).includes(wanted) : wanted.test(await text())),
        `"${wanted}"`,
      );
    },
    box,
    async click(label) {
      const { left, top, right, bottom } = await box(label);
      await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    },
  };
}
