import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseSteps } from '../../../lib/policy/parse';
import { readSteps } from '../../../lib/text/read';
import { dutiesOf } from '../../../lib/units';
import { mineIs } from '../../lib/policies';
import { oddPage } from './page';
import { inPageOrder, spansOf } from './spans';

const env = (import.meta as unknown as { env: Record<string, string | undefined> }).env;
/** As many as fit into every run; `VITE_FUZZ_PAGES=2000` for a long one, `VITE_FUZZ_SEED` to begin elsewhere. */
const COUNT = Number(env.VITE_FUZZ_PAGES ?? 100);
const SEED = Number(env.VITE_FUZZ_SEED ?? 1);
/** Longest that a page may wait for us between two of our rests, in milliseconds. */
const HANG = 2000;

let frame: HTMLIFrameElement;
beforeEach(() => {
  frame = document.createElement('iframe');
  // Laid out as any page, and nothing in it runs: what would run is the page's, not ours.
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = 'width:1000px;height:700px';
  document.body.append(frame);
});
afterEach(() => frame.remove());

/** Runs steps to their end. @returns what came of them, and the longest of them in milliseconds. */
function through<T>(steps: Generator<unknown, T, void>): { value: T; longest: number } {
  let longest = 0;
  for (;;) {
    const from = performance.now();
    const { done, value } = steps.next();
    longest = Math.max(longest, performance.now() - from);
    if (done) return { value: value as T, longest };
  }
}

async function load(html: string): Promise<Document> {
  await new Promise((resolve) => {
    frame.onload = resolve;
    frame.srcdoc = `<!DOCTYPE html><title>关于印发重点任务分工的通知</title>${html}`;
  });
  return frame.contentDocument as Document;
}

it(`${COUNT} pages that nobody would write, from seed ${SEED}: read whole, in order, without a hang`, {
  timeout: COUNT * 5000,
}, async () => {
  let measures = 0;
  for (let seed = SEED; seed < SEED + COUNT; seed++) {
    const page = await load(oddPage(seed));
    const before = page.documentElement.outerHTML;
    const read = through(readSteps(page.body));
    const parsed = through(parseSteps(read.value));
    const longest = Math.max(read.longest, parsed.longest);
    expect(longest, `seed ${seed}`).toBeLessThan(HANG);
    const { text } = read.value;
    for (const { start, end } of spansOf(parsed.value)) {
      expect(start >= 0 && start <= end && end <= text.length, `seed ${seed}: ${start}–${end} of ${text.length}`).toBe(
        true,
      );
    }
    expect(inPageOrder(parsed.value), `seed ${seed}`).toBe(true);
    dutiesOf(parsed.value, mineIs('县财政局').profiles[0]!, []);
    expect(page.documentElement.outerHTML === before, `seed ${seed}: the page was changed`).toBe(true);
    measures += parsed.value.measures.length;
  }
  // Pages in which nothing is found would prove little.
  expect(measures).toBeGreaterThan(COUNT);
});
