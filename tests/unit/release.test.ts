import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unmanaged } from '../../lib/managed';
import { root } from '../lib/setup.mjs';
import { type Files, zip } from '../release/archive.mjs';
import { changesOf } from '../release/changelog.mjs';
import { extensionId, makeKey, manifestKey, packCrx, readCrx } from '../release/crx.mjs';
import { findKey, ownKeyPath } from '../release/key.mjs';
import { makeRelease } from '../release/make.mjs';
import { registryPolicy, SAMPLE } from '../release/policies.mjs';

const pem = makeKey();
const text = (words: string) => new TextEncoder().encode(words);
const read = (files: Files, path: string) => new TextDecoder().decode(files[path]);
const schema = new Uint8Array(readFileSync(join(root, 'public', 'managed-schema.json')));
const chrome = { 'manifest.json': text('{"version":"1.2.3"}'), 'managed-schema.json': schema };
const firefox = { 'manifest.json': text('{"version":"1.2.3","browser_specific_settings":{"gecko":{"id":"a@b"}}}') };
const sources = { chrome, firefox, sources: {}, pictures: {}, pem, bill: {}, licences: '', changes: 'news' };
const manifestIn = (archive: Uint8Array) => JSON.parse(new TextDecoder().decode(unzipSync(archive)['manifest.json']));

describe('a signed package', () => {
  it('is whole, and has the id of its key', () => {
    const archive = zip({ 'a.txt': text('一') });
    const { id, archive: inside } = readCrx(packCrx(archive, pem));
    expect(id).toMatch(/^[a-p]{32}$/);
    expect(id).toBe(extensionId(pem));
    expect(new Uint8Array(inside)).toEqual(archive);
  });

  it('is refused with one byte changed', () => {
    const crx = packCrx(zip({ 'a.txt': text('一') }), pem);
    crx[crx.length - 30]! ^= 1;
    expect(() => readCrx(crx)).toThrow('signature');
  });

  it('gives the id that Chromium gives to a known key', () => {
    // The first half of SHA-256 over the key in DER, its digits from a to p: what a manifest's `key` gives, too.
    const der = Buffer.from(manifestKey(pem), 'base64');
    expect(der.subarray(0, 2).toString('hex')).toBe('3082');
    expect(extensionId(makeKey())).not.toBe(extensionId(pem));
  });
});

describe('a release', () => {
  const { files, id } = makeRelease({ ...sources, base: 'http://10.1.2.3:8080/d' });

  it('has the same bytes made again, whatever the order of its files and the zone of the clock', () => {
    const turned = Object.fromEntries(Object.entries(chrome).reverse());
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    const again = makeRelease({ ...sources, chrome: turned, base: 'http://10.1.2.3:8080/d' });
    process.env.TZ = zone;
    expect(read(again.files, 'SHA256SUMS')).toBe(read(files, 'SHA256SUMS'));
  });

  it('keeps the key and the address of updates out of what the stores get', () => {
    expect(manifestIn(files['dutymark-1.2.3-chrome.zip']!)).toEqual({ version: '1.2.3' });
    const packed = manifestIn(readCrx(Buffer.from(files['dutymark-1.2.3.crx']!)).archive);
    expect(packed).toMatchObject({ key: manifestKey(pem), update_url: 'http://10.1.2.3:8080/d/update.xml' });
    expect(JSON.parse(read(files, 'offline/dutymark/manifest.json')).key).toBe(manifestKey(pem));
  });

  it('names one version, one id and one address everywhere', () => {
    expect(read(files, 'update.xml')).toContain(`appid="${id}"`);
    expect(read(files, 'update.xml')).toContain('codebase="http://10.1.2.3:8080/d/dutymark-1.2.3.crx" version="1.2.3"');
    expect(JSON.parse(read(files, 'policies/chrome.json')).ExtensionInstallForcelist).toEqual([
      `${id};http://10.1.2.3:8080/d/update.xml`,
    ]);
    const { policies } = JSON.parse(read(files, 'policies/firefox/policies.json'));
    expect(policies.ExtensionSettings['a@b'].install_url).toBe('http://10.1.2.3:8080/d/dutymark-1.2.3.xpi');
    expect(read(files, 'policies/管理员说明.html')).toContain(id);
    // Where the house's address is known nothing is left to be written in; where it is not, Firefox cannot update by itself.
    expect(read(files, 'policies/管理员说明.html')).toContain('已经是 <code>http://10.1.2.3:8080/d</code>');
    expect(read(files, 'policies/管理员说明.html')).not.toContain('install_url');
    const open = read(makeRelease(sources).files, 'policies/管理员说明.html');
    expect(open).toContain('<code>https://dutymark.invalid</code> 全部改成这个目录的网址');
    expect(open).toContain('<code>install_url</code> 改成新 <code>.xpi</code> 的网址');
    expect(read(files, 'offline/安装说明.html')).toContain('dutymark-1.2.3.xpi');
  });

  it('has a guide that calls the button as each browser does, says that the switch has to stay on, and where the icon is', () => {
    const guide = read(files, 'offline/安装说明.html');
    for (const words of ['加载未打包的扩展程序', '加载已解压的扩展程序', '加载解压缩的扩展', '不要再关', '图钉']) {
      expect(guide).toContain(words);
    }
    // Names of files and addresses are to be typed: none is broken at a line's end, in a table or a step.
    for (const page of [guide, read(files, 'policies/管理员说明.html')])
      expect(page).toMatch(/td code \{ white-space: nowrap/);
  });

  it('sums every file but the sums', () => {
    const named = read(files, 'SHA256SUMS')
      .trim()
      .split('\n')
      .map((line) => line.slice(66));
    expect(named).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'SHA256SUMS')
        .sort(),
    );
  });
});

