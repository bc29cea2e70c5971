import { describe, expect, it } from 'vitest';
import { accept, extensionOf, formatOf, maxBytes, openFile } from '../../../lib/formats/registry';

const file = (name: string, text: string, size?: number) => {
  const made = new File([text], name);
  return size === undefined ? made : { name, size, arrayBuffer: () => made.arrayBuffer() };
};

describe('formats by extension', () => {
  it.each([
    ['方案.最终.HTML', 'html'],
    ['方案', ''],
    ['目录.d/方案', ''],
  ])('%s', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });

  it('finds the format whatever the case', () => {
    expect(formatOf('a.HTM')?.name).toBe('html');
    expect(formatOf('a.TXT')?.name).toBe('txt');
    expect(formatOf('a.exe')).toBeNull();
    expect(accept.split(',')).toContain('.html');
  });

  it('opens a text file', async () => {
    expect(await openFile(file('a.txt', '牵头单位：县水利局'))).toEqual({
      name: 'a.txt',
      format: 'txt',
      title: null,
      html: '<p>牵头单位：县水利局</p>',
      fields: {},
      warnings: [],
    });
  });

  it('says by a code what is wrong with a file', async () => {
    await expect(openFile(file('a.exe', 'MZ'))).rejects.toMatchObject({ code: 'unsupported', message: 'exe' });
    for (const name of ['附件.zip', '附件.rar', '附件.7z'])
      await expect(openFile(file(name, 'PK\u0003\u0004'))).rejects.toMatchObject({ code: 'archive' });
    await expect(openFile(file('a.xls', 'x'))).rejects.toMatchObject({ code: 'damaged' });
    await expect(openFile(file('a.txt', '', 0))).rejects.toMatchObject({ code: 'empty' });
    await expect(openFile(file('a.txt', 'x', maxBytes + 1))).rejects.toMatchObject({ code: 'too-large' });
    const unreadable = { name: 'a.txt', size: 3, arrayBuffer: () => Promise.reject(new Error('gone')) };
    await expect(openFile(unreadable)).rejects.toMatchObject({ code: 'damaged', message: 'gone' });
  });
});
