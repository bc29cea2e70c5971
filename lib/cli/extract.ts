import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from '../policy/parse';
import { dutiesOf, guessKind, type Profile } from '../units';
import { load, readable } from './load';
import { record } from './record';

const usage =
  'usage: extract [--unit NAME] [--region NAME] [--format json|csv] FILE|DIR…\n' +
  'reads .txt .md .html .docx .pdf .ofd; one JSON object a file on standard output';

/** Files named and files in folders named, in order; a name that is not there is kept so that it is reported. */
function* filesIn(paths: readonly string[]): Generator<string> {
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isDirectory()) {
      yield path;
      continue;
    }
    const names = readdirSync(path).sort();
    for (const name of names) {
      const child = join(path, name);
      const inner = statSync(child, { throwIfNoEntry: false });
      if (inner?.isDirectory()) yield* filesIn([child]);
      else if (readable.has(extname(name).toLowerCase())) yield child;
    }
  }
}

/** The unit asked for; its kind is what its name says. */
function profileOf(name: string | undefined, region: string | undefined): Profile | null {
  if (!name) return null;
  return { id: 'cli', name, region: region ?? '', kind: guessKind(name), aliases: [], colour: null };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      unit: { type: 'string' },
      region: { type: 'string' },
      format: { type: 'string', default: 'json' },
    },
  });
  if (positionals.length === 0) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const unit = profileOf(values.unit, values.region);
  const files = [...filesIn(positionals)];
  let failed = 0;
  for (const [n, file] of files.entries()) {
    if (process.stderr.isTTY) process.stderr.write(`\r${n + 1}/${files.length} ${file.slice(-60)}\u001b[K`);
    try {
      const policy = parse(await load(file));
      process.stdout.write(`${JSON.stringify(record(file, policy, unit && dutiesOf(policy, unit)))}\n`);
    } catch (error) {
      failed++;
      console.error(
        `${process.stderr.isTTY ? '\n' : ''}${file}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (failed) process.exitCode = 1;
}

await main();
