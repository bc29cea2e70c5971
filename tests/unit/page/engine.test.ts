import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { describe, expect, it, vi } from 'vitest';
import { nobody } from '../../../lib/page/engine';
import { LONGEST_SENT } from '../../../lib/page/engine-port';
import { engineService, type Rooms } from '../../../lib/page/engine-service';
import { readingEngine } from '../../../lib/page/reading-engine';
import { remoteEngine } from '../../../lib/page/remote-engine';
import { parse } from '../../../lib/policy/parse';
import { pause } from '../../../lib/text/pause';
import { fromPlain } from '../../../lib/text/plain';
import { read } from '../../../lib/text/read';
import type { LinearText } from '../../../lib/text/types';
import { mineIs } from '../../lib/policies';
import { root } from '../../lib/setup.mjs';
import { lineTo } from './line';

const none = new AbortController().signal;
const still = () => undefined;

/** As the background makes it; each call a background of its own. */
function service(more: Partial<Rooms> = {}) {
  let last: Promise<unknown> = Promise.resolve();
  return engineService({
    mine: async () => nobody,
    rest: pause,
    inOrder: (_, work) => {
      const run = last.then(work);
      last = run;
      return run;
    },
    ...more,
  });
}

const asPage = (text: string): LinearText => ({ ...fromPlain(text), origin: 'dom' });
const long = (points: number): LinearText =>
  asPage(
    `临澜县工作方案\n${Array.from({ length: points }, (_, at) => `${at + 1}. 加强第${at + 1}号河道巡查。\n牵头单位：县水利局`).join('\n')}`,
  );
const short = long(3);

const fixtures = ['policies', 'forms', 'sample'].flatMap((folder) => {
  const path = join(root, 'tests/fixtures', folder);
  return readdirSync(path)
    .filter((name) => /\.(?:txt|html)$/.test(name))
    .map((name) => ({ name, content: readFileSync(join(path, name), 'utf8') }));
});
const textOf = ({ name, content }: (typeof fixtures)[number]): LinearText =>
  name.endsWith('.txt') ? asPage(content) : read(parseHTML(content).document as unknown as Document);

