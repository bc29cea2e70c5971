import { identitySteps } from '../../lib/page/identity';
import { readingEngine } from '../../lib/page/reading-engine';
import { sampleOf } from '../../lib/page/sample';
import { createPageSession } from '../../lib/page/session';
import type { SessionStore } from '../../lib/page/session-types';
import { glance } from '../../lib/policy/glance';
import { parseSteps } from '../../lib/policy/parse';
import { readSteps } from '../../lib/text/read';
import { policyHtml, setArticle } from './lib/documents';
import { atMost, fastest, type Row } from './lib/measure';
import { type Held, held } from './lib/slices';

/** What a page pays that changes more than anybody could look at, and one that is larger than anybody reads. */
export default async function bench(): Promise<Row[]> {
  const floods: readonly (readonly [string, Flood])[] = [
    ['styles', styles],
    ['small texts, one by one', oneByOne],
    ['the whole article, over and over', anew],
    ['what the page says of itself as a whole', ofAll],
  ];
  const rows: Row[] = [];
  for (const [name, flood] of floods) rows.push(await costOf(name, flood));
  return [...rows, ...(await million())];
}

const nothing: SessionStore = {
  annotations: async () => [],
  tasks: async () => [],
  document: async () => null,
  saveDocument: () => Promise.reject(new Error('nothing is kept here')),
  recognise: async ({ id }) => id,
  noteResolutions: async () => {},
};

/** Changes the article for one turn. */
type Flood = (article: Element, turn: number) => Promise<void> | void;

const styles: Flood = (article, turn) => {
  const lines = article.querySelectorAll<HTMLElement>('p');
  for (let at = 0; at < 2000; at++) lines[at % lines.length]!.style.order = String(turn + at);
};

const oneByOne: Flood = async (article, turn) => {
  const line = article.querySelector('p')!.firstChild as Text;
  for (let at = 0; at < 500; at++) {
    line.data = `第${turn}次第${at}回`;
    await null;
  }
};

const ofAll: Flood = async (_, turn) => {
  for (let at = 0; at < 2000; at++) {
    document.documentElement.setAttribute('data-scrolled', `${turn} ${at}`);
    if (at % 20 === 0) await null;
  }
};

const anew: Flood = (article, turn) => {
  const html = sources[turn % 2]!;
  article.innerHTML = html;
};
const sources = [policyHtml(300), policyHtml(301)];

/** How long the page floods, and works at its flood between the pauses that let others work, in milliseconds. */
const LONG = 3000;

/** Milliseconds of the processor; `run.mjs` puts it on the page. */
const processorTime = (): Promise<number> =>
  (globalThis as unknown as { processorTime(): Promise<number> }).processorTime();

interface Spent {
  /** Milliseconds of the processor that one turn of the flood takes the page, with all that is done beside it. */
  readonly each: number;
  readonly turns: number;
}

async function flooded(article: Element, flood: Flood): Promise<Spent> {
  const before = await processorTime();
  const until = performance.now() + LONG;
  let turns = 0;
  while (performance.now() < until) {
    await flood(article, turns);
    turns++;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { each: ((await processorTime()) - before) / turns, turns };
}

/** What else the machine does makes a turn dearer at times, never cheaper: the cheapest of some windows counts. */
const WINDOWS = 4;

async function cheapest(article: Element, flood: Flood): Promise<number> {
  let each = Number.POSITIVE_INFINITY;
  for (let at = 0; at < WINDOWS; at++) each = Math.min(each, (await flooded(article, flood)).each);
  return each;
}

/** Which part of what the page spends is ours once it has flooded for some seconds, and what the first of them cost beside that. */
async function costOf(name: string, flood: Flood): Promise<Row> {
  const article = setArticle(sources[0]!);
  await flooded(article, flood);
  const alone = await cheapest(article, flood);
  const session = createPageSession(article, { store: nothing, engine: readingEngine });
  await session.read();
  await session.settled();
  const first = await flooded(article, flood);
  const watched = await cheapest(article, flood);
  session.dispose();
  const share = Math.max(0, 1 - Math.min(alone, await cheapest(article, flood)) / watched);
  return atMost(`a page that floods: ${name}, share of its time`, share, 0.1, {
    alone,
    watched,
    firstSecondsMs: (first.each - alone) * first.turns,
  });
}

const NODES = 1_000_000;

async function million(): Promise<Row[]> {
  const article = setArticle(policyHtml(66));
  const rest = document.createDocumentFragment();
  for (let at = 0; at < NODES / 2; at++) {
    const line = document.createElement('i');
    line.append('数');
    rest.append(line);
  }
  article.append(rest);
  void document.body.offsetHeight;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const look = fastest(() => {
    const sample = sampleOf(document);
    glance({ url: 'https://www.linlan.gov.cn/', title: '论坛', fields: {}, sample });
  }, STEP_RUNS);
  let best: Held | null = null;
  let state = '';
  for (let run = 0; run < STEP_RUNS && !(best && best.longestSlice <= 50); run++) {
    const session = createPageSession(article, { store: nothing, engine: readingEngine, watch: false });
    const now = await held(async () => {
      await session.read();
      await session.settled();
    });
    if (!best || now.longestSlice < best.longestSlice) best = now;
    state = session.current().state;
    session.dispose();
  }
  const { longestSlice, slices, longestTask } = best!;
  return [
    atMost('a million nodes, first look, ms', look, 50),
    atMost('a million nodes, longest slice, ms', longestSlice, 50, {
      slices,
      longestTask,
      read: Number(state === 'ready'),
    }),
    atMost('a million nodes, longest step that cannot be parted, ms', longestStep(article), 40),
  ];
}

/** Of some runs, so that what else the machine does falls upon another step each time. */
const STEP_RUNS = 6;

/** A slice ends with the step in which its 8 ms are over: the longest one is what a slice can be longer by. */
function longestStep(article: Element): number {
  const fastest = new Map<string, number>();
  const run = <Result>(name: string, steps: Generator<unknown, Result>): Result => {
    for (let at = 0; ; at++) {
      const from = performance.now();
      const step = steps.next();
      const key = `${name} ${at}`;
      fastest.set(key, Math.min(fastest.get(key) ?? Number.POSITIVE_INFINITY, performance.now() - from));
      if (step.done) return step.value;
    }
  };
  for (let turn = 0; turn < STEP_RUNS; turn++) {
    const text = run('read', readSteps(article));
    const policy = run('parse', parseSteps(text));
    run('identify', identitySteps(policy, text));
  }
  return Math.max(...fastest.values());
}
