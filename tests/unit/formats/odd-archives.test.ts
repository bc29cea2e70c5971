import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filesInZip } from '../../../lib/formats/archive';
import { sniff } from '../../../lib/formats/sniff';
import { openUnseen } from '../../../lib/formats/unseen';
import { docx, p } from './write/docx';
import { set } from './write/layout';
import { ofd } from './write/ofd';

const all = () => true;
const open = (name: string, bytes: Uint8Array) =>
  openUnseen({ name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer });
const paper = docx({ body: p('一、清淤河道。牵头单位：县水利局') });

describe('an archive of documents', () => {
  it.each([
    ['方案.docx', paper],
    ['方案.ofd', ofd(set(['一、清淤河道。牵头单位：县水利局']))],
  ])('that are packed without being pressed (%s) is no such document', (name, bytes) => {
    const archive = zipSync({ [`附件/${name}`]: [bytes, { level: 0 }], '附件/说明.txt': strToU8('见附件') });
    expect(sniff(archive)).toBeNull();
    expect(filesInZip(archive, all)?.map(({ path }) => path)).toEqual(
      expect.arrayContaining([`附件/${name}`, '附件/说明.txt']),
    );
  });

  it('whose files lie in a folder of the name of a document is none either', () => {
    const archive = zipSync({ 'word/document.txt': strToU8('一'), 'xl/workbook.txt': strToU8('二') });
    expect(sniff(archive)).toBeNull();
  });
});

describe('documents with a password', () => {
  const manifest = (path: string) =>
    `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="${path}"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>`;
  const noise = Uint8Array.from({ length: 800 }, (_, at) => (at * 197 + 31) % 256);
  const file = (mimetype: string) =>
    zipSync({
      mimetype: [strToU8(`application/vnd.oasis.opendocument.${mimetype}`), { level: 0 }],
      'META-INF/manifest.xml': strToU8(manifest('content.xml')),
      'content.xml': noise,
    });
  it.each([
    ['方案.odt', file('text')],
    ['台账.ods', file('spreadsheet')],
  ])('of OpenDocument say so: %s', async (name, bytes) => {
    await expect(open(name, bytes)).rejects.toMatchObject({ code: 'locked' });
  });

  it('as newer programs lock them, the whole package in one part', async () => {
    const bytes = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'META-INF/manifest.xml': strToU8(manifest('encrypted-package')),
      'encrypted-package': noise,
    });
    await expect(open('方案.odt', bytes)).rejects.toMatchObject({ code: 'locked' });
  });
});