describe('a page whose reading is done by the background', () => {
  it.each(fixtures)('gets the same of $name as one that reads itself, whole', async (fixture) => {
    const text = textOf(fixture);
    const here = parse(text);
    const remote = remoteEngine(lineTo(service()));
    const there = await remote.parse(text, none, still);
    expect(there).toStrictEqual(here);
    const units = [...new Set(here.measures.flatMap(({ assignments }) => assignments.map(({ unit }) => unit)))];
    const mine = mineIs(...units.slice(0, 3));
    const same = remoteEngine(lineTo(service({ mine: async () => mine })));
    expect(await same.duties(there, mine, 'd', none)).toStrictEqual(await readingEngine.duties(here, mine, 'd', none));
  });

  it('says how far it is, and tells that it is still waited for', async () => {
    const line = lineTo(service());
    const shares: number[] = [];
    await remoteEngine(line).parse(long(600), none, (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(line.said.filter((each) => 'still' in (each as object))).toHaveLength(shares.length);
  });

  it('asks again where the background was stopped in the middle, and gets all of it', async () => {
    let stops = 2;
    const line = lineTo(service(), undefined, (message, own) => {
      if ('progress' in (message as object) && stops-- > 0) own.stop();
    });
    const text = long(600);
    expect(await remoteEngine(line).parse(text, none, still)).toStrictEqual(parse(text));
    expect(line.opened()).toBe(3);
  });

  it('asks again where it was stopped while the text or the answer was on its way', async () => {
    for (const when of ['ask', 'part', 'end']) {
      let stopped = false;
      const line = lineTo(service(), undefined, (message, own) => {
        if (stopped || !(when in (message as object))) return;
        stopped = true;
        own.stop();
      });
      expect((await remoteEngine(line).parse(short, none, still)).measures, when).toHaveLength(3);
      expect(line.opened(), when).toBe(2);
    }
  });

  it('gives up after some times, and asks nobody once the extension is gone', async () => {
    const dead = lineTo((port) => port.disconnect());
    await expect(remoteEngine(dead).parse(short, none, still)).rejects.toThrow('does not answer');
    expect(dead.opened()).toBe(4);
    const gone = { ...lineTo(service()), isAlive: () => false };
    await expect(remoteEngine(gone).parse(short, none, still)).rejects.toThrow('gone');
    expect(gone.opened()).toBe(0);
    let alive = true;
    const going = {
      ...lineTo((port) => {
        alive = false;
        port.disconnect();
      }),
      isAlive: () => alive,
    };
    await expect(remoteEngine(going).parse(short, none, still)).rejects.toThrow('gone');
    expect(going.opened()).toBe(1);
    const invalidated = () => {
      throw new Error('Extension context invalidated.');
    };
    await expect(
      remoteEngine({ ...gone, isAlive: () => true, open: invalidated }).parse(short, none, still),
    ).rejects.toThrow();
  });

  it('closes the port once nobody wants the answer, and the background reads no further', async () => {
    let rests = 0;
    const turn = new AbortController();
    const rest = async () => {
      if (++rests === 3) turn.abort(new Error('overtaken'));
      await pause();
    };
    const line = lineTo(service({ rest }));
    await expect(remoteEngine(line).parse(long(3000), turn.signal, still)).rejects.toThrow('overtaken');
    for (let turns = 0; turns < 20; turns++) await pause();
    expect(rests).toBe(3);
    expect(line.opened()).toBe(1);
    expect(line.said.some((each) => 'failed' in (each as object))).toBe(false);
    await expect(remoteEngine(line).parse(short, turn.signal, still)).rejects.toThrow('overtaken');
    expect(line.opened()).toBe(1);
  });

  it('knows no text that is too long, and tells a failure of the reading once', async () => {
    const line = lineTo(service());
    const text = { ...short, text: '长'.repeat(LONGEST_SENT + 1) };
    await expect(remoteEngine(line).parse(text, none, still)).rejects.toMatchObject({ code: 'too-large' });
    expect(line.opened()).toBe(0);
    const broken = { ...short, blocks: [{ start: 5, end: 2, kind: 'paragraph' as const }] };
    await expect(remoteEngine(line).parse(broken, none, still)).rejects.toMatchObject({ code: 'read-failed' });
    expect(line.opened()).toBe(1);
  });

  it('takes the units that the reader has now from the background, which knows them', async () => {
    const mine = mineIs('县水利局');
    const remote = remoteEngine(lineTo(service({ mine: async () => mine })));
    const duties = await remote.duties(parse(short), mineIs('县教育局'), 'd', none);
    expect(duties.map(({ profile }) => profile)).toEqual(['县水利局', '县水利局', '县水利局']);
  });
});

describe('the background that reads for pages', () => {
  /** Texts of which nobody sees the end but in turns. */
  const ends = () => {
    const order: string[] = [];
    const ended = (name: string) => (of: { measures: readonly unknown[] }) => {
      order.push(name);
      return of.measures.length;
    };
    return { order, ended };
  };

  it('lets a short text of another tab through while it reads a long one', async () => {
    const { order, ended } = ends();
    const serve = service({ inOrder: (_, work) => work() });
    const one = remoteEngine(lineTo(serve, { tabId: 1, frameId: 0 }));
    const other = remoteEngine(lineTo(serve, { tabId: 2, frameId: 0 }));
    const far = one.parse(long(3000), none, still).then(ended('long'));
    const near = other.parse(short, none, still).then(ended('short'));
    expect([await far, await near]).toEqual([3000, 3]);
    expect(order).toEqual(['short', 'long']);
  });

  it('reads the texts of one tab one after the other', async () => {
    const { order, ended } = ends();
    const serve = service();
    const [outer, inner] = [0, 4].map((frameId) => remoteEngine(lineTo(serve, { tabId: 1, frameId })));
    let begin: () => void = still;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const far = outer!.parse(long(1500), none, () => begin()).then(ended('outer'));
    // Which of two texts comes first is the machine's affair: the second is sent when the first is being read.
    await begun;
    const near = inner!.parse(short, none, still).then(ended('inner'));
    expect([await far, await near]).toEqual([1500, 3]);
    expect(order).toEqual(['outer', 'inner']);
  });

  it('does not begin to read what nobody waits for any more', async () => {
    let begin: () => void = still;
    const gate = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let rests = 0;
    const rest = async () => {
      rests++;
      await pause();
    };
    const complained = vi.spyOn(console, 'debug');
    const serve = service({ rest, inOrder: (_, work) => gate.then(work) });
    const turn = new AbortController();
    const asked = remoteEngine(lineTo(serve)).parse(long(1500), turn.signal, still);
    for (let turns = 0; turns < 20; turns++) await pause();
    turn.abort(new Error('overtaken'));
    await expect(asked).rejects.toThrow('overtaken');
    begin();
    for (let turns = 0; turns < 20; turns++) await pause();
    expect(rests).toBe(0);
    expect(complained).not.toHaveBeenCalled();
    complained.mockRestore();
  });

  it('reads of one frame the newest text alone', async () => {
    const serve = service();
    const asks = { ...lineTo(serve), rest: () => new Promise<void>(() => undefined) };
    let answered = false;
    void remoteEngine(asks)
      .parse(long(1500), none, still)
      .then(() => {
        answered = true;
      });
    await pause();
    expect((await remoteEngine(lineTo(serve)).parse(short, none, still)).measures).toHaveLength(3);
    expect((await remoteEngine(lineTo(serve)).parse(long(1500), none, still)).measures).toHaveLength(1500);
    expect(answered).toBe(false);
  });

  it('speaks no more with whoever sends what is no message of ours, and no text', async () => {
    const block = { start: 0, end: 4, kind: 'paragraph' };
    const meta = { url: null, title: null, fields: {} };
    const cell = { table: 0, row: 0, column: 0, rowSpan: 1, columnSpan: 1, header: false };
    const good = { text: '加强巡查。', blocks: [block], origin: 'dom', meta };
    const asked = async (...messages: unknown[]) => {
      const line = lineTo(service());
      const port = line.open();
      const told = new Promise<unknown>((resolve) => {
        port.onDisconnect.addListener(() => resolve('closed'));
        port.onMessage.addListener((message) =>
          'failed' in (message as object) || 'end' in (message as object) ? resolve(message) : undefined,
        );
      });
      for (const message of messages) port.postMessage(message);
      return told;
    };
    const of = (part: object) => asked({ ask: 'parse' }, { part }, { end: true });
    expect(await of(good)).toEqual({ end: true });
    for (const message of [null, 'ask', 3, { part: null }]) expect(await asked(message)).toBe('closed');
    for (const bad of [
      { ...good, text: 3 },
      { ...good, origin: 'plain' },
      { ...good, meta: { url: 1 } },
      { ...good, blocks: [block, block] },
      { ...good, blocks: [{ ...block, end: 9 }] },
      { ...good, blocks: [{ ...block, kind: 'table' }] },
      { ...good, blocks: [{ ...block, cell: { ...cell, rowSpan: 1e9 } }] },
      { ...good, blocks: [null] },
      {},
    ]) {
      expect(await of(bad), JSON.stringify(bad)).toEqual({ failed: 'read-failed' });
    }
    expect(await asked({ ask: 'duties' }, { part: { measures: 1 } }, { end: true })).toEqual({ end: true });
    const much = Array.from({ length: 5 }, () => ({ part: { text: '长'.repeat(LONGEST_SENT / 2) } }));
    expect(await asked({ ask: 'parse' }, ...much)).toEqual({ failed: 'too-large' });
  });
});
