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
