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

/** Notes the tasks of a page from now on; the returned function ends that and gives them, the longest first. */
export async function traceTasks(page: Page): Promise<() => Promise<Task[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'v8.execute'] },
  } as never);
  return async () => {
    const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await ended;
    await session.detach();
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
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline'] } } as never);
  return async () => {
    const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await ended;
    await session.detach();
    return events.filter(
      ({ name, args }) => name === 'FunctionCall' && args?.data?.url?.startsWith('chrome-extension://'),
    ).length;
  };
}

/** What a page's main thread worked, in milliseconds. */
export interface Cost {
  /** All of its tasks. */
  readonly all: number;
  /** Loading one script of ours and running it. */
  readonly script: number;
  /** All scripts of ours. */
  readonly ours: number;
  /** The longest single stretch of the one script. */
  readonly longest: number;
}

/** Notes what a page's thread works from now on, and what of it is a script of ours, `path`. */
export async function traceCost(page: Page, path: string): Promise<() => Promise<Cost>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'v8.execute'] },
  } as never);
  return async () => {
    const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await ended;
    await session.detach();
    const extension = events.filter(({ ph, args }) => ph === 'X' && args?.data?.url?.startsWith('chrome-extension://'));
    const first = extension.find(({ args }) => args?.data?.url?.endsWith(path));
    if (!first) throw new Error(`the trace holds no ${path}`);
    const thread = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === first.pid && tid === first.tid);
    const work = (of: readonly TraceEvent[]) => of.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
    const ours = outermost(extension.filter(({ pid, tid }) => pid === first.pid && tid === first.tid));
    const script = ours.filter(({ args }) => args?.data?.url?.endsWith(path));
    return {
      all: work(thread.filter(({ name }) => name.endsWith('RunTask'))),
      ours: work(ours),
      script: work(script),
      longest: Math.max(...script.map(({ tdur = 0 }) => tdur / 1000)),
    };
  };
}

/** Without those that lie within another: a call within a script's run is in its time already. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return [...events]
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}
