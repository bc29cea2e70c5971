import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openUnseen } from '../../../lib/formats/unseen';
import { docx, p, r } from './write/docx';
import { linesOf } from './write/read';

const opened = async (name: string, bytes: Uint8Array) => {
  const { html, warnings = [] } = await openUnseen({
    name,
    size: bytes.length,
    arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
  });
  return { lines: linesOf(html), warnings };
};
const lost = (count: number) => ({ code: 'font-unreadable', count });

describe('signs that only a font of their file knows', () => {
  it.each([
    ['a.html', strToU8('<p>牵头单位：县\ue005\ue006局</p>')],
    ['b.html', strToU8('<p>牵头单位：县&#xE005;&#58886;局</p>')],
    ['a.docx', docx({ body: p(r('牵头单位：县\ue005\ue006局')) })],
    ['a.txt', strToU8('牵头单位：县\ue005\ue006局')],
    ['a.csv', strToU8('牵头单位：县\ue005\ue006局,甲\n乙,丙')],
  ])('are seen to be missing, and said: %s', async (name, bytes) => {
    const { lines, warnings } = await opened(name, bytes);
    expect(lines[0]).toBe('牵头单位：县〓〓局');
    expect(warnings).toEqual([lost(2)]);
  });

  it.each([
    ['icons beside the text', '<p><i class="icon">\ue600</i>首页 \ue601</p>', '首页'],
    ['bullets that a word processor left', '<p>\uf0b7清淤河道</p>', '清淤河道'],
  ])('are no loss: %s', async (_, html, words) => {
    const { lines, warnings } = await opened('a.html', strToU8(html));
    expect(lines.join()).toContain(words);
    expect(lines.join()).not.toContain('〓');
    expect(warnings).toEqual([]);
  });
});
