import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finder } from '../../../lib/anchor/find';
import { nobody } from '../../../lib/page/engine';
import { createPageSession } from '../../../lib/page/session';
import type { PageSession, SessionOptions } from '../../../lib/page/session-types';
import type { PageSnapshot } from '../../../lib/page/types';
import { createPainter } from '../../../lib/paint/painter';
import type { AnnotationRecord, TaskRecord } from '../../../lib/store/types';
import { pause } from '../../../lib/text/pause';
import type { DomText } from '../../../lib/text/types';
import { mineIs, simpleEngine } from '../../lib/policies';

const PAGE = `<h1>清河市河道管理工作方案</h1><nav id="clock">2031年3月1日 10:00:00</nav>
  <div id="article"><p>1. 加强巡查，及时清理河道漂浮物。</p><p>牵头单位：市水务局、市城<br>管局</p><p>参加单位：各县区</p>
  <p id="second">2. 加强宣传，让市民知晓。</p><p>责任单位：市教育局</p></div>`;

let annotations: AnnotationRecord[];
let tasks: TaskRecord[];
let saved: string[];
let session: PageSession;

const store: SessionOptions['store'] = {
  annotations: async () => annotations,
  tasks: async () => tasks,
  document: async () => null,
  recognise: async ({ id }) => id,
  noteResolutions: async () => {},
  saveDocument: async (seen) => {
    saved.push(seen.id);
    throw new Error('not asked for');
  },
};

const painted = (name: string) => [...(CSS.highlights.get(`dutymark-${name}`) ?? [])].map(String).sort();

function start(options: Partial<SessionOptions> = {}): PageSession {
  session = createPageSession(document, { store, engine: simpleEngine, ...options });
  return session;
}

const next = (wanted: (snapshot: PageSnapshot) => boolean) =>
  new Promise<PageSnapshot>((resolve) => {
    const off = session.onSnapshot((snapshot) => {
      if (!snapshot || !wanted(snapshot)) return;
      off();
      resolve(snapshot);
    });
  });

function selectWords(words: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue!.indexOf(words);
    if (at < 0) continue;
    document.getSelection()!.setBaseAndExtent(node, at, node, at + words.length);
    session.selectionChanged();
    return;
  }
  throw new Error(`not in the page: ${words}`);
}

beforeEach(() => {
  document.body.innerHTML = PAGE;
  document.getSelection()?.removeAllRanges();
  annotations = [];
  tasks = [];
  saved = [];
});
afterEach(() => {
  session.dispose();
  document.body.innerHTML = '';
});

