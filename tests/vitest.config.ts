import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findChromium } from './lib/browsers.mjs';

/** The surfaces' own modules import the browser's API; outside an extension WXT's in-memory one stands in. */
const mockBrowser = fileURLToPath(new URL('../node_modules/wxt/dist/virtual/mock-browser.mjs', import.meta.url));
const locale = fileURLToPath(new URL('./lib/locale.ts', import.meta.url));
const cleanup = fileURLToPath(new URL('./lib/cleanup.ts', import.meta.url));
const apart = fileURLToPath(new URL('./lib/apart.ts', import.meta.url));

/** How long what has to come true may take on a busy machine, in milliseconds. */
const poll = { timeout: 10_000 };

/** Whole browsers killed, packed, installed by policy or robbed of functions: minutes, so that they are run when asked for. */
const long = [
  'typed',
  'typed-firefox',
  'kills/many',
  'hostile-files',
  'scans',
  'scans-hundred',
  'older',
  'old-engine',
  'page-cost',
  'release',
  'policy',
  'policy-firefox',
  'network',
  'races',
].map((name) => `tests/e2e/${name}.test.ts`);

/**
 * Unit tests that have a process of their own: what they look at keeps something between two calls (a store, a clock, the browser's API), or
 * they replace a module or measure time. All others share one, for to start it and to load the modules takes longer than most of them.
 */
const alone = [
  '*',
  '{background,folder,follow,growth,lib,page,store,tasks}/**/*',
  'anchor/{compare,limits}',
  'cli/folders',
  'export/{backup,bring,local-backups,outgoing}',
  'export/ledger/take-in',
  'formats/drawing-thread',
  'formats/hostile',
  'policy/linear',
  'reader/recognised',
  'records/back',
  'units/properties',
].map((name) => `tests/unit/${name}.test.ts`);

/** Files that take a minute of a processor or more, the longest first. */
const longest = [
  'corpus/anchor',
  'unit/growth/growth',
  'precision/scans',
  'e2e/kills/few',
  'e2e/folder',
  'e2e/one-document',
].map((name) => `/tests/${name}.test.ts`);

/** What a test file asks for in its first line; '' where it takes what its project has. */
const ownEnvironment = (path: string): string =>
  /^\/\/ @vitest-environment (\S+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';

/** A long file that is begun among the last leaves the other core idle until it ends; without a run before, vitest goes by size. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? longest.length : found;
    };
    // A process is shared by files of one project and one environment that stand one behind the other.
    const kinds = new Map(files.map((file) => [file, `${file.project.name}${ownEnvironment(file.moduleId)}`]));
    const kind = (file: TestSpecification) => kinds.get(file) ?? '';
    return (await super.sort(files)).sort((a, b) => place(a) - place(b) || kind(a).localeCompare(kind(b)));
  }
}

/**
 * One project a kind of test. `unit` runs in Node (a file that needs a DOM says so in its first line:
 * `// @vitest-environment happy-dom`); `component` in happy-dom; `browser` in a real Chromium, without the extension;
 * `e2e` drives the built extension in real browsers, `long` likewise, for minutes, and only when asked for; `corpus` reads the real documents beside the checkout;
 * `precision` what LibreOffice writes of invented papers.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Two cores are what a small machine has. The e2e files each start browsers of their own, with profiles of their own: two of them
    // do not meet, and one of them alone leaves a core idle half of the time.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [WxtVitest()],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: alone,
          isolate: false,
          environment: 'node',
          setupFiles: [locale, apart],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [WxtVitest()],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: { name: 'alone', include: alone, environment: 'node', setupFiles: [locale], testTimeout: 20_000 },
      },
      {
        plugins: [WxtVitest(), preact()],
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          isolate: false,
          setupFiles: [locale, cleanup, apart],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [preact()],
        resolve: {
          alias: {
            'wxt/browser': mockBrowser,
            '#i18n': fileURLToPath(new URL('../.wxt/i18n/index.ts', import.meta.url)),
          },
        },
        // Named beforehand: a dependency found in the middle of a run makes Vite reload the page under the tests.
        optimizeDeps: {
          include: [
            'preact',
            'preact/hooks',
            'preact/jsx-runtime',
            'preact/jsx-dev-runtime',
            '@testing-library/preact',
            '@wxt-dev/i18n',
            '@wxt-dev/storage',
            'wxt/testing/fake-browser',
            'mark.js',
            'dompurify',
            'axe-core',
            'fast-check',
            '@floating-ui/dom',
            '@tanstack/virtual-core',
            'approx-string-match',
            'fast-diff',
            'postal-mime',
            'date-fns',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          setupFiles: [locale, cleanup],
          testTimeout: 60_000,
          expect: { poll },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: long,
          globalSetup: ['tests/e2e/build.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll },
        },
      },
      {
        test: {
          name: 'long',
          include: long,
          globalSetup: ['tests/e2e/build.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll },
        },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'precision', include: ['tests/precision/**/*.test.ts'], testTimeout: 240_000 },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'corpus', include: ['tests/corpus/**/*.test.ts'], testTimeout: 120_000 },
      },
    ],
  },
});
