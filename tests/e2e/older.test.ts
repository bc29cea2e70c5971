import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Chromium } from '../lib/chromium.mjs';
import { type Older, olderCopy } from '../lib/older.mjs';
import { walk } from '../lib/walk.mjs';
import { type Sites, serve } from '../server/index.mjs';
import { docx, p } from '../unit/formats/write/docx';
import { set } from '../unit/formats/write/layout';
import { pdf } from '../unit/formats/write/pdf';
import { inside } from './inside';

/** How older kernels are made: what each lacks, and since which Chromium it is there. */
const without = (owner: string, ...names: string[]) => names.map((name) => `delete ${owner}.${name}`).join(';');
const REMOVED: Readonly<Record<string, string>> = {
  'CSS highlights (105)': 'if (globalThis.CSS) delete CSS.highlights; delete globalThis.Highlight',
  'pickers of files and folders (86)': without(
    'globalThis',
    'showOpenFilePicker',
    'showSaveFilePicker',
    'showDirectoryPicker',
  ),
  'structuredClone (98)': without('globalThis', 'structuredClone'),
  'at (92), findLast (97)': ['Array', 'String', 'Uint8Array']
    .map((name) => without(`${name}.prototype`, 'at', 'findLast', 'findLastIndex'))
    .join(';'),
  'Object.hasOwn (93), randomUUID (92), throwIfAborted (100)':
    'delete Object.hasOwn; globalThis.Crypto && delete Crypto.prototype.randomUUID; globalThis.AbortSignal && delete AbortSignal.prototype.throwIfAborted',
  'withResolvers (119), groupBy (117), Promise.try (128)':
    'delete Promise.withResolvers; delete Object.groupBy; delete Map.groupBy; delete Promise.try',
  'canParse (120), URL.parse (126), AbortSignal.any (116)':
    'delete URL.canParse; delete URL.parse; delete AbortSignal.any',
  'popovers (114)':
    "globalThis.HTMLElement && ['popover', 'showPopover', 'hidePopover', 'togglePopover'].forEach((name) => delete HTMLElement.prototype[name])",
  'what lies over an element (IntersectionObserver v2)':
    'globalThis.IntersectionObserverEntry && delete IntersectionObserverEntry.prototype.isVisible',
  'checkVisibility (105)': 'globalThis.Element && delete Element.prototype.checkVisibility',
  'toSorted and its like (110), iterators’ helpers (122), sets’ (122)':
    "['toSorted', 'toReversed', 'toSpliced', 'with'].forEach((name) => delete Array.prototype[name]); delete globalThis.Iterator; ['union', 'intersection', 'difference', 'isSubsetOf'].forEach((name) => delete Set.prototype[name])",
};

const noSidePanel = (all: readonly string[]) => all.filter((name) => name !== 'sidePanel');

/** Style sheets as Chromium before 111 reads them: what it does not know it leaves out. */
const oldCss = (text: string) =>
  text.replace(/[\w-]+:[^;{}]*color-mix\([^;{}]*(?=[;}])/g, 'x-unknown:0').replaceAll('@container', '@x-container');

const paper = set([{ center: '临澜县防汛工作方案' }, '1.排查临水路段。逐处登记造册。', '牵头单位：县交通运输局']);
const words = ['临澜县防汛工作方案', '1.排查临水路段。逐处登记造册。', '牵头单位：县交通运输局'];
const FILES: readonly [string, Uint8Array][] = [
  ['方案.pdf', pdf(paper)],
  ['方案.docx', docx({ body: words.map((text) => p(text)).join('') })],
];

let sites: Sites;
let folder: string;
beforeAll(async () => {
  sites = await serve();
});
afterAll(() => sites.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dutymark-older-way-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

/** The reader opens files, which threads and pdf.js read, and marks them. */
async function openFiles(chromium: Chromium): Promise<void> {
  for (const [name, data] of FILES) {
    const reader = await chromium.context.newPage();
    await reader.goto(chromium.url('reader.html'));
    expect(await reader.evaluate(() => 'dutymarkOlder' in globalThis)).toBe(true);
    await reader
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(data) });
    await reader.locator('.sheet mark[data-dutymark="lead"]').first().waitFor();
    await reader.close();
  }
}

/** Where there is no side panel the pill opens the panel in a window of its own. */
async function openFromPill(chromium: Chromium, page: Page): Promise<void> {
  await page.bringToFront();
  const opened = chromium.context.waitForEvent('page');
  await (await inside(page)).click('项举措');
  const panel = await opened;
  await panel.waitForURL(/sidepanel\.html\?tab=\d+/);
  await panel.getByRole('tab', { name: /^举措/ }).waitFor();
  await panel.close();
}

async function goes(code: string, how: Older = {}): Promise<void> {
  const copy = olderCopy(code, how);
  try {
    const errors: string[] = [];
    const { csv } = await walk({
      sites,
      folder,
      extension: copy.path,
      after: async (chromium, page) => {
        for (const each of chromium.context.pages()) each.on('pageerror', (error) => errors.push(error.message));
        if (how.permissions) await openFromPill(chromium, page);
        if (code.includes('Highlight')) {
          expect(await page.locator('mark[data-dutymark="lead"]').count()).toBeGreaterThan(10);
        }
        await openFiles(chromium);
      },
    });
    const { data } = Papa.parse<string[]>(readFileSync(csv, 'utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true });
    expect(data).toHaveLength(4);
    expect(errors).toEqual([]);
  } finally {
    copy.remove();
  }
}

describe('the main way, and a PDF and a Word file in the reader', () => {
  it.each(Object.keys(REMOVED))('go without %s', (name) => goes(REMOVED[name] as string));

  it('go without the side panel (114)', () => goes('', { permissions: noSidePanel }));

  it('go without all of it, and with old style sheets', () =>
    goes(Object.values(REMOVED).join(';'), { css: oldCss, permissions: noSidePanel }));
});
