import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';

const TEXT = '一、清淤河道。\n牵头单位：县水利局\n';
const folder = mkdtempSync(join(tmpdir(), 'extract folders '));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

/** A folder with these files in it; a path may lead down. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = join(folder, `${++made}`);
  mkdirSync(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

function extract(...args: string[]) {
  const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' };
  const whole = ['--import', 'tsx', 'lib/cli/extract.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, whole, { encoding: 'utf8', env });
  const read = stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line).source as string] : []));
  return { status, read, stderr };
}

describe('extract of a folder', () => {
  it('without anything to read is an error that says so', () => {
    for (const root of [folderOf({}), folderOf({ '照片.heic': 'x' })]) {
      const { status, read, stderr } = extract(root);
      expect([status, read]).toEqual([1, []]);
      expect(stderr).toContain(`${root}: `);
      expect(stderr).toContain('没有');
    }
  });

  it('passes over what offices leave behind, and says what it cannot read', () => {
    const root = folderOf({
      'a.txt': TEXT,
      '~$b.docx': 'lock',
      '._c.txt': 'x',
      '.git/d.txt': TEXT,
      '演示.pptx': zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }),
      '附件.rar': 'Rar!',
      'e.png': 'x',
    });
    const { status, read, stderr } = extract(root);
    expect([status, read]).toEqual([0, [join(root, 'a.txt')]]);
    expect(stderr).toContain(`${join(root, '演示.pptx')}: `);
    expect(stderr).toContain(`${join(root, '附件.rar')}: `);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  it('says of an archive what of it is not read: archives in it, and what is no document', () => {
    const archive = zipSync({
      'a.txt': strToU8(TEXT),
      '内.zip': zipSync({ 'b.txt': strToU8(TEXT) }),
      '演示.pptx': strToU8('x'),
    });
    const root = folderOf({ '附件.zip': archive });
    const { read, stderr } = extract(root);
    const at = join(root, '附件.zip');
    expect(read).toEqual([`${at}/a.txt`]);
    expect(stderr).toContain(`${at}/内.zip: `);
    expect(stderr).toContain(`${at}/演示.pptx: `);
  });

  it.skipIf(platform() === 'win32')('that leads back to itself is read once', () => {
    const root = folderOf({ 'a.txt': TEXT, 'b/c.txt': TEXT });
    symlinkSync(root, join(root, 'b', 'up'));
    symlinkSync(root, join(root, 'again'));
    expect(extract(root).read).toEqual([join(root, 'a.txt'), join(root, 'b', 'c.txt')]);
  });

  it.skipIf(platform() === 'win32')('ends quietly when nobody listens any more', async () => {
    const root = folderOf({ 'a.txt': TEXT, 'b.txt': TEXT.repeat(4000), 'c.txt': TEXT });
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/extract.ts', root], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data) => (said += data));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((done) => child.on('close', done));
    expect(said).toBe('');
  });
});
