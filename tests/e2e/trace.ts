import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time the thread itself worked: what a task costs, whatever else the machine does. In microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** One task of the page's main thread, in milliseconds of work. */
export interface Task {
  readonly work: number;
  /** In it a script of ours was loaded and begun. */
  readonly begins: boolean;
}

/** Notes what the browser does for a page from now on; the returned function ends that and gives it. */
async function tracing(page: Page, includedCategories: readonly string[]): Promise<() => Promise<TraceEvent[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  await session.send('Tracing.start', { traceConfig: { includedCategories } } as never);
  return async () => {
    const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await ended;
    await session.detach();
    return events;
  };
}

/** Notes the tasks of a page from now on; the returned function ends that and gives them, the longest first. */
export async function traceTasks(page: Page): Promise<() => Promise<Task[]>> {
  const end = await tracing(page, ['toplevel', 'devtools.timeline', 'v8.execute']);
  return async () => {
    const events = await end();
    const ours = events.find(
      ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith('content-scripts/agent.js'),
    );
    if (!ours) throw new Error('the trace holds no script of ours');
    const own = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === ours.pid && tid === ours.tid);
    const begun = own.filter(({ name }) => name === 'EvaluateScript');
    return own
      .filter(({ name }) => name.endsWith('RunTask'))
      .map(({ ts, dur = 0, tdur = 0 }) => ({
        work: tdur / 1000,
        begins: begun.some((script) => script.ts >= ts && script.ts <= ts + dur),
      }))
      .sort((a, b) => b.work - a.work);
  };
}

/** Notes how often a script of ours is called from now on; the returned function ends that and gives the number. */
export async function traceCalls(page: Page): Promise<() => Promise<number>> {
  const end = await tracing(page, ['devtools.timeline']);
  return async () => {
    const events = await end();
    return events.filter(
      ({ name, args }) => name === 'FunctionCall' && args?.data?.url?.startsWith('chrome-extension://'),
    ).length;
  };
}

/** What the main thread of a page did, in milliseconds of work (not of waiting for other processes). */
export interface Work {
  /** All of it: parsing, style, layout, script, painting. */
  readonly all: number;
  /** Script of the page and of extensions, loaded, compiled or called. */
  readonly script: number;
  /** Script of our detector, loaded, compiled or called. */
  readonly ours: number;
  /** The longest single stretch of that. */
  readonly longest: number;
}

const SCRIPT = /^(?:EvaluateScript|FunctionCall|v8\.compile)$/;

/** The sum and the longest of those that stand in no other of them, in milliseconds of work. */
function outermost(events: readonly TraceEvent[]): { sum: number; longest: number } {
  let [sum, longest, end] = [0, 0, 0];
  for (const { ts, dur = 0, tdur = 0 } of [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (ts < end) continue;
    end = ts + dur;
    sum += tdur;
    longest = Math.max(longest, tdur);
  }
  return { sum: sum / 1000, longest: longest / 1000 };
}

/** Adds up what the main thread of the page at this path does from now on; the returned function ends that and gives it. */
export async function traceWork(page: Page, path: string): Promise<() => Promise<Work>> {
  const end = await tracing(page, ['toplevel', 'devtools.timeline', 'v8', 'blink.user_timing']);
  return async () => {
    const events = await end();
    const loaded = events.find(({ name, args }) => name === 'CommitLoad' && args?.data?.url?.endsWith(path));
    if (!loaded) throw new Error('the trace does not hold the page');
    const own = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === loaded.pid && tid === loaded.tid);
    const script = own.filter(({ name }) => SCRIPT.test(name));
    const ours = script.filter(({ args }) => args?.data?.url?.endsWith('content-scripts/detector.js'));
    const detector = outermost(ours);
    return {
      all: outermost(own.filter(({ name }) => name.endsWith('RunTask'))).sum,
      script: outermost(script).sum,
      ours: detector.sum,
      longest: detector.longest,
    };
  };
}
