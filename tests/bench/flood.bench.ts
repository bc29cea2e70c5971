import { sampleOf } from '../../lib/page/sample';
import { createPageSession } from '../../lib/page/session';
import type { SessionStore } from '../../lib/page/session-types';
import { glance } from '../../lib/policy/glance';
import { policyHtml, setArticle } from './lib/documents';
import { atMost, type Row } from './lib/measure';
import { held } from './lib/slices';

/** What a page pays that changes more than anybody could look at, and one that is larger than anybody reads. */
export default async function bench(): Promise<Row[]> {
  const floods: readonly (readonly [string, Flood])[] = [
    ['styles', styles],
    ['small texts, one by one', oneByOne],
    ['the whole article, over and over', anew],
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

const anew: Flood = (article, turn) => {
  const html = sources[turn % 2]!;
  article.innerHTML = html;
};
const sources = [policyHtml(300), policyHtml(301)];

/** How long the page floods, and works at its flood between the pauses that let others work, in milliseconds. */
const LONG = 6000;

/** Turns of the flood that a page gets done in a while, with and without us. */
async function turnsIn(article: Element, flood: Flood): Promise<number> {
  const end = performance.now() + LONG;
  let turns = 0;
  while (performance.now() < end) {
    await flood(article, turns);
    turns++;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return turns;
}

async function costOf(name: string, flood: Flood): Promise<Row> {
  const article = setArticle(sources[0]!);
  let best = Number.POSITIVE_INFINITY;
  const all: { alone: number; watched: number }[] = [];
  // What else the machine does makes one of the two slower at times.
  for (let run = 0; run < 3 && best > 0.1; run++) {
    const alone = await turnsIn(article, flood);
    const session = createPageSession(article, { store: nothing });
    await session.read();
    await session.settled();
    const watched = await turnsIn(article, flood);
    session.dispose();
    best = Math.min(best, Math.max(0, 1 - watched / alone));
    all.push({ alone, watched });
  }
  return atMost(`a page that floods: ${name}, share of its time`, best, 0.1, { runs: all.length, ...all.at(-1) });
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
  const from = performance.now();
  const sample = sampleOf(document);
  glance({ url: 'https://www.linlan.gov.cn/', title: '论坛', fields: {}, sample });
  const look = performance.now() - from;
  const session = createPageSession(article, { store: nothing, watch: false });
  const { longestSlice, slices, longestTask } = await held(async () => {
    await session.read();
    await session.settled();
  });
  const { state } = session.current();
  session.dispose();
  return [
    atMost('a million nodes, first look, ms', look, 50),
    atMost('a million nodes, longest slice, ms', longestSlice, 50, {
      slices,
      longestTask,
      read: Number(state === 'ready'),
    }),
  ];
}
