import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8 } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { paperFiles } from '../lib/hostile/papers';
import { textFiles } from '../lib/hostile/texts';
import { longPolicy } from '../lib/long-policy';

/** Seconds that a file may take beyond what its size explains. */
const BEYOND = 2;

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dutymark-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  /** Of the processor: what else the machine does is not counted. */
  readonly seconds: number;
  /** 0 or 1, read or refused; null where the process was ended. */
  readonly code: number | null;
}

/** What `extract` says when it ends: its time. */
const SAYS = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeSync(2, '\\n@@' + (userCPUTime + systemCPUTime) / 1e6);
});
import(${JSON.stringify(join(root, 'lib/cli/extract.ts'))});`;

function extract(name: string, bytes: Uint8Array): Promise<Run> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', SAYS, path], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 240_000,
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    child.on('close', (code) => {
      rmSync(path);
      resolve({ seconds: Number(/@@([\d.]+)/.exec(said)?.[1] ?? Number.NaN), code });
    });
  });
}

const policy = longPolicy();
const lines = policy.html.replace(/<\/(?:p|h\d|div|td)>/g, '\n').replace(/<[^<>]*>/g, '');
/** A text of many plans. */
const plain = (length: number) => strToU8(lines.repeat(Math.ceil(length / strToU8(lines).length)));
const PLAIN = 4_000_000;

describe('files made to hang who reads them', { timeout: 300_000 }, () => {
  const small = new Map<string, Promise<number>>();
  /** What a short paper of the kind takes, most of it for what is loaded. */
  const short = (kind: string): Promise<number> => {
    const bytes = kind === '.pdf' ? policy.pdf : kind === '.docx' ? policy.docx : plain(1);
    const known = small.get(kind) ?? extract(`short${/pdf|docx/.test(kind) ? kind : '.txt'}`, bytes).then(secondsOf);
    small.set(kind, known);
    return known;
  };
  let long = 0;
  const secondsOf = ({ seconds }: Run) => seconds;
  const files = Object.entries({ ...textFiles, ...paperFiles });

  it('are more than thirty', () => expect(files.length).toBeGreaterThanOrEqual(30));

  it.each(files)('%s', async (name, make) => {
    const bytes = make(1);
    long ||= await extract('long.txt', plain(PLAIN)).then(secondsOf);
    const [base, once] = [await short(extname(name)), await short('.txt')];
    const explained = base + ((long - once) * bytes.length) / PLAIN;
    const { seconds, code } = await extract(name, bytes);
    console.info(`${name}: ${bytes.length} bytes, ${seconds.toFixed(1)} s, explained ${explained.toFixed(1)} s`);
    expect([0, 1]).toContain(code);
    expect(seconds - explained).toBeLessThan(BEYOND);
  });
});
