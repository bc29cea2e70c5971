import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDrawingThread } from '../../../lib/formats/drawing-thread';
import type { Order } from '../../../lib/formats/picturing';
import type { FixedPage } from '../../../lib/formats/types';

/** A thread that answers when told. */
class Thread {
  static last: Thread;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly orders: Order[] = [];
  ended = false;
  constructor() {
    Thread.last = this;
  }
  postMessage(order: Order) {
    this.orders.push(order);
  }
  terminate() {
    this.ended = true;
  }
  says(data: unknown) {
    this.onmessage?.({ data });
  }
}

const page = (number: number): FixedPage => ({
  number,
  turn: 0,
  width: 595,
  height: 842,
  items: [{ text: '县水利局', x: 0, y: 0, width: 48, size: 12, ink: null }],
  rules: [],
});
const original = { file: new Blob(['%PDF']), format: 'pdf', password: 'qinghe' };
const settle = () => new Promise((done) => setTimeout(done));
const picture = (name: string) => ({ kind: 'drawn', picture: { name } });

describe('the thread that draws pages to be read', () => {
  let stop: AbortController;
  beforeEach(() => {
    vi.stubGlobal('Worker', Thread);
    stop = new AbortController();
  });
  afterEach(() => vi.unstubAllGlobals());

  it('gets the file once and then its pages, one at a time and without what is written on them', async () => {
    const thread = openDrawingThread(original, stop.signal);
    const drawn = [thread.draw(page(3)), thread.draw(page(4))];
    await settle();
    expect(Thread.last.orders).toEqual([{ kind: 'open', ...original }]);
    // pdf.js takes the thread for its own.
    Thread.last.says({ sourceName: 'worker', targetName: 'main', action: 'ready' });
    Thread.last.says({ kind: 'opened' });
    await settle();
    expect(Thread.last.orders.slice(1)).toEqual([{ kind: 'draw', page: { number: 3, width: 595, height: 842 } }]);
    Thread.last.says(picture('third'));
    await settle();
    Thread.last.says(picture('fourth'));
    expect(await Promise.all(drawn)).toEqual([{ name: 'third' }, { name: 'fourth' }]);
  });

  it('goes on after a page that cannot be drawn, and says why it cannot', async () => {
    const thread = openDrawingThread(original, stop.signal);
    const first = thread.draw(page(1)).catch((error) => error);
    const second = thread.draw(page(2));
    Thread.last.says({ kind: 'opened' });
    await settle();
    Thread.last.says({ kind: 'failed', message: 'so many', code: 'too-many-pixels' });
    expect(await first).toMatchObject({ name: 'FormatError', code: 'too-many-pixels' });
    await settle();
    Thread.last.says(picture('second'));
    expect(await second).toEqual({ name: 'second' });
  });

  it('draws no page of a file that does not open', async () => {
    const thread = openDrawingThread(original, stop.signal);
    const drawn = [thread.draw(page(1)), thread.draw(page(2))].map((each) => each.catch(({ message }) => message));
    Thread.last.says({ kind: 'failed', message: 'gone from the disk' });
    expect(await Promise.all(drawn)).toEqual(['gone from the disk', 'gone from the disk']);
    expect(Thread.last.orders).toHaveLength(1);
  });

  it('is ended at once when it is told to stop, in the middle of a page', async () => {
    const thread = openDrawingThread(original, stop.signal);
    const drawn = [thread.draw(page(1)), thread.draw(page(2))].map((each) => each.catch((reason) => reason));
    Thread.last.says({ kind: 'opened' });
    await settle();
    stop.abort('stop');
    expect(Thread.last.ended).toBe(true);
    expect(await Promise.all(drawn)).toEqual(['stop', 'stop']);
  });
});
