import type { Page } from 'playwright-core';
import { inOurWorld } from './world';

/** What the marks of the reader's own look like on the sheet over the text, before they are mixed where they overlap. */
const washes: Readonly<Record<string, readonly [number, number, number]>> = {
  mine: [245, 140, 0],
  yellow: [250, 238, 60],
  green: [64, 170, 96],
  blue: [64, 140, 220],
  red: [224, 84, 72],
  purple: [150, 100, 210],
  draft: [60, 120, 220],
  flash: [255, 196, 0],
};

interface Pixel {
  readonly colour: readonly number[];
}

/**
 * What lies over words of the page on our sheet, for each place where they stand in view: the name of the wash nearest in
 * colour, or `none`. The page cannot know; the debugger looks from where the agent runs.
 */
export async function washed(page: Page, words: string): Promise<string[]> {
  const pixels = await inOurWorld<Pixel[]>(page, `(${look})(${JSON.stringify(words)})`);
  return pixels.map(({ colour }) => nameOf(colour));
}

function nameOf([red = 0, green = 0, blue = 0, alpha = 0]: readonly number[]): string {
  if (alpha < 16) return 'none';
  const far = (wash: readonly [number, number, number]) => Math.hypot(red - wash[0], green - wash[1], blue - wash[2]);
  const [[name] = ['none']] = Object.entries(washes).sort(([, a], [, b]) => far(a) - far(b));
  return name as string;
}

/** Runs in the agent's world. */
function look(words: string): Pixel[] {
  const root = document.querySelector('dutymark-root');
  const { chrome } = globalThis as unknown as { chrome: { dom: { openOrClosedShadowRoot(of: Element): ShadowRoot } } };
  const canvas = root && chrome.dom.openOrClosedShadowRoot(root)?.querySelector('canvas');
  if (!canvas || canvas.width === 0) return [];
  const sheet = canvas.getBoundingClientRect();
  const scale = canvas.width / sheet.width;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const pixels: Pixel[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let from = node.nodeValue!.indexOf(words); from >= 0; from = node.nodeValue!.indexOf(words, from + 1)) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + words.length);
      const [box] = range.getClientRects();
      const x = box && (box.left + box.width / 2 - sheet.left) * scale;
      const y = box && (box.top + box.height / 2 - sheet.top) * scale;
      if (x === undefined || y === undefined || y < 0 || y >= canvas.height) continue;
      const { data } = canvas.getContext('2d')!.getImageData(Math.round(x), Math.round(y), 1, 1);
      pixels.push({ colour: [...data] });
    }
  }
  return pixels;
}

/** Brings words into view, as a reader scrolls to them, and tells what lies over them there. */
export async function washedAt(page: Page, words: string): Promise<string[]> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeValue?.includes(wanted)) return node.parentElement?.scrollIntoView({ block: 'center' });
    }
    return undefined;
  }, words);
  return washed(page, words);
}
