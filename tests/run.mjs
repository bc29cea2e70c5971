/**
 * `npm test`: everything, from a fresh clone on. Installs what is missing, checks types and style, runs every vitest
 * project, builds both extensions and drives them in real browsers. Ends with the totals on a line of their own.
 *
 *   node tests/run.mjs [unit|component|corpus|precision|browser|e2e|long …]   only these projects, without type check and style
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findFirefox, findOffice, howToInstall } from './lib/browsers.mjs';
import { bin, build, install, requireNode, root, run } from './lib/setup.mjs';

requireNode();
process.chdir(root);
const started = Date.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const notes = [];
const asked = process.argv.slice(2);
const ci = Boolean(process.env.CI) && process.env.CI !== 'false';

/** One check of ours: a title, and an exit code of 0 when it holds. */
async function check(title, work) {
  const from = Date.now();
  const code = await work();
  total[code === 0 ? 'passed' : 'failed']++;
  console.log(`${code === 0 ? '✓' : '✗'} ${title} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  return code === 0;
}

/** @param how to install it, in lines */
function lacking(kind, how = howToInstall(kind)) {
  for (const line of how) console.error(line);
  notes.push(`no ${kind}: its tests did not run`);
  // Where nobody reads the notes, a missing browser must not look like success.
  if (ci) total.failed++;
}

async function vitest(projects, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dutymark-test-'));
  const report = join(folder, 'report.json');
  const code = await run(
    [
      bin.vitest,
      'run',
      '--config=tests/vitest.config.ts',
      ...projects.map((name) => `--project=${name}`),
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env },
  );
  let failed = 0;
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    failed = result.numFailedTests;
    // A file that does not even load has no failed test of its own.
    failed += result.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    total.passed += result.numPassedTests;
    total.skipped += result.numPendingTests + result.numTodoTests;
  } catch {
    failed = 1;
  }
  total.failed += failed === 0 && code !== 0 ? 1 : failed;
  rmSync(folder, { recursive: true, force: true });
}

if ((await install()) !== 0) {
  console.error('The dependencies could not be installed.');
  console.log('0 passed, 1 failed');
  process.exit(1);
}
await check('wxt prepare', () => run([bin.wxt, 'prepare'], { quiet: true }));
if (asked.length === 0) {
  await check('types (tsc)', () => run([bin.tsc, '--noEmit']));
  await check('style and imports (biome)', () => run([bin.biome, 'check', '.']));
}

const wants = (project) => asked.length === 0 || asked.includes(project);
const chromium = findChromium();
const guest = findChromium({ extensions: true });
if (!guest && (wants('browser') || wants('e2e') || asked.includes('long'))) {
  if (chromium) console.error('Google Chrome takes no extension from its command line (since version 137).');
  lacking('chromium');
}

if (wants('precision') && !findOffice()) lacking('LibreOffice', []);

const first = ['unit', 'component', 'corpus', 'precision', ...(chromium ? ['browser'] : [])].filter(wants);
if (first.length > 0) await vitest(first);

const driven = [...(wants('e2e') ? ['e2e'] : []), ...(asked.includes('long') ? ['long'] : [])];
if (driven.length > 0) {
  const chrome = await check('build for Chromium', () => build('chrome'));
  const gecko = await check('build for Firefox', () => build('firefox'));
  if (!findFirefox()) lacking('firefox');
  if (!findOffice()) notes.push('no LibreOffice: exported files were not read back by it');
  if (chrome && gecko && (guest || findFirefox())) await vitest(driven);
}

if (asked.length === 0) notes.push('what kills, packs or cripples browsers for minutes runs by: npm test -- long');
console.log('');
for (const note of notes) console.log(`NOTE: ${note}`);
if (total.skipped > 0) console.log(`NOTE: ${total.skipped} tests did not run`);
console.log(`Time: ${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
