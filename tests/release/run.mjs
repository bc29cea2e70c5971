/**
 * `npm run release`: makes in `.output/release` all that a clerk installs, an administrator approves and a store takes. The
 * same sources and the same key give the same bytes.
 *
 *   node tests/release/run.mjs [--key FILE] [--base URL] [--tag vX.Y.Z] [--out FOLDER]
 *
 *   --key   the private key (PEM) that signs the .crx and makes its id; also DUTYMARK_KEY. Without one the key of this machine.
 *   --base  where the house will serve the files from; also DUTYMARK_BASE.
 *   --tag   of a tagged release: must be that of package.json, and CHANGELOG.md must have its section.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bin, install, outDir, requireNode, root, run } from '../lib/setup.mjs';

requireNode();
process.chdir(root);
const { values } = parseArgs({
  options: { key: { type: 'string' }, base: { type: 'string' }, tag: { type: 'string' }, out: { type: 'string' } },
});
if ((await install()) !== 0) process.exit(1);
const { filesIn } = await import('./archive.mjs');
const { changesOf } = await import('./changelog.mjs');
const { findKey } = await import('./key.mjs');
const { makeRelease } = await import('./make.mjs');
const { billOfMaterials, licenceList } = await import('./materials.mjs');

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const changes = changesOf(readFileSync('CHANGELOG.md', 'utf8'), version, values.tag ?? null);
const base = (values.base ?? process.env.DUTYMARK_BASE)?.replace(/\/+$/, '') || undefined;
const { pem, from } = findKey(values.key ?? process.env.DUTYMARK_KEY);

// Built apart: what lies in `.output` may be older, or of another day's sources.
const work = join(outDir, 'release-work');
rmSync(work, { recursive: true, force: true });
for (const which of [[], ['-b', 'firefox', '--mv3']]) {
  const code = await run([bin.wxt, 'build', ...which], { quiet: true, env: { DUTYMARK_OUT: work } });
  if (code !== 0) process.exit(code);
}
const bill = await billOfMaterials();
const { files, id } = makeRelease({
  chrome: filesIn(join(work, 'chrome-mv3')),
  firefox: filesIn(join(work, 'firefox-mv3')),
  sources: sources(),
  pictures: filesIn(join(root, '.github', 'screenshots')),
  store: filesIn(join(root, '.github', 'store')),
  pem,
  base,
  bill,
  licences: licenceList(bill),
  changes: `政笺 ${version}\n\n${changes.text}`,
});
rmSync(work, { recursive: true, force: true });

const out = resolve(values.out ?? join(outDir, 'release'));
rmSync(out, { recursive: true, force: true });
for (const [path, data] of Object.entries(files)) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), data);
}
for (const path of Object.keys(files).filter((each) => !each.startsWith('offline/'))) {
  console.log(`${(statSync(join(out, path)).size / 1024).toFixed(0).padStart(8)} kB  ${path}`);
}
console.log(`Dutymark ${version}, extension id ${id}, in ${out}`);
if (from !== 'given')
  console.log(`Signed with the key of this machine, ${from}: keep it, or its users get no newer version.`);
if (!base) console.log('No --base: replace https://dutymark.invalid in update.xml, updates.json and policies/.');

/** What a reviewer builds from: the files that git knows, or all but what is made, where there is no git. */
function sources() {
  const known = (() => {
    try {
      return execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch {
      return '';
    }
  })();
  const paths = known
    ? known.split('\0').filter((path) => path && statSync(path, { throwIfNoEntry: false })?.isFile())
    : Object.keys(filesIn(root, { skip: ['node_modules', '.output', '.wxt', '.git'] }));
  return Object.fromEntries(paths.map((path) => [path, new Uint8Array(readFileSync(path))]));
}
