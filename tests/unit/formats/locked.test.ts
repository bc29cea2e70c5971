import { describe, expect, it } from 'vitest';
import { openUnseen } from '../../../lib/formats/unseen';
import { docx, p } from './write/docx';
import { agile, container, joined, PASSWORD, standard } from './write/office-lock';

const open = (bytes: Uint8Array, password?: string) =>
  openUnseen(
    { name: '方案.docx', size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer },
    password === undefined ? {} : { password },
  );
const paper = docx({ body: p('一、清淤河道。牵头单位：县水利局') });

describe('a Word or Excel file with a password', () => {
  it.each([
    ['of today', agile(paper, 1000)],
    ['of 2007', standard(paper)],
  ])('asks for it, says when it is wrong, and opens with it: %s', async (_, bytes) => {
    await expect(open(bytes)).rejects.toMatchObject({ code: 'encrypted' });
    await expect(open(bytes, '清河2026')).rejects.toMatchObject({ code: 'wrong-password' });
    const found = await open(bytes, PASSWORD);
    expect(found.format).toBe('docx');
    expect(found.html).toContain('牵头单位：县水利局');
  });

  it('whose lock is of another kind, broken or there to keep its reader busy says so', async () => {
    const info = (text: string) => joined(Uint8Array.of(4, 0, 4, 0, 0x40, 0, 0, 0), new TextEncoder().encode(text));
    for (const bytes of [
      container(Uint8Array.of(4, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0), new Uint8Array(32)),
      container(info('<encryption><keyData/></encryption>'), new Uint8Array(32)),
      agile(paper, 2000).map((byte) => byte),
    ]) {
      const error = await open(bytes, 'x').catch((reason: unknown) => reason);
      expect((error as { code?: string }).code).toMatch(/^(?:locked|wrong-password)$/);
    }
    const endless = new TextDecoder('latin1')
      .decode(agile(paper, 1000))
      .replace('spinCount="1000"', 'spinCount="9e15"');
    await expect(
      open(
        Uint8Array.from(endless, (sign) => sign.charCodeAt(0)),
        PASSWORD,
      ),
    ).rejects.toMatchObject({
      code: 'locked',
    });
  });
});
