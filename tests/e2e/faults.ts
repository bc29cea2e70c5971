import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/**
 * What axe finds wrong in a surface, or in a frame of ours over a page, one line each.
 *
 * Colours that change slowly are brought to their end first: halfway between light and dark no
 * text has its contrast, and how far a change has come is a matter of the machine's load.
 * @param within A selector of the part to look at; the whole document when left out.
 */
export async function faults(surface: Page | Frame, within?: string): Promise<string[]> {
  await surface.evaluate(axe.source);
  return surface.evaluate(async (selector) => {
    document.documentElement.getBoundingClientRect();
    for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run(selector ?? document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, target }) => `${id}: ${target} ${html.slice(0, 160)}`),
    );
  }, within);
}
