/**
 * `npm run build`: WXT's build, and what it does not know.
 *
 *   node tests/build.mjs [build|zip] [--no-ocr] [options of WXT]
 *
 * `--no-ocr` leaves out recognition of scans: its networks and runtime, and the policy that lets threads run WebAssembly.
 */
import { bin, requireNode, run } from './lib/setup.mjs';

requireNode();
const asked = process.argv.slice(2);
const without = asked.includes('--no-ocr');
const args = asked.filter((each) => each !== '--no-ocr');
process.exit(await run([bin.wxt, ...args], { env: without ? { DUTYMARK_OCR: 'no' } : {} }));
