import { findChromium, howToInstall } from './browsers.mjs';
import { build, install, requireNode } from './setup.mjs';

/** What a script that takes pictures of the built extension needs before anything else; ends the process where that cannot be had. */
export async function readyForPictures() {
  requireNode();
  if ((await install()) !== 0 || (await build('chrome')) !== 0) process.exit(1);
  if (findChromium({ extensions: true })) return;
  console.error(howToInstall('chromium').join('\n'));
  process.exit(1);
}
