import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FoundFile } from '../../../lib/folder/types';
import { unpacked } from '../../../lib/folder/unpacked';
import { filesInZip } from '../../../lib/formats/archive';
import { encodeGb18030 } from '../../lib/gb18030';
import { docx, p } from './write/docx';

const all = () => true;
const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);

describe('files in an archive', () => {
  it('come by their paths, without those that are not worth it; names in GBK as well', () => {
    const bytes = zipSync({ '附件/10.txt': strToU8('十'), '附件/2.txt': strToU8('二'), 'a.png': strToU8('x') });
    expect(filesInZip(bytes, (path) => path.endsWith('.txt'))?.map(({ path }) => path)).toEqual([
      '附件/2.txt',
      '附件/10.txt',
    ]);
    const old = zipSync({ [latin(encodeGb18030('方案.txt'))]: strToU8('一') });
    // Written as UTF-8 of Latin letters, and said so: taken back to how old programs write it.
    for (const [at, byte] of old.entries())
      if (byte === 0x50 && old[at + 1] === 0x4b && old[at + 2] === 3) old[at + 7] = 0;
    expect(filesInZip(old, all)).toHaveLength(1);
  });

  it('a document that is packed the same way is none; one with a password says so', () => {
    expect(filesInZip(docx({ body: p('甲') }), all)).toBeNull();
    const locked = zipSync({ 'a.txt': strToU8('一') });
    locked[6] = 1;
    expect(() => filesInZip(locked, all)).toThrow('password');
  });

  it('a bomb is refused', () => {
    expect(() => filesInZip(zipSync({ 'a.txt': new Uint8Array(64 << 20) }), all)).toThrow('a.txt');
  });
});

describe('archives in a folder', () => {
  const found = async function* (...files: FoundFile[]) {
    yield* files;
  };
  const pathsOf = async (...files: FoundFile[]) => {
    const paths: string[] = [];
    for await (const { file, path } of unpacked(found(...files))) paths.push(`${path}:${file?.name}`);
    return paths;
  };
  const file = (name: string, bytes: Uint8Array) => new File([bytes as Uint8Array<ArrayBuffer>], name);

  it('stand open, each file under the path of its archive', async () => {
    const inner = zipSync({ '附件/方案.txt': strToU8('甲'), '图.png': strToU8('x') });
    expect(
      await pathsOf(
        { file: file('a.txt', strToU8('x')), path: '文/a.txt' },
        { file: file('b.zip', inner), path: '文/b.zip' },
      ),
    ).toEqual(['文/a.txt:a.txt', '文/b.zip/附件/方案.txt:方案.txt']);
  });

  it('that are broken, hold nothing or could not be had stand for themselves', async () => {
    expect(
      await pathsOf(
        { file: file('a.zip', strToU8('PK no zip')), path: 'a.zip' },
        { file: file('b.zip', zipSync({ 'x.png': strToU8('x') })), path: 'b.zip' },
        { file: null, path: 'c.zip' },
      ),
    ).toEqual(['a.zip:a.zip', 'b.zip:b.zip', 'c.zip:undefined']);
  });
});
