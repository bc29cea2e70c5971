import type { CDPSession, Frame, Page } from 'playwright-core';

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
 * Our interface in a page: the pill in a closed shadow root, which no page script and no locator enters, but the debugger
 * does; and the frame of our own origin over the page.
 */
export async function inside(page: Page): Promise<{
  /** All it says, on one line. */
  text(): Promise<string>;
  /** Clicks the button with this label or text, by the mouse. */
  click(label: string): Promise<void>;
  /** Where a button is once it has come to rest, in CSS pixels of the viewport. */
  box(label: string): Promise<{ left: number; top: number; right: number; bottom: number }>;
  /** Waits until its text field holds these words. */
  holds(words: string): Promise<void>;
  /** Waits until it says something. */
  says(text: string | RegExp): Promise<void>;
}> {
  const session: CDPSession = await page.context().newCDPSession(page);
  /** Asked for by itself: a whole policy, told of ten times a second, would keep the page busier than what is tested. */
  const guest = async (): Promise<Found | null> => {
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'dutymark-root' });
    if (!nodeId) return null;
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true });
    return node as Found;
  };
  const over = (): Frame | undefined => page.frames().find((frame) => /\/guest\.html/.test(frame.url()));
  const text = async () => {
    const root = await guest();
    const own = root ? words(root) : '';
    const framed = await over()
      ?.evaluate(() => document.querySelector('.frame')?.textContent ?? '')
      .catch(() => '');
    return `${own} ${framed ?? ''}`.replace(/\s+/g, ' ').trim();
  };
  const until = async <T>(look: () => Promise<T | null | false>, what: string): Promise<T> => {
    for (let turn = 0; turn < 100; turn++) {
      const found = await look();
      if (found) return found;
      await page.waitForTimeout(100);
    }
    throw new Error(`${what}: not there; it says "${await text()}"`);
  };
  /** A button of the pill. */
  const button = async (label: string): Promise<number[] | null> => {
    const root = await guest();
    for (const node of root ? walk(root) : []) {
      if (node.nodeName !== 'BUTTON') continue;
      const at = node.attributes?.indexOf('aria-label') ?? -1;
      if (!words(node).includes(label) && !(at >= 0 && node.attributes?.[at + 1] === label)) continue;
      const { backendNodeId } = node;
      const found = await session.send('DOM.getBoxModel', { backendNodeId }).catch(() => null);
      const [left = 0, top = 0, right = 0, , , bottom = 0] = found?.model.border ?? [];
      return found && [left, top, right, bottom];
    }
    return null;
  };
  /** A button of the frame, once a click on it counts. */
  const framed = async (label: string): Promise<number[] | null> => {
    const frame = over();
    const there = frame?.locator('.frame[data-ready="true"] button');
    if (!frame || !there) return null;
    const named = there
      .filter({ hasText: label })
      .or(frame.locator(`.frame[data-ready="true"] [aria-label="${label}"]`));
    const box = await named
      .first()
      .boundingBox({ timeout: 200 })
      .catch(() => null);
    return box && [box.x, box.y, box.x + box.width, box.y + box.height];
  };
  const box = async (label: string) => {
    let last = '';
    const [left = 0, top = 0, right = 0, bottom = 0] = await until(async () => {
      const found = (await framed(label)) ?? (await button(label));
      const before = last;
      last = JSON.stringify(found);
      // What is still being placed or moves in would be clicked where it no longer is.
      return found && last === before ? found : null;
    }, `button "${label}" at rest`);
    return { left, top, right, bottom };
  };
  /**
   * Tabs share one window: a narrow page beside this one leaves it narrower than the page is drawn, and what lies beyond its
   * edge reaches no frame.
   */
  const wideEnough = async (): Promise<void> => {
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    const { windowId, bounds } = await session.send('Browser.getWindowForTarget');
    if ((bounds.width ?? 0) >= width && (bounds.height ?? 0) >= height) return;
    await session.send('Browser.setWindowBounds', { windowId, bounds: { width: width + 20, height: height + 140 } });
  };
  return {
    text,
    async says(wanted) {
      await until(
        async () => (typeof wanted === 'string' ? (await text()).includes(wanted) : wanted.test(await text())),
        `"${wanted}"`,
      );
    },
    async holds(wanted) {
      const typed = () => over()?.evaluate(() => document.querySelector('textarea')?.value ?? '');
      await until(async () => (await typed())?.includes(wanted) ?? false, `the field with "${wanted}"`);
    },
    box,
    async click(label) {
      // The first run opens a tab of its own when it comes to it; what lies behind another tab gets no click in a frame.
      await page.bringToFront();
      await wideEnough();
      const { left, top, right, bottom } = await box(label);
      await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    },
  };
}