describe('the registry', () => {
  const words = registryPolicy('edge', { id: 'x'.repeat(32), base: 'http://a' }).toString('utf16le');

  it('gets Chinese in UTF-16, and lists as numbered values', () => {
    expect(words.startsWith('\ufeffWindows Registry Editor Version 5.00\r\n')).toBe(true);
    expect(words).toContain(
      `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${'x'.repeat(32)}\\policy]`,
    );
    expect(words).toContain('"unit"="临澜县司法局"\r\n');
    expect(words).toMatch(/\\policy\\aliases\]\r\n"1"="县司法局"/);
  });

  it('gets JSON with its quotation marks kept', () => {
    const [, written = ''] = /"ExtensionSettings"="(.*)"\r\n/.exec(words) ?? [];
    expect(JSON.parse(written.replace(/\\(.)/g, '$1'))['x'.repeat(32)].installation_mode).toBe('force_installed');
  });
});

it('the schema names what the code reads, and the sample what the schema names', () => {
  const { properties } = JSON.parse(new TextDecoder().decode(schema));
  expect(Object.keys(properties).sort()).toEqual(Object.keys(unmanaged).sort());
  expect(Object.keys(SAMPLE).filter((name) => !(name in properties))).toEqual([]);
});

describe('the changelog', () => {
  const log = '# Log\n\n## [Unreleased]\n\n- new\n\n## [1.2.3] 2027-01-02\n\n### Read\n\n- old\n';

  it('tells of a version, or of what is not released yet', () => {
    expect(changesOf(log, '1.2.3').text).toBe('### Read\n\n- old');
    expect(changesOf(log, '1.3.0').text).toBe('- new');
  });

  it('must have the section of a tag, and the tag the version', () => {
    expect(() => changesOf(log, '1.3.0', 'v1.3.0')).toThrow('## [1.3.0]');
    expect(() => changesOf(log, '1.2.3', 'v1.2.4')).toThrow('v1.2.4');
    expect(() => changesOf('## [1.2.3]\n\nsoon\n', '1.2.3')).toThrow('tells of nothing');
  });

  it('of this checkout is ready for a release', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(changesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version).text).not.toBe('');
  });
});

it('the key of a machine is made once, for its user alone', () => {
  const home = mkdtempSync(join(tmpdir(), 'dutymark-key-'));
  const path = ownKeyPath({ env: {}, home });
  const first = findKey('', path);
  expect(findKey('', path)).toEqual(first);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  expect(findKey(pem, path)).toEqual({ pem, from: 'given' });
  rmSync(home, { recursive: true });
});
