import { strToU8, unzipSync, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../lib/cli/scans';
import { pngOf } from '../../../lib/formats/picture/png';
import type { Networks } from '../../../lib/ocr/types';
import { ofd } from '../formats/write/ofd';

/** Networks that find nothing: what is asked here is which pages are looked at. */
const blind = async () => {
  const networks: Networks = {
    detect: async ({ dims }) => ({ data: new Float32Array(dims[2]! * dims[3]!), dims: [1, 1, dims[2]!, dims[3]!] }),
    direct: async () => ({ data: Float32Array.of(1, 0), dims: [1, 2] }),
    read: async () => ({ data: new Float32Array(), dims: [1, 0, 0] }),
  };
  return { networks, alphabet: [] as never };
};

const paper = pngOf(64, 90, new Uint8Array(4 * 64 * 90).fill(255));
const bomb = (() => {
  const bytes = paper.slice();
  new DataView(bytes.buffer).setUint32(16, 60_000);
  new DataView(bytes.buffer).setUint32(20, 60_000);
  return bytes;
})();

/** An OFD of pages that are pictures. */
function scanned(pictures: readonly Uint8Array[]): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(ofd(pictures.map(() => ({ texts: [], rules: [] }))));
  const image = (id: number) =>
    `<ofd:ImageObject ID="9${id}" Boundary="0 0 42 59" ResourceID="${50 + id}" CTM="42 0 0 59 0 0"/>`;
  for (const path of Object.keys(files)) {
    const page = /Page_(\d+)\/Content\.xml$/.exec(path);
    const text = new TextDecoder().decode(files[path]);
    if (page) files[path] = strToU8(text.replace(/<ofd:Layer[^>]*>/, (tag) => `${tag}${image(Number(page[1]))}`));
    if (path.endsWith('Document.xml'))
      files[path] = strToU8(
        text
          .replace('0 0 210 297', '0 0 42 59')
          .replace('</ofd:CommonData>', '<ofd:DocumentRes>Res.xml</ofd:DocumentRes></ofd:CommonData>'),
      );
  }
  files['Doc_0/Res.xml'] = strToU8(
    `<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:MultiMedias>${pictures.map((_, at) => `<ofd:MultiMedia ID="${50 + at}"><ofd:MediaFile>${at}.png</ofd:MediaFile></ofd:MultiMedia>`).join('')}</ofd:MultiMedias></ofd:Res>`,
  );
  for (const [at, picture] of pictures.entries()) files[`Doc_0/${at}.png`] = picture;
  return zipSync(files);
}

describe('pages read on the command line', () => {
  it('that are damaged, or would fill the memory, cost no other page', async () => {
    const broken = Uint8Array.from([...paper.subarray(0, 33), ...zlibSync(Uint8Array.of(1))]);
    const bytes = scanned([paper, broken, bomb, paper]);
    const told: number[] = [];
    const read = await recognise(bytes, 'ofd', undefined, (done) => told.push(done), blind);
    expect([...read.keys()]).toEqual([1, 4]);
    expect(told).toEqual([1, 2, 3, 4]);
  });

  it('of which none can be read are an error that says why', async () => {
    await expect(recognise(scanned([bomb]), 'ofd', undefined, () => undefined, blind)).rejects.toMatchObject({
      code: 'too-many-pixels',
    });
  });
});
