import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { UserManifest } from 'wxt';
import config from '../../wxt.config';
import { root } from '../lib/setup.mjs';

const manifestOf = (browser: string) =>
  (config.manifest as (env: object) => UserManifest)({
    browser,
    manifestVersion: 3,
    command: 'build',
    mode: 'production',
  });
const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  const manifest = manifestOf(browser);

  it('asks for notifications only when the reader turns reminders on', () => {
    expect(manifest.permissions).not.toContain('notifications');
    expect(manifest.optional_permissions).toEqual(['notifications']);
  });

  const asked = [
    ...((manifest.permissions ?? []) as string[]),
    ...((manifest.optional_permissions ?? []) as string[]),
    ...((manifest.host_permissions ?? []) as string[]),
    ...((manifest.optional_host_permissions ?? []) as string[]),
  ];

  it('asks for nothing that no test holds to its use', () => {
    const table = security.slice(security.indexOf('| Right |'), security.indexOf('\nOdd pages'));
    const rows = table.split('\n').map((row) => row.split('|').map((cell) => cell.trim()));
    const held = rows.filter(([, , tests = '']) => {
      const named = [...tests.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, path]) => path as string);
      return named.length > 0 && named.every((path) => existsSync(join(root, path)));
    });
    expect(asked.filter((right) => !held.some(([, rights = '']) => rights.includes(`\`${right}\``)))).toEqual([]);
  });

  it('asks for nothing that the README does not give a reason for', () => {
    const table = readme.slice(readme.indexOf('| Permission |'), readme.indexOf('are not asked for'));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((permission) => !table.includes(`\`${permission}\``))).toEqual([]);
  });

  it('lets its own pages run their own scripts and nothing else', () => {
    const { extension_pages: policy } = manifest.content_security_policy as { extension_pages: string };
    const rules = new Map(
      policy.split(';').map((rule) => {
        const [name = '', ...sources] = rule.trim().split(' ');
        return [name, sources];
      }),
    );
    expect(rules.get('default-src')).toEqual(["'none'"]);
    // For the threads that read scans; each page takes it back in its own head (tests/e2e/scans.test.ts).
    expect(rules.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(rules.get('worker-src')).toEqual(["'self'"]);
    for (const closed of ['form-action', 'base-uri']) expect(rules.get(closed)).toEqual(["'none'"]);
    expect(policy).not.toMatch(/'unsafe-eval'|\*|object-src|frame-src/);
  });

  it('lets nothing run WebAssembly in a build without recognition', async () => {
    vi.stubEnv('DUTYMARK_OCR', 'no');
    vi.resetModules();
    const { default: without } = await import('../../wxt.config');
    const { content_security_policy: policy } = (without.manifest as (env: object) => UserManifest)({ browser });
    expect((policy as { extension_pages: string }).extension_pages).toContain("script-src 'self';");
    vi.unstubAllEnvs();
  });

  it('lets the web reach one page of its own, by an address that no page knows', () => {
    expect(manifest.web_accessible_resources).toEqual([
      { resources: ['guest.html'], matches: ['<all_urls>'], use_dynamic_url: true },
    ]);
  });
});

it.each(['zh_CN', 'en'])(
  'the stores take its name and its line in %s, which are those of the text for them',
  (language) => {
    const { app } = JSON.parse(readFileSync(join(root, 'lib', 'locales', `${language}.json`), 'utf8'));
    expect(app.name.length).toBeLessThanOrEqual(75);
    // More is refused when it is put up, not when it is built.
    expect(app.description.length).toBeLessThanOrEqual(132);
    const [, name, , , line] = readFileSync(join(root, '.github', 'store', `${language}.txt`), 'utf8').split('\n');
    expect([name, line]).toEqual([app.name, app.description]);
  },
);

it('Firefox is told that no data are collected, and a fixed id', () => {
  const { gecko } = manifestOf('firefox').browser_specific_settings as {
    gecko: { id: string; data_collection_permissions: { required: string[] } };
  };
  expect(gecko.data_collection_permissions.required).toEqual(['none']);
  expect(gecko.id).toMatch(/@/);
  expect(manifestOf('chrome').browser_specific_settings).toBeUndefined();
});
