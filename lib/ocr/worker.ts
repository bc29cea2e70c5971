import '../older';
import { networksInThread } from './in-thread';
import type { Answer, Order } from './messages';
import { readPage } from './read-page';
import type { Raster } from './types';

/** The thread pages are read in, one at a time. Stopping it is the caller's to do, by ending the thread. */
const scope = globalThis as unknown as {
  postMessage(answer: Answer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Order>) => void): void;
};

const loaded = networksInThread();
// Whoever waits for it hears of the failure; until then it is nobody's.
loaded.catch(() => undefined);

scope.addEventListener('message', async ({ data }) => {
  if (data.kind === 'read') scope.postMessage(await carryOut(data));
});

async function carryOut({ picture }: Order): Promise<Answer> {
  try {
    const raster = rasterOf(picture);
    const onProgress = (fraction: number) => scope.postMessage({ kind: 'progress', fraction });
    return { kind: 'read', page: await readPage(raster, await loaded, { onProgress }) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

function rasterOf(picture: ImageBitmap): Raster {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  // What is transparent is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0);
  picture.close();
  return context.getImageData(0, 0, width, height);
}
