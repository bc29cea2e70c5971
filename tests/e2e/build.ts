import { build } from '../lib/setup.mjs';

/** The end-to-end tests drive what users install: both extensions are built before the first of them, if stale. */
export default async function setup() {
  for (const browser of ['chrome', 'firefox'] as const) {
    if ((await build(browser)) !== 0) throw new Error(`the ${browser} extension does not build`);
  }
}
