/**
 * `npm test`: everything, from a fresh clone on. Installs what is missing, checks types and style, runs every vitest
 * project, builds both extensions and drives them in real browsers. Ends with the totals on a line of their own.
 *
 *   node tests/run.mjs [unit|component|corpus|precision|browser|e2e|long …]   only these projects, without type check and style
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
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

/**
 * Runs vitest once.
 *
 * @param only files to run; all of the projects when there are none
 * @returns its counts, and the files with a failed test or that do not even load, each with the names of what failed;
 *   `null` when it left no report
 */
async function vitestOnce(projects, only) {
  const folder = mkdtempSync(join(tmpdir(), 'dutymark-test-'));
  const report = join(folder, 'report.json');
  const code = await run([
    bin.vitest,
    'run',
    '--config=tests/vitest.config.ts',
    ...projects.map((name) => `--project=${name}`),
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...only,
  ]);
  try {
    return { code, ...counted(JSON.parse(readFileSync(report, 'utf8'))) };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function counted({ numPassedTests, numPendingTests, numTodoTests, testResults }) {
  const failures = testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name, assertionResults }) => ({
      file: relative(root, name).replaceAll('\\', '/'),
      titles: assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    }));
  return { passed: numPassedTests, skipped: numPendingTests + numTodoTests, failures };
}

/** How many tests a file that failed counts as; one that does not even load has none of its own. */
const weight = ({ titles }) => Math.max(1, titles.length);

const MAY_RUN_AGAIN = 3;

/** Files that drive a real browser. */
const driving = /^tests\/(?:browser|e2e)\//;

/**
 * Runs projects and adds to the totals. Real browsers on a busy machine now and then lose a click or a window. So a few
 * failed files that drive one are run once more, whole; what then holds is named in a note, never passed over.
 */
async function vitest(projects) {
  const first = await vitestOnce(projects, []);
  if (!first) {
    total.failed++;
    return;
  }
  total.passed += first.passed;
  total.skipped += first.skipped;
  const { failures } = first;
  if (failures.length === 0 && first.code !== 0) total.failed++;
  const driven = failures.filter(({ file }) => driving.test(file));
  const again = driven.length <= MAY_RUN_AGAIN ? driven : [];
  for (const one of failures) if (!again.includes(one)) total.failed += weight(one);
  if (again.length > 0) await runAgain(projects, again);
}

/** @param failures what failed the first time, at most a few files */
async function runAgain(projects, failures) {
  const second = await vitestOnce(
    projects,
    failures.map(({ file }) => file),
  );
  for (const { file, titles } of failures) {
    const left = second ? second.failures.find((one) => one.file === file) : { titles };
    total.failed += left ? weight(left) : 0;
    total.passed += left ? Math.max(0, titles.length - left.titles.length) : titles.length;
    if (!left) notes.push(`failed once, held when run again: ${file} (${titles.join('; ') || 'as a whole'})`);
  }
}

if ((await install()) !== 0) {
  console.error('The dependencies could not be installed.');
  console.log('0 passed, 1 failed');
  process.exit(1);
}
await check('wxt prepare', () => run([bin.wxt, 'prepare'], { quiet: true }));

const wants = (project) => asked.length === 0 || asked.includes(project);
const built = wants('e2e') || asked.includes('long');
// None of them keeps a processor busy all the time, and none writes what another reads.
const [, , chrome, gecko] = await Promise.all([
  asked.length > 0 || check('types (tsc)', () => run([bin.tsc, '--noEmit'], { quiet: true })),
  asked.length > 0 || check('style and imports (biome)', () => run([bin.biome, 'check', '.'], { quiet: true })),
  built && check('build for Chromium', () => build('chrome')),
  built && check('build for Firefox', () => build('firefox')),
]);

const chromium = findChromium();
const guest = findChromium({ extensions: true });
if (!guest && (wants('browser') || wants('e2e') || asked.includes('long'))) {
  if (chromium) console.error('Google Chrome takes no extension from its command line (since version 137).');
  lacking('chromium');
}

if (wants('precision') && !findOffice()) lacking('LibreOffice', []);

const first = ['unit', 'alone', 'component', 'corpus', 'precision', ...(chromium ? ['browser'] : [])].filter(
  (project) => wants(project === 'alone' ? 'unit' : project),
);
if (first.length > 0) await vitest(first);

const driven = [...(wants('e2e') ? ['e2e'] : []), ...(asked.includes('long') ? ['long'] : [])];
if (driven.length > 0) {
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
