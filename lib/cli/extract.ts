import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { tasksCsv } from '../export/tasks';
import { parse } from '../policy/parse';
import type { DocumentHead, TaskRecord } from '../store/types';
import { dutiesOf, guessKind, type Profile } from '../units';
import { load, readable } from './load';
import { record } from './record';
import { rowsOf } from './tasks';
import { errorWords, languageOf, warningWords } from './words';

const usage =
  'usage: extract [--unit NAME] [--region NAME] [--format json|csv] FILE|DIR…\n' +
  'reads .txt .md .html .docx .pdf .ofd and more; one JSON object a file on standard output,\n' +
  'what was left out of a file on standard error';

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

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        unit: { type: 'string' },
        region: { type: 'string' },
        format: { type: 'string', default: 'json' },
      },
    });
  } catch (error) {
    // An option we do not know: say so, then how it goes.
    console.error(error instanceof Error ? error.message : String(error));
    return { values: { format: '', unit: undefined, region: undefined }, positionals: [] };
  }
}

async function main(): Promise<void> {
  const { values, positionals } = options();
  if (positionals.length === 0 || (values.format !== 'json' && values.format !== 'csv')) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const language = languageOf(process.env);
  const say = (file: string, words: string) =>
    console.error(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${file}: ${words}`);
  const heads: DocumentHead[] = [];
  const tasks: TaskRecord[] = [];
  const unit = profileOf(values.unit, values.region);
  const files = [...filesIn(positionals)];
  let failed = 0;
  for (const [n, file] of files.entries()) {
    if (process.stderr.isTTY) process.stderr.write(`\r${n + 1}/${files.length} ${file.slice(-60)}\u001b[K`);
    try {
      const { text, warnings } = await load(file);
      for (const warning of warnings) say(file, warningWords(warning, language));
      const policy = parse(text);
      const duties = unit && dutiesOf(policy, unit);
      if (values.format === 'csv') {
        const rows = rowsOf(file, policy, text, duties);
        heads.push(rows.head);
        tasks.push(...rows.tasks);
      } else process.stdout.write(`${JSON.stringify(record(file, policy, duties, warnings))}\n`);
    } catch (error) {
      failed++;
      say(file, errorWords(error, language));
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (values.format === 'csv') process.stdout.write(tasksCsv(tasks, heads));
  if (failed) process.exitCode = 1;
}

await main();
