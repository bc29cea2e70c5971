import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { processesOf } from '../../lib/processes';
import { killWorker, type Stage, stage } from '../fixture';
import { send } from '../hand';

interface Kills {
  all: number;
  amid: number;
}

/** What is killed while it works, and how it is asked to work. */
export interface Victim {
  readonly name: string;
  /** A page of ours; another one after the browser was killed. */
  page(): Page;
  /**
   * Begins some work and kills, so many milliseconds later; the work's signal is aborted then.
   *
   * @param begun from then on the milliseconds count: a background that is only being started has told nothing yet
   * @returns what the work came to before that; null where it had told nothing yet.
   */
  cutOff<Value>(
    work: (cut: AbortSignal) => Promise<Value>,
    after: number,
    begun?: Promise<unknown>,
  ): Promise<Value | null>;
  /** Kills so far; those before which the work had told nothing were in its middle. */
  readonly kills: Kills;
  close(): Promise<void>;
}

interface Reply<Value> {
  readonly ok: boolean;
  readonly value: Value;
  readonly message?: string;
}

/** Asks the store once, as a page of ours does. Rejects where nobody answers, or in the store's own words. */
export async function ask<Value>(victim: Victim, method: string, ...args: readonly unknown[]): Promise<Value> {
  const reply = await send<Reply<Value> | undefined>(victim.page(), 'callStore', { method, args });
  if (!reply) throw new Error(`${method}: nobody answers`);
  if (!reply.ok) throw new Error(`${method}: ${reply.message}`);
  return reply.value;
}

/** Asks the store as its client does: once more where the background was ended before it answered. */
export async function call<Value>(victim: Victim, method: string, ...args: readonly unknown[]): Promise<Value> {
  return ask<Value>(victim, method, ...args).catch(() => ask<Value>(victim, method, ...args));
}

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(resolve, ms, null));

/** The background alone: as the browser ends one that is idle, only that this one is not. */
export async function worker(): Promise<Victim> {
  const at = await stage();
  const page = await at.context.newPage();
  await page.goto(at.url('options.html'));
  const kills = { all: 0, amid: 0 };
  return {
    name: 'worker',
    page: () => page,
    async cutOff(work, ms, begun) {
      const cut = new AbortController();
      const doing = work(cut.signal).catch(() => null);
      await begun;
      await after(ms);
      const killed = await killWorker(at);
      cut.abort();
      const came = await doing;
      kills.all += killed;
      if (came === null) kills.amid += killed;
      return came;
    },
    kills,
    close: () => at.close(),
  };
}

/** The whole browser: as a power cut ends it, no process of it gets to do anything more. It is started anew on what it left. */
export async function browser(): Promise<Victim> {
  const folder = mkdtempSync(join(tmpdir(), 'dutymark-killed-'));
  const profile = join(folder, 'profile');
  let at: Stage;
  let page: Page;
  const kills = { all: 0, amid: 0 };
  const start = async (): Promise<void> => {
    at = await stage({ profile });
    page = await at.context.newPage();
    await page.goto(at.url('options.html'));
  };
  const kill = async (): Promise<void> => {
    for (const id of processesOf(profile)) {
      try {
        process.kill(id, 'SIGKILL');
      } catch {
        // It went with its parent.
      }
    }
    await at.close({ keepProfile: true }).catch(() => undefined);
  };
  await start();
  return {
    name: 'browser',
    page: () => page,
    async cutOff(work, ms, begun) {
      const cut = new AbortController();
      const doing = work(cut.signal).catch(() => null);
      await begun;
      await after(ms);
      const came = await Promise.race([doing, after(0)]);
      await kill();
      cut.abort();
      kills.all++;
      if (came === null) kills.amid++;
      await doing;
      await start();
      return came;
    },
    kills,
    async close() {
      await at.close({ keepProfile: false });
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