describe('a page session', () => {
  it('drafts from a selection that keys have just made, and from the last one when a field took it', async () => {
    start();
    await session.read();
    const node = document.querySelector('#second')!.firstChild!;
    document.getSelection()!.setBaseAndExtent(node, 3, node, 7);
    expect((await session.draftTask())?.excerpt).toBe('加强宣传');
    session.selectionChanged();
    document.getSelection()!.removeAllRanges();
    expect((await session.draftAnnotation())?.quote).toBe('加强宣传');
  });

  it('keeps the passage marked while a note on it is written', async () => {
    start();
    await session.read();
    selectWords('清理河道漂浮物');
    session.hold(true);
    await session.settled();
    document.getSelection()!.removeAllRanges();
    expect(painted('draft')).toEqual(['清理河道漂浮物']);
    session.hold(false);
    await session.settled();
    expect(painted('draft')).toEqual([]);
  });

  it('marks hits of a search beside its own marks, by elements too, and takes them away without a trace', async () => {
    for (const options of [{}, { paint: (text: DomText) => createPainter(text, { kind: 'mark' }) }]) {
      const before = document.body.innerHTML;
      start(options);
      await session.read();
      await session.settled();
      const marked = document.body.innerHTML;
      const { text } = session.reading()!;
      const hits = finder(text)('市城管局', { loose: true });
      expect(hits.map(({ start, end }) => text.text.slice(start, end))).toEqual(['市城\n管局']);
      session.showHits(hits, 0);
      await session.settled();
      if (!options.paint) expect(painted('hit-now')).toEqual(['市城管局']);
      else
        expect(
          [...document.querySelectorAll('[data-dutymark="hit-now"]')].map((each) => each.textContent).join(''),
        ).toBe('市城管局');
      selectWords('清理河道漂浮物');
      expect((await session.draftAnnotation())?.quote).toBe('清理河道漂浮物');
      session.showHits([], 0);
      await session.settled();
      expect(document.body.innerHTML).toBe(marked);
      session.dispose();
      expect(document.body.innerHTML).toBe(before);
    }
  });

  it('reads, tells and paints', async () => {
    const states: string[] = [];
    start().onSnapshot((snapshot) => states.push(snapshot!.state));
    await session.read();
    await session.settled();
    expect(states[0]).toBe('reading');
    expect(session.current()).toMatchObject({ state: 'ready', revision: 1, progress: 1, error: null });
    expect(session.current().policy?.measures).toHaveLength(2);
    expect(painted('lead')).toEqual(['市城管局', '市水务局']);
    expect(painted('participant')).toEqual(['各县区']);
    expect(painted('responsible')).toEqual(['市教育局']);
    expect(painted('measure')).toEqual(['1', '2']);
  });

  it('changes no node of the page, while it works and after', async () => {
    const before = document.documentElement.outerHTML;
    start();
    await session.read();
    await session.settled();
    expect(document.documentElement.outerHTML).toBe(before);
    session.dispose();
    expect(document.documentElement.outerHTML).toBe(before);
    expect([...CSS.highlights.keys()]).toEqual([]);
  });

  it('paints what is mine when the profile comes', async () => {
    start();
    await session.read();
    expect(painted('mine')).toEqual([]);
    session.setMine(mineIs('市教育局'));
    await session.settled();
    expect(session.current().duties.map(({ measure }) => measure)).toEqual(['2']);
    expect(painted('mine')).toEqual(['2', '市教育局']);
  });

  it('shows what is ours by the units as they are when it is known, though they changed while the engine was asked', async () => {
    const asked: string[] = [];
    const answers: (() => void)[] = [];
    const seen: string[] = [];
    start({
      mine: mineIs('市水务局'),
      engine: {
        ...simpleEngine,
        async duties(policy, mine, id, signal) {
          asked.push(mine.profiles.map(({ name }) => name).join());
          await new Promise<void>((resolve) => answers.push(resolve));
          return simpleEngine.duties(policy, mine, id, signal);
        },
      },
    });
    session.onSnapshot((snapshot) => {
      if (snapshot?.state === 'ready') seen.push(snapshot.duties.map(({ measure }) => measure).join());
    });
    const reading = session.read();
    await expect.poll(() => answers.length).toBe(1);
    session.setMine(mineIs('市教育局'));
    answers.shift()!();
    await expect.poll(() => answers.length).toBe(1);
    answers.shift()!();
    await reading;
    expect(asked).toEqual(['市水务局', '市教育局']);
    expect(seen[0]).toBe('2');
    session.setMine(mineIs('市水务局'));
    await expect.poll(() => answers.length).toBe(1);
    session.setMine(nobody);
    answers.shift()!();
    await session.settled();
    expect(seen).not.toContain('1');
    expect(session.current().duties).toEqual([]);
  });

  it('says that the page could not be read where what is ours cannot be told, and reads it when asked', async () => {
    let broken = true;
    start({
      engine: {
        ...simpleEngine,
        duties: async (...of) => {
          if (broken) throw new Error('nobody answers');
          return simpleEngine.duties(...of);
        },
      },
    });
    await session.read();
    expect(session.current()).toMatchObject({ state: 'ready', duties: [] });
    session.setMine(mineIs('市教育局'));
    await session.settled();
    expect(session.current()).toMatchObject({ state: 'failed', error: 'read-failed' });
    await session.read();
    expect(session.current()).toMatchObject({ state: 'failed', error: 'read-failed' });
    broken = false;
    await session.read();
    expect(session.current()).toMatchObject({ state: 'ready', error: null, duties: [{ measure: '2' }] });
  });

  it('shows only the kinds of mark that are wanted', async () => {
    start({ shown: (kind) => kind !== 'lead' });
    await session.read();
    await session.settled();
    expect(painted('lead')).toEqual([]);
    session.setShown((kind) => kind === 'lead');
    await session.settled();
    expect(painted('lead')).toHaveLength(2);
    expect(painted('measure')).toEqual([]);
  });

  it('finds an annotation anew that was placed anew', async () => {
    start();
    await session.read();
    getSelection()?.selectAllChildren(document.querySelector('#second') as Element);
    session.selectionChanged();
    const draft = (await session.draftAnnotation())!;
    const lost = [{ type: 'TextQuoteSelector' as const, exact: '全然没有写过的一句话', prefix: '', suffix: '' }];
    annotations = [{ ...draft, selectors: lost, id: 'a1', created: '', updated: '' }];
    session.storeChanged({ tables: ['annotations'], documentIds: [draft.documentId] });
    await next(({ anchors }) => anchors.a1?.method === 'orphan');
    expect(await session.draftFound('a1')).toBeNull();
    annotations = [{ ...annotations[0]!, selectors: draft.selectors }];
    session.storeChanged({ tables: ['annotations'], documentIds: [draft.documentId] });
    await next(({ anchors }) => anchors.a1?.method === 'exact');
    expect((await session.draftFound('a1'))?.quote).toBe(draft.quote);
  });

  it('drafts tasks from measures, with their facts', async () => {
    start({ mine: mineIs('市教育局') });
    await session.read();
    const [task] = await session.draftTasks(['2', 'none']);
    expect(task).toMatchObject({
      origin: 'measure',
      measureId: '2',
      number: '2',
      title: '加强宣传，让市民知晓',
      role: 'responsible',
      certainty: 'named',
      responsible: ['市教育局'],
      lead: [],
      status: 'open',
      documentId: session.current().documentId,
    });
    expect(task!.excerpt).toBe('2. 加强宣传，让市民知晓。\n责任单位：市教育局');
    expect(task!.selectors.map(({ type }) => type)).toContain('TextQuoteSelector');
  });

  it('drafts an annotation and a task from the selection', async () => {
    start();
    await session.read();
    expect(await session.draftAnnotation()).toBeNull();
    selectWords('清理河道漂浮物');
    expect(session.current().selection).toBe('清理河道漂浮物');
    expect(await session.draftAnnotation()).toMatchObject({ quote: '清理河道漂浮物', number: '1', colour: 'yellow' });
    expect(await session.draftTask()).toMatchObject({
      origin: 'selection',
      measureId: '1',
      title: '清理河道漂浮物',
      lead: ['市水务局', '市城管局'],
    });
  });

  it('finds and paints stored annotations, and lets them go', async () => {
    start();
    await session.read();
    selectWords('清理河道漂浮物');
    const draft = (await session.draftAnnotation())!;
    annotations = [{ ...draft, id: 'a1', created: '', updated: '' }];
    session.storeChanged({ tables: ['annotations'], documentIds: [draft.documentId] });
    await session.settled();
    expect(session.current().anchors.a1).toMatchObject({ method: 'exact' });
    expect(painted('annotation')).toEqual(['清理河道漂浮物']);
    annotations = [];
    session.storeChanged({ tables: ['annotations'], documentIds: ['another'] });
    await session.settled();
    expect(painted('annotation')).toHaveLength(1);
    session.storeChanged({ tables: ['annotations'], documentIds: [] });
    await session.settled();
    expect(painted('annotation')).toEqual([]);
  });

  it('reveals a measure, and says when it cannot', async () => {
    document.body.insertAdjacentHTML('afterbegin', '<div style="height:3000px"></div>');
    start();
    await session.read();
    expect(await session.reveal({ kind: 'measure', id: '2' })).toBe(true);
    const box = document.querySelector('#second')!.getBoundingClientRect();
    expect(box.top).toBeGreaterThan(0);
    expect(box.bottom).toBeLessThan(innerHeight);
    expect(painted('flash')).toHaveLength(1);
    expect(await session.reveal({ kind: 'measure', id: '9' })).toBe(false);
    expect(await session.reveal({ kind: 'passage', revision: 7, span: { start: 0, end: 3 } })).toBe(false);
  });

  it('knows what a click on a mark means', async () => {
    start();
    await session.read();
    await session.settled();
    const range = [...CSS.highlights.get('dutymark-responsible')!][0] as Range;
    const box = range.getBoundingClientRect();
    expect(session.targetsAt(box.left + 3, box.top + box.height / 2)).toEqual([{ kind: 'measure', id: '2' }]);
    expect(session.targetsAt(box.left + 3, box.top + 400)).toEqual([]);
  });

  it('reads again when the document changes', async () => {
    start();
    await session.read();
    const changed = next(({ revision }) => revision === 2);
    document
      .querySelector('#article')!
      .insertAdjacentHTML('beforeend', '<p>3. 加强考核。</p><p>牵头单位：市审计局</p>');
    expect((await changed).policy?.measures).toHaveLength(3);
    await session.settled();
    expect(painted('lead')).toContain('市审计局');
  });

  it('stays the document it was found to be when the words around it change', async () => {
    start({ store: { ...store, recognise: async () => 'kept before' } });
    await session.read();
    await session.settled();
    expect(session.current().documentId).toBe('kept before');
    const names = new Set<string | null>();
    session.onSnapshot((snapshot) => names.add(snapshot!.documentId));
    const again = next(({ revision }) => revision === 2);
    document.querySelector('#article')!.insertAdjacentHTML('beforebegin', '<p>本页信息已由网站编辑整理。</p>');
    await again;
    await session.settled();
    expect([...names]).toEqual(['kept before']);
  });

  it('moves the paint when the page replaces its nodes by equal ones', async () => {
    start();
    await session.read();
    const article = document.querySelector('#article')!;
    article.innerHTML = String(article.innerHTML);
    await expect.poll(() => painted('lead'), { timeout: 5000 }).toEqual(['市城管局', '市水务局']);
    await session.settled();
    expect(session.current().revision).toBe(1);
  });

  it('shows text that a style had hidden', async () => {
    const article = document.querySelector<HTMLElement>('#article')!;
    article.style.display = 'none';
    article.insertAdjacentHTML('beforeend', `<p>${'各部门要抓好落实。'.repeat(10)}</p>`);
    start();
    await session.read();
    expect(session.current().policy?.measures).toHaveLength(0);
    const changed = next(({ revision }) => revision === 2);
    article.style.display = '';
    expect((await changed).policy?.measures).toHaveLength(2);
  });

  const inside = `<p>3. 清理井盖，逐一登记编号。</p><p>责任单位：市水务局</p><p>${'各部门要抓好落实。'.repeat(10)}</p>`;
  const folds: [string, string, () => void][] = [
    [
      'an opened <details>',
      `<details><summary>展开</summary>${inside}</details>`,
      () => document.querySelector<HTMLElement>('summary')!.click(),
    ],
    [
      'a class on something around it',
      `<style>.folded .panel{display:none}</style><div class="folded" id="fold"><p>导读</p><div class="panel">${inside}</div></div>`,
      () => document.querySelector('#fold')!.classList.remove('folded'),
    ],
    [
      'a state beside it',
      `<style>[aria-expanded=false] + div{display:none}</style><button type="button" id="fold" aria-expanded="false">全文</button><div>${inside}</div>`,
      () => document.querySelector('#fold')!.setAttribute('aria-expanded', 'true'),
    ],
    [
      'a box that is ticked',
      `<style>#fold:not(:checked) ~ div{display:none}</style><input type="checkbox" id="fold"><div>${inside}</div>`,
      () => document.querySelector<HTMLElement>('#fold')!.click(),
    ],
  ];
  it.each(folds)('reads what is unfolded by %s', async (_, html, unfold) => {
    document.querySelector('#article')!.insertAdjacentHTML('beforeend', html);
    start();
    await session.read();
    const before = session.current().policy!.measures.length;
    const changed = next(({ revision }) => revision === 2);
    unfold();
    expect((await changed).policy!.measures).toHaveLength(before + 1);
  });

  it('does not read for clocks, scripts and our own element', async () => {
    start();
    await session.read();
    let told = 0;
    session.onSnapshot(() => told++);
    document.querySelector('#clock')!.textContent = '2031年3月1日 10:00:01';
    document.body.append(document.createElement('script'));
    document.documentElement.append(document.createElement('dutymark-root'));
    await new Promise((resolve) => setTimeout(resolve, 900));
    document.querySelector('dutymark-root')!.remove();
    expect(told).toBe(0);
    expect(session.current().revision).toBe(1);
  });

  it('takes its marks off a page that never rests, says so, reads when asked, and puts them back once it rests', async () => {
    start();
    await session.read();
    const before = painted('lead');
    expect(before.length).toBeGreaterThan(0);
    const told = next(({ restless }) => restless);
    const clock = document.querySelector('#clock')!;
    let turn = 0;
    const flood = setInterval(() => {
      for (let at = 0; at < 600; at++) clock.setAttribute('class', `c${at}`);
      clock.textContent = `2031年3月1日 10:00:${++turn}`;
    }, 20);
    await told;
    expect(painted('lead')).toEqual([]);
    document.querySelector('#second')!.textContent = '2. 加强培训，让干部知晓。';
    await session.read();
    expect(session.current()).toMatchObject({ state: 'ready', restless: true });
    expect(
      session
        .current()
        .policy?.measures.map(({ text }) => text)
        .join(),
    ).toContain('加强培训');
    expect(painted('lead')).toEqual([]);
    const rested = next(({ restless }) => !restless);
    clearInterval(flood);
    await rested;
    expect(painted('lead')).toEqual(before);
  });

  it('comes to the end of a long first reading under a ticking clock, and reads what changed meanwhile', async () => {
    let readings = 0;
    start({
      engine: {
        ...simpleEngine,
        async parse(text, signal, onProgress) {
          readings++;
          for (let step = 0; step < 40; step++) {
            for (const from = performance.now(); performance.now() - from < 50; );
            onProgress(step / 40);
            await pause();
            signal.throwIfAborted();
          }
          return simpleEngine.parse(text, signal, onProgress);
        },
      },
    });
    const clock = document.querySelector('#clock')!;
    let seconds = 0;
    const ticking = setInterval(() => {
      clock.textContent = `2031年3月1日 10:00:${++seconds}`;
    }, 450);
    await session.read();
    expect(session.current()).toMatchObject({ state: 'ready', revision: 1 });
    expect(readings).toBe(1);
    clearInterval(ticking);
    const again = next(({ revision }) => revision === 2);
    document.querySelector('#second')!.append('各镇要在九月底前完成。');
    expect((await again).state).toBe('ready');
  });

  it('finds what is kept, and tells the store, though the page is read again in between', async () => {
    start();
    await session.read();
    selectWords('清理河道漂浮物');
    const draft = (await session.draftAnnotation())!;
    session.dispose();
    annotations = [{ ...draft, id: 'a1', created: '', updated: '' }];
    let asked = 0;
    const slow = async () => {
      if (asked++ === 0) await new Promise((resolve) => setTimeout(resolve, 900));
      return annotations;
    };
    const known = { fingerprint: 'another' } as unknown as Awaited<ReturnType<SessionOptions['store']['document']>>;
    start({ store: { ...store, annotations: slow, document: async () => known } });
    const ready = next(({ state }) => state === 'ready');
    void session.read();
    await ready;
    const article = document.querySelector('#article')!;
    // As sites do that draw themselves anew: other nodes, the same words.
    const redraw = () => article.replaceChildren(...[...article.childNodes].map((node) => node.cloneNode(true)));
    redraw();
    await expect.poll(() => session.current().anchors.a1?.method, { timeout: 3000 }).toBe('exact');
    expect(session.current().revision).toBe(1);
    redraw();
    await expect.poll(() => saved.length, { timeout: 5000 }).toBe(1);
  });

  it('says so when there is nothing to read, and reads when it comes', async () => {
    document.body.innerHTML = '';
    start();
    await session.read();
    expect(session.current()).toMatchObject({ state: 'failed', error: 'empty-page', policy: null });
    const ready = next(({ state }) => state === 'ready');
    document.body.innerHTML = PAGE;
    expect((await ready).policy?.measures).toHaveLength(2);
  });

  it('tells a failure of the engine as a code, and a store that is gone does not matter', async () => {
    start({
      engine: {
        ...simpleEngine,
        parse: () => {
          throw new Error('broken');
        },
      },
      store: { ...store, tasks: () => Promise.reject(new Error('gone')) },
    });
    await session.read();
    expect(session.current()).toMatchObject({ state: 'failed', error: 'read-failed' });
  });

  it('works the same where marks are elements, and does not take them for a change of the page', async () => {
    const before = document.body.innerHTML;
    start({ paint: (text, change) => createPainter(text, { kind: 'mark', change }) });
    await session.read();
    await session.settled();
    const marked = (kind: string) =>
      [...document.querySelectorAll(`mark[data-dutymark="${kind}"]`)].map((mark) => mark.textContent);
    expect(marked('lead')).toEqual(['市水务局', '市城', '管局']);
    session.setMine(mineIs('市教育局'));
    await session.settled();
    expect(marked('mine')).toEqual(['2', '市教育局']);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(session.current().revision).toBe(1);
    selectWords('清理河道漂浮物');
    expect(await session.draftAnnotation()).toMatchObject({ quote: '清理河道漂浮物' });
    expect(await session.reveal({ kind: 'measure', id: '2' })).toBe(true);
    const changed = next(({ revision }) => revision === 2);
    document.querySelector('#second')!.textContent = '2. 加强宣传和培训，让市民知晓。';
    expect((await changed).policy?.measures[1]?.text).toBe('加强宣传和培训，让市民知晓。');
    await session.settled();
    document.querySelector('#second')!.textContent = '2. 加强宣传，让市民知晓。';
    session.dispose();
    expect(document.body.innerHTML).toBe(before);
  });

  it('reads a page of 20,000 paragraphs without holding it up', async () => {
    document.body.innerHTML = Array.from({ length: 20_000 }, (_, i) => `<p>第${i}段，各部门要抓好落实。</p>`).join('');
    start({ watch: false });
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    document.body.getBoundingClientRect();
    await new Promise((resolve) => setTimeout(resolve, 50));
    observer.observe({ type: 'longtask' });
    await session.read();
    await session.settled();
    observer.disconnect();
    expect(session.current().state).toBe('ready');
    expect(longest).toBeLessThan(120);
  });
});
